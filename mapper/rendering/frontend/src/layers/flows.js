// Displacement: curved arrows whose width is the number of people or of households, never both on one scale.

import L from 'leaflet';
import {CanvasLayer, projected} from './canvas-layer.js';
import {NONE} from '../payload.js';
import {coloursOf} from '../colours.js';
import {balancesOf} from './flow-balance.js';
import {BOTH, bundlesOf, DESTINATION, Nodes, ORIGIN} from './flow-bundles.js';
import {arrowBoxes, labelBalances, labelFlows} from './flow-labels.js';
import {clearCurve, curveOf, distanceTo, pointOn} from './flow-geometry.js';
import {font} from '../lettering.js';
import {latitudeOf, longitudeOf} from '../mercator.js';
import {drawLabel} from '../symbols.js';

/** Arrows drawn at a time; the legend says how many smaller ones are left out. */
const MOST = 60;

/** Pixels by which a stub leads away from, or towards, the one end that is known. */
const STUB = 22;

/** Pixels of an arrow that has no number. */
export const NO_NUMBER = 2;

/** Pixels of an arrow whose number is a word. */
export const VAGUE = 5;

export const FlowsLayer = CanvasLayer.extend({
    /** @param {import('../payload.js').Table} table */
    prepare(table) {
        const from = projected(table.array('from.x'), table.array('from.y'), table.meta.pointUnit);
        const to = projected(table.array('to.x'), table.array('to.y'), table.meta.pointUnit);
        Object.assign(this, {fromX: from.mx, fromY: from.my, toX: to.mx, toY: to.my});
        this.ends = table.array('ends'); // 2 both ends, 1 only the origin, 3 only the destination, 0 no place at all
        this.low = table.array('count_low');
        this.high = table.array('count_high');
        this.order = Uint32Array.from(Array.from(this.ends.keys()).filter(row => this.ends[row] > 0))
            .sort((a, b) => this.low[b] - this.low[a] || a - b);
        this.wide = new Uint8Array(table.rows); // origins that are areas
        for (const row of table.meta.wide) this.wide[row] = 1;
        this.nodes = new Nodes(this);
        this.groups = groupsOf(table);
    },

    /**
     * Whether a word stands for the number.
     * @param {number} row
     */
    isVague(row) {
        return this.table.code('qualifier', row) === 'vague';
    },

    /**
     * Pixels of width: proportional to the number within its unit, so that widths can be compared.
     * @param {number} row
     * @param {number} number
     */
    widthOf(row, number) {
        if (number === NONE || number <= 0) return NO_NUMBER;
        if (this.isVague(row)) return VAGUE;
        const most = this.table.meta.most[this.table.code('unit', row) || 'person'] ?? number;
        const width = Math.max(1.5, widest(most) * number / most);
        return this.ends[row] === BOTH ? width : Math.min(width, 6);
    },

    /**
     * The greatest bundles in view, with their curves.
     * @param {import('./canvas-layer.js').View} view
     */
    _bundles(view) {
        const {x, y} = this.nodes, all = bundlesOf(this, view.zoom);
        const inside = (/** @type {number} */ node) => {
            const px = x[node] * view.scale - view.left, py = y[node] * view.scale - view.top;
            return px >= 0 && py >= 0 && px <= view.width && py <= view.height;
        };
        const shown = all.filter(bundle => inside(bundle.from) || inside(bundle.to));
        this.others = shown.length > MOST ? shown.slice(MOST).reduce((count, bundle) => count + bundle.rows.length, 0) : 0;
        this.balances = balancesOf(all, row => (this.isVague(row) ? -1 : this.groups[row]));
        const drawn = shown.slice(0, MOST), opposite = new Set(drawn.map(bundle => `${bundle.from},${bundle.to}`));
        const around = nodesIn(this.nodes, drawn, view);
        return drawn.map(bundle => ({...bundle, curve: this._curve(bundle, view, opposite.has(`${bundle.to},${bundle.from}`), around)}));
    },

    /**
     * @param {import('./flow-bundles.js').Bundle} bundle
     * @param {import('./canvas-layer.js').View} view
     * @param {boolean} twoWay whether there is one in the opposite direction
     * @param {[number, number][]} around pixels of places to keep clear of
     */
    _curve({from, to, ends}, view, twoWay, around) {
        const {x, y} = this.nodes;
        const x0 = x[from] * view.scale - view.left, y0 = y[from] * view.scale - view.top;
        // Straight up, ending in a question mark or starting at one: no direction was said.
        if (ends === ORIGIN) return curveOf(x0, y0, x0, y0 - STUB, 0);
        if (ends === DESTINATION) return curveOf(x0, y0 - STUB, x0, y0, 0);
        return clearCurve(x0, y0, x[to] * view.scale - view.left, y[to] * view.scale - view.top, twoWay ? 0.2 : 0.14, around);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        this.bundles = this._bundles(view);
        this.drawn = 0;
        const chosen = this._chosen();
        for (const {row, curve, low} of this.bundles.filter((/** @type {any} */ {rows}) => rows.some((/** @type {number} */ one) => chosen.has(one)))) {
            const path = curvePath(curve, 1), width = this.widthOf(row, low);
            stroke(ctx, path, width + 10, colours.link);
            stroke(ctx, path, width + 5, colours.halo);
        }
        // The largest lie below.
        for (const {row, rows, curve, low, high, ends} of this.bundles) {
            drawArrow(ctx, curve, {
                place: !this.wide[row],
                width: this.widthOf(row, low), band: high > low ? this.widthOf(row, high) : 0, open: high === NONE, end: ends,
                dashed: this.table.code('unit', row) === 'household', colour: colours.displaced, halo: colours.halo
            });
            this.drawn += rows.length;
        }
    },

    /** The rows that are chosen. */
    _chosen() {
        return new Set(this.stage.state.get('selected').filter((/** @type {import('../state.js').Item} */ {layer}) => layer === this.key)
            .map((/** @type {import('../state.js').Item} */ {row}) => row));
    },

    /** Draw anew which arrows are chosen. */
    mark() {
        const any = this._chosen().size > 0;
        if (any || this._marked) this.redraw();
        this._marked = any;
    },

    /**
     * Whether what is chosen shows as an arrow.
     * @param {number} row
     */
    outlines(row) {
        return Boolean(this.bundles?.some((/** @type {any} */ {rows}) => rows.includes(row)));
    },

    /** What its legend says besides what the whole table says. */
    legend() {
        return [this.others, this.balances];
    },

    /** @param {import('./canvas-layer.js').View} view */
    boxes(view) {
        return arrowBoxes(this, view);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('./boxes.js').Box[]} taken
     * @param {import('../colours.js').Colours} colours
     */
    write(ctx, view, taken, colours) {
        labelFlows(ctx, view, this, taken, colours);
    },

    /**
     * What had no room beside its arrow, and the balances.
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('./boxes.js').Box[]} taken
     * @param {import('../colours.js').Colours} colours
     */
    writeRest(ctx, view, taken, colours) {
        labelFlows(ctx, view, this, taken, colours, true);
        labelBalances(ctx, view, this, taken, colours);
    },

    /** @param {L.Point} point */
    hits(point) {
        if (!this.view) return [];
        const {x, y} = this._world(point), left = x - this.view.left, top = y - this.view.top;
        return (this.bundles ?? [])
            .map((/** @type {any} */ {row, rows, low, curve}) => ({rows, distance: distanceTo(curve, left, top) - this.widthOf(row, low) / 2}))
            .filter((/** @type {any} */ hit) => hit.distance < 6)
            .sort((/** @type {any} */ a, /** @type {any} */ b) => a.distance - b.distance)
            .flatMap((/** @type {any} */ hit) => hit.rows);
    },

    /** @param {number} row */
    place(row) {
        return this.ends[row] ? L.latLng(latitudeOf(this.fromY[row]), longitudeOf(this.fromX[row])) : null;
    }
});

/**
 * Pixels of the widest arrow: some dozens must not look like an exodus.
 * @param {number} most
 */
export function widest(most) {
    return Math.min(16, 3 + 3.2 * Math.log10(Math.max(1, most)));
}

/**
 * @typedef {{width: number, band: number, open: boolean, end: number, dashed: boolean, colour: string, halo: string, place?: boolean}} Arrow `place`: a ring marks the origin
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./flow-geometry.js').Curve} curve
 * @param {Arrow} arrow
 */
export function drawArrow(ctx, curve, {width, band, open, end, dashed, colour, halo, place = true}) {
    const stub = end === ORIGIN;
    const head = Math.max(9, width * 1.7 + 4);
    const length = Math.hypot(curve.x2 - curve.x0, curve.y2 - curve.y0);
    const neck = stub ? 1 : Math.max(0.3, 1 - head * 0.8 / Math.max(length, 1));
    const path = curvePath(curve, neck);
    ctx.lineCap = 'butt';
    ctx.lineJoin = 'round';
    if (band > width) {
        ctx.globalAlpha = 0.3;
        stroke(ctx, path, band, colour);
        ctx.globalAlpha = 1;
    }
    if (end === BOTH) stroke(ctx, path, width + 2.5, halo);
    ctx.setLineDash(dashed ? [7, 4] : []);
    if (end !== BOTH) {
        // Where they went, or where from, nobody said: the line fades instead of pointing there.
        const fade = ctx.createLinearGradient(curve.x0, curve.y0, curve.x2, curve.y2);
        fade.addColorStop(stub ? 0 : 1, colour);
        fade.addColorStop(stub ? 1 : 0, `${colour}00`);
        stroke(ctx, path, width, fade);
    } else {
        stroke(ctx, path, width, colour);
    }
    ctx.setLineDash([]);
    if (!stub) drawHead(ctx, curve, neck, head, colour, halo);
    if (end !== BOTH) drawUnknown(ctx, curve, stub, colour, halo);
    // An area is no place: a ring in it would look like a village.
    if (end === DESTINATION || !place) return;
    // A small ring where people left; open when more may have left than the number says.
    ctx.beginPath();
    ctx.arc(curve.x0, curve.y0, Math.max(3, width / 2 + 1.5), 0, open ? 1.55 * Math.PI : 2 * Math.PI);
    ctx.fillStyle = halo;
    ctx.fill();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = colour;
    ctx.stroke();
}

/**
 * @param {import('./flow-geometry.js').Curve} curve
 * @param {number} end share of it
 */
function curvePath(curve, end) {
    const path = new Path2D();
    path.moveTo(curve.x0, curve.y0);
    for (let i = 1; i <= 24; i++) {
        const {x, y} = pointOn(curve, end * i / 24);
        path.lineTo(x, y);
    }
    return path;
}

/**
 * A question mark at the end nobody told of.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./flow-geometry.js').Curve} curve
 * @param {boolean} stub whether that is the end, not the start
 * @param {string} colour
 * @param {string} halo
 */
function drawUnknown(ctx, {x0, y0, x2, y2}, stub, colour, halo) {
    ctx.font = font(13, 700);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    drawLabel(ctx, document.documentElement.dir === 'rtl' ? '؟' : '?', stub ? x2 : x0, stub ? y2 : y0, colour, halo);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {number} width
 * @param {string | CanvasGradient} style
 */
function stroke(ctx, path, width, style) {
    ctx.lineWidth = width;
    ctx.strokeStyle = style;
    ctx.stroke(path);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./flow-geometry.js').Curve} curve
 * @param {number} neck where along the curve the head starts
 * @param {number} head its length
 * @param {string} colour
 * @param {string} halo
 */
function drawHead(ctx, curve, neck, head, colour, halo) {
    const base = pointOn(curve, neck);
    const angle = Math.atan2(curve.y2 - base.y, curve.x2 - base.x), half = head * 0.48;
    ctx.beginPath();
    ctx.moveTo(curve.x2, curve.y2);
    ctx.lineTo(base.x - Math.sin(angle) * half - Math.cos(angle), base.y + Math.cos(angle) * half - Math.sin(angle));
    ctx.lineTo(base.x + Math.sin(angle) * half - Math.cos(angle), base.y - Math.cos(angle) * half - Math.sin(angle));
    ctx.closePath();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = halo;
    ctx.stroke();
    ctx.fillStyle = colour;
    ctx.fill();
}

/**
 * A number for each flow that only flows of the same voice, unit and kind share.
 * @param {import('../payload.js').Table} table
 */
function groupsOf(table) {
    const columns = ['voices', 'unit', 'kind', 'qualifier'].map(name => table.array(name));
    /** @type {Map<string, number>} */
    const groups = new Map();
    return Uint16Array.from({length: table.rows}, (_, row) => {
        const key = columns.map(column => column[row]).join();
        const group = groups.get(key) ?? groups.size % 4096;
        groups.set(key, group);
        return group;
    });
}

/**
 * Where the ends of bundles lie in view; none where there are too many to go round.
 * @param {Nodes} nodes
 * @param {import('./flow-bundles.js').Bundle[]} bundles
 * @param {import('./canvas-layer.js').View} view
 * @returns {[number, number][]}
 */
function nodesIn(nodes, bundles, view) {
    const ends = [...new Set(bundles.flatMap(({from, to}) => [from, to]))];
    if (ends.length > 120) return [];
    return ends.map(node => [nodes.x[node] * view.scale - view.left, nodes.y[node] * view.scale - view.top]);
}
