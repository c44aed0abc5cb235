// Displacement: curved arrows whose width is the number of people or of households, never both on one scale.

import L from 'leaflet';
import {CanvasLayer, projected} from './canvas-layer.js';
import {NONE} from '../payload.js';
import {coloursOf} from '../colours.js';
import {curveOf, distanceTo, pointOn} from './flow-geometry.js';
import {latitudeOf, longitudeOf} from '../mercator.js';

/** Pixels by which a stub leads away from, or towards, the one end that is known. */
const STUB = 34;

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
        this.order = Array.from({length: table.rows}, (_, row) => row)
            .filter(row => this.ends[row] > 0)
            .sort((a, b) => this.low[b] - this.low[a] || a - b);
        this.twoWay = twoWay(this);
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
        return this.ends[row] === 2 ? width : Math.min(width, 6);
    },

    /**
     * @param {number} row
     * @param {import('./canvas-layer.js').View} view
     */
    curve(row, view) {
        const x0 = this.fromX[row] * view.scale - view.left, y0 = this.fromY[row] * view.scale - view.top;
        if (this.ends[row] === 1) return curveOf(x0, y0, x0 + STUB, y0 - STUB, 0.12);
        if (this.ends[row] === 3) return curveOf(x0 + STUB, y0 - STUB, x0, y0, 0.12);
        const x1 = this.toX[row] * view.scale - view.left, y1 = this.toY[row] * view.scale - view.top;
        return curveOf(x0, y0, x1, y1, this.twoWay[row] ? 0.24 : 0.16);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        this.drawn = 0;
        for (const row of this.order) {
            if (!this.visible[row]) continue;
            const curve = this.curve(row, view), width = this.widthOf(row, this.low[row]);
            const household = this.table.code('unit', row) === 'household';
            drawArrow(ctx, curve, {
                width, band: this.high[row] > this.low[row] ? this.widthOf(row, this.high[row]) : 0,
                open: this.high[row] === NONE, end: this.ends[row], dashed: household,
                colour: colours.displaced, halo: colours.halo
            });
            this.drawn++;
        }
    },

    /** @param {L.Point} point */
    hits(point) {
        const {x, y, scale} = this._world(point);
        const view = {scale, left: x, top: y};
        return this.order
            .filter((/** @type {number} */ row) => this.visible[row])
            .map((/** @type {number} */ row) => ({row, distance: distanceTo(this.curve(row, view), 0, 0) - this.widthOf(row, this.low[row]) / 2}))
            .filter((/** @type {{distance: number}} */ hit) => hit.distance < 6)
            .sort((/** @type {any} */ a, /** @type {any} */ b) => a.distance - b.distance)
            .map((/** @type {{row: number}} */ hit) => hit.row);
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
 * @typedef {{width: number, band: number, open: boolean, end: number, dashed: boolean, colour: string, halo: string}} Arrow
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./flow-geometry.js').Curve} curve
 * @param {Arrow} arrow
 */
export function drawArrow(ctx, curve, {width, band, open, end, dashed, colour, halo}) {
    const stub = end === 1;
    const head = Math.max(9, width * 1.7 + 4);
    const length = Math.hypot(curve.x2 - curve.x0, curve.y2 - curve.y0);
    const neck = stub ? 1 : Math.max(0.3, 1 - head * 0.8 / Math.max(length, 1));
    const path = new Path2D();
    path.moveTo(curve.x0, curve.y0);
    for (let i = 1; i <= 24; i++) {
        const {x, y} = pointOn(curve, neck * i / 24);
        path.lineTo(x, y);
    }
    ctx.lineCap = 'butt';
    ctx.lineJoin = 'round';
    if (band > width) {
        ctx.globalAlpha = 0.3;
        stroke(ctx, path, band, colour);
        ctx.globalAlpha = 1;
    }
    if (end === 2) stroke(ctx, path, width + 2.5, halo);
    ctx.setLineDash(dashed ? [7, 4] : []);
    if (end !== 2) {
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
    if (end === 3) return;
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
 * Which flows have one in the opposite direction.
 * @param {any} layer
 * @returns {Uint8Array}
 */
function twoWay({fromX, fromY, toX, toY, ends}) {
    const key = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ c, /** @type {number} */ d) => `${a},${b},${c},${d}`;
    const there = new Set();
    for (let row = 0; row < ends.length; row++) if (ends[row] === 2) there.add(key(fromX[row], fromY[row], toX[row], toY[row]));
    return Uint8Array.from(ends, (end, row) => (end === 2 && there.has(key(toX[row], toY[row], fromX[row], fromY[row])) ? 1 : 0));
}
