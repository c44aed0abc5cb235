// Deaths: proportional symbols at points, hatched areas where nobody said more, discs where "near" was said.

import L from 'leaflet';
import {CanvasLayer, projected} from './canvas-layer.js';
import {clustersOf} from './clusters.js';
import {Shapes} from './shapes.js';
import {drawRegions, labelRegions, regionsOf} from './regions.js';
import {NONE} from '../payload.js';
import {coloursOf, packed} from '../colours.js';
import {drawBadge, drawSymbol, radiusOf, symbolRadius, unitRadius} from '../symbols.js';
import {stageOf} from '../stage.js';
import {Splat} from '../splat.js';
import {latitudeOf, longitudeOf, mercatorLength} from '../mercator.js';

/** With more symbols than this in view, pixels are written by hand. */
const MANY = 1500;

/** With more than this, their outer edges are not blended. */
const VERY_MANY = 50000;

export const DeathsLayer = CanvasLayer.extend({
    /** @param {import('../payload.js').Table} table */
    prepare(table) {
        // Rows come in three parts: those with a point, those with a shape, those without a place.
        this.points = table.meta.points;
        const {mx, my} = projected(table.array('x'), table.array('y'), table.meta.pointUnit);
        this.mx = mx;
        this.my = my;
        this.low = table.array('deaths_low');
        this.high = table.array('deaths_high');
        this.unit = unitRadius(table.meta.most);
        this.order = largestFirst(this.low, this.high, this.points);
        this.shapes = new Shapes(table);
        this.regions = regionsOf(this.shapes, table);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        drawRegions(ctx, view, this, colours);
        this._drawNear(ctx, view, colours);
        const shown = this._inView(view);
        this.drawn = shown.length;
        this.clusters = null;
        if (shown.length > MANY) this._splat(ctx, view, shown, colours);
        else this._drawSymbols(ctx, view, shown, colours);
        labelRegions(ctx, view, this, colours, this._boxes(view));
    },

    /**
     * Where symbols stand.
     * @param {import('./canvas-layer.js').View} view
     * @returns {import('./labels.js').Box[]}
     */
    _boxes(view) {
        return (this.clusters ?? []).map((/** @type {import('./clusters.js').Cluster} */ {row, low, high}) => {
            const x = this.mx[row] * view.scale - view.left, y = this.my[row] * view.scale - view.top;
            const reach = symbolRadius(low, high, this.unit) * 0.9;
            return [x - reach, y - reach, x + reach, y + reach];
        });
    },

    /**
     * Rows of the points in view, largest first, so that small ones lie on top.
     * @param {import('./canvas-layer.js').View} view
     */
    _inView({scale, left, top, width, height}) {
        const rows = new Uint32Array(this.points), {mx, my, order, visible} = this;
        const edge = 60, x0 = (left - edge) / scale, x1 = (left + width + edge) / scale;
        const y0 = (top - edge) / scale, y1 = (top + height + edge) / scale;
        let count = 0;
        for (let i = 0; i < order.length; i++) {
            const row = order[i];
            if (visible[row] && mx[row] >= x0 && mx[row] <= x1 && my[row] >= y0 && my[row] <= y1) rows[count++] = row;
        }
        return rows.subarray(0, count);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {ArrayLike<number> & Iterable<number>} rows
     * @param {import('../colours.js').Colours} colours
     */
    _drawSymbols(ctx, view, rows, colours) {
        const clusters = clustersOf(this, rows, view.scale)
            .sort((a, b) => symbolRadius(b.low, b.high, this.unit) - symbolRadius(a.low, a.high, this.unit));
        for (const {row, rows: members, low, high} of clusters) {
            const x = this.mx[row] * view.scale - view.left, y = this.my[row] * view.scale - view.top;
            drawSymbol(ctx, x, y, {
                low, high, grade: this.table.code('grade', row), unit: this.unit, colour: colours.deaths, halo: colours.halo
            });
            if (members.length > 1) {
                const reach = symbolRadius(low, high, this.unit) * Math.SQRT1_2;
                drawBadge(ctx, stageOf(this._map).words.number(members.length), x + reach + 4, y - reach - 4, colours);
            }
        }
        this.clusters = clusters;
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {ArrayLike<number> & Iterable<number>} rows
     * @param {import('../colours.js').Colours} colours
     */
    _splat(ctx, view, rows, colours) {
        const {width, height} = ctx.canvas, {ratio, scale, left, top} = view, {low, high, unit, mx, my} = this;
        const colour = packed(colours.deaths), halo = packed(colours.halo);
        if (this._image?.fits(width, height, colour, halo)) this._image.clear();
        else this._image = new Splat(width, height, colour, halo);
        const image = this._image, blend = rows.length < VERY_MANY;
        for (let i = 0; i < rows.length; i++) {
            const row = rows[i];
            const known = low[row] > 0 ? low[row] : Math.max(high[row], 0);
            image.disc((mx[row] * scale - left) * ratio, (my[row] * scale - top) * ratio, radiusOf(known, unit) * ratio, blend);
        }
        ctx.putImageData(this._image.image, 0, 0);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('../colours.js').Colours} colours
     */
    _drawNear(ctx, view, colours) {
        const rows = this.table.meta.near;
        ctx.setLineDash([4, 4]);
        ctx.lineWidth = 1;
        ctx.strokeStyle = colours.region;
        for (const [row, km] of rows) {
            if (!this.visible[row]) continue;
            ctx.beginPath();
            const radius = mercatorLength(km, latitudeOf(this.my[row])) * view.scale;
            ctx.arc(this.mx[row] * view.scale - view.left, this.my[row] * view.scale - view.top, radius, 0, 2 * Math.PI);
            ctx.stroke();
        }
        ctx.setLineDash([]);
    },

    /**
     * Rows under a point: every symbol that holds it, nearest first; without any, the areas, smallest first.
     *
     * A look at every row is some milliseconds for a million, less than an index costs to build.
     * @param {L.Point} point
     */
    hits(point) {
        const {x, y, scale} = this._world(point), {mx, my, low, high, visible, unit} = this;
        if (this.clusters) {
            const hit = this.clusters.findLast((/** @type {import('./clusters.js').Cluster} */ cluster) =>
                Math.hypot(mx[cluster.row] * scale - x, my[cluster.row] * scale - y) <= Math.max(symbolRadius(cluster.low, cluster.high, unit), 8));
            return hit ? hit.rows : this.regions.under(x / scale, y / scale, visible);
        }
        const found = [];
        for (let row = 0; row < this.points; row++) {
            const dx = mx[row] * scale - x, dy = my[row] * scale - y;
            if (dx > 60 || dx < -60 || dy > 60 || dy < -60 || !visible[row]) continue;
            const reach = Math.max(symbolRadius(low[row], high[row], unit), 6), distance = Math.hypot(dx, dy);
            if (distance <= reach) found.push({row, distance});
        }
        if (found.length) return found.sort((a, b) => a.distance - b.distance || a.row - b.row).map(hit => hit.row);
        return this.regions.under(x / scale, y / scale, visible);
    },

    /** @param {number} row */
    place(row) {
        if (row < this.points) return L.latLng(latitudeOf(this.my[row]), longitudeOf(this.mx[row]));
        const shape = this.shapes.codes[row] ?? 0; // rows without a place have none
        if (!shape) return null;
        const [x, y] = this.shapes.anchor(shape - 1);
        return L.latLng(latitudeOf(y), longitudeOf(x));
    }
});

/**
 * Row numbers, those that take up most room first.
 * @param {ArrayLike<number>} low
 * @param {ArrayLike<number>} high
 * @param {number} count
 */
function largestFirst(low, high, count) {
    const size = new Int32Array(count);
    let most = 0;
    for (let row = 0; row < count; row++) {
        size[row] = Math.max(0, high[row] === NONE ? low[row] : high[row]);
        most = Math.max(most, size[row]);
    }
    // Counting sort by the square root, which is what is drawn: stable, and one pass for a million rows.
    const bins = new Uint32Array(Math.ceil(Math.sqrt(most)) + 2);
    const bin = (/** @type {number} */ row) => bins.length - 2 - Math.floor(Math.sqrt(size[row]));
    for (let row = 0; row < count; row++) bins[bin(row) + 1]++;
    for (let i = 1; i < bins.length; i++) bins[i] += bins[i - 1];
    const order = new Uint32Array(count);
    for (let row = 0; row < count; row++) order[bins[bin(row)]++] = row;
    return order;
}
