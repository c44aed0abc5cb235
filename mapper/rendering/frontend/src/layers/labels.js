// Names on the base map: important ones first, and none over another.

import L from 'leaflet';
import {CanvasLayer} from './canvas-layer.js';
import {coloursOf} from '../colours.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** From which zoom a place of each rank is named; rank 0 is the most important. */
const ZOOMS = [0, 7, 8, 9, 10, 11, 12];

/** Above the symbols of areas and arrows, below markers and tooltips. */
const PANE = 'mapper-labels';

/**
 * The names of a boundaries layer, on a canvas of their own: they lie over what is drawn.
 */
export const LabelsLayer = CanvasLayer.extend({
    options: {padding: 0.25, pane: PANE, interactive: false},

    /** @param {any} boundaries */
    initialize(boundaries) {
        L.stamp(this);
        this._layers = {};
        this.boundaries = boundaries;
        boundaries.ready.then(() => this.redraw());
    },

    /** @param {L.Map} map */
    onAdd(map) {
        if (!map.getPane(PANE)) {
            const pane = map.createPane(PANE);
            pane.style.zIndex = '450';
            pane.style.pointerEvents = 'none';
        }
        L.Renderer.prototype.onAdd.call(this, map);
        // What layers wrote comes first; names keep clear of it.
        this._stop = stageOf(map).on('drawn', (/** @type {any} */ layer) => {
            if (layer.labels) this._later();
        });
        this.redraw();
    },

    /** @param {L.Map} map */
    onRemove(map) {
        this._stop();
        L.Renderer.prototype.onRemove.call(this, map);
    },

    _later() {
        cancelAnimationFrame(this._frame);
        this._frame = requestAnimationFrame(() => this.redraw());
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        if (!this.boundaries.table) return;
        const {table, mx, my, kinds} = this.boundaries, stage = stageOf(this._map), {words} = stage;
        const colours = coloursOf(this._map.getContainer());
        const rank = table.array('rank'), arabic = words.language === 'ar';
        /** @type {Box[]} */
        const taken = [...stage.layers.values()].filter(layer => this._map.hasLayer(layer)).flatMap(layer => layer.labels ?? []);
        const written = new Set();
        ctx.textBaseline = 'middle';
        // Rows stand in the order of their rank.
        for (let row = 0; row < table.meta.points; row++) {
            if (view.zoom < (ZOOMS[rank[row]] ?? 13)) break;
            const x = mx[row] * view.scale - view.left, y = my[row] * view.scale - view.top;
            if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
            const name = (arabic && table.code('name_ar', row)) || table.code('name', row) || table.code('name_ar', row);
            // A town and the governorate it is the seat of share a name: once is enough.
            if (!name || written.has(name)) continue;
            written.add(name);
            writeName(ctx, {name, x, y, kind: kinds[row], rank: rank[row]}, taken, colours);
        }
    }
});

/**
 * Write a name where it covers no other, or leave it out.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{name: string, x: number, y: number, kind: string, rank: number}} label
 * @param {Box[]} taken the name's own is added
 * @param {import('../colours.js').Colours} colours
 */
function writeName(ctx, {name, x, y, kind, rank}, taken, colours) {
    const area = kind !== 'town';
    ctx.font = fontOf(kind, rank);
    const width = ctx.measureText(name).width, half = 7.5;
    /** @type {[CanvasTextAlign, number, Box][]} */
    const spots = area ? [['center', x, [x - width / 2, y - half, x + width / 2, y + half]]] : [
        ['left', x + 6, [x - 4, y - half, x + 8 + width, y + half]],
        ['right', x - 6, [x - 8 - width, y - half, x + 4, y + half]]
    ];
    const spot = spots.find(([, , box]) => !taken.some(other => overlap(box, other)));
    if (!spot) return;
    taken.push(spot[2]);
    ctx.textAlign = spot[0];
    if (!area) dot(ctx, x, y, rank, colours);
    drawLabel(ctx, name, spot[1], y, area ? colours.admin : colours.town, kind === 'sea' ? colours.sea : colours.land);
}

/**
 * @param {string} kind
 * @param {number} rank
 */
function fontOf(kind, rank) {
    if (kind === 'country') return '600 15px system-ui, sans-serif';
    if (kind === 'sea') return 'italic 14px system-ui, sans-serif';
    if (kind === 'adm1') return '13px system-ui, sans-serif';
    return `${rank <= 1 ? 600 : 400} ${rank <= 2 ? 12.5 : 11.5}px system-ui, sans-serif`;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} rank
 * @param {import('../colours.js').Colours} colours
 */
function dot(ctx, x, y, rank, colours) {
    ctx.beginPath();
    ctx.arc(x, y, rank <= 1 ? 2.5 : 1.75, 0, 2 * Math.PI);
    ctx.fillStyle = colours.town;
    ctx.fill();
}

/**
 * @typedef {[number, number, number, number]} Box left, top, right, bottom, pixels of the canvas
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
