// Deaths: proportional symbols at points, hatched areas where nobody said more, discs where "near" was said.

import {clustersOf} from './clusters.js';
import {Crowd, LARGEST} from './crowd.js';
import {RegionsLayer} from './regions-layer.js';
import {PlacedLayer} from './placed-layer.js';
import {labelRegions} from './region-labels.js';
import {deathsIn, whoSays} from './region-words.js';
import {drawSeveral} from './several.js';
import {labelSymbols} from './symbol-labels.js';
import {NONE} from '../payload.js';
import {coloursOf, packed} from '../colours.js';
import {deathsOf, gradeWords} from '../i18n/words.js';
import {drawSymbol, niceAbove, radiusOf, symbolRadius, unitRadius} from '../symbols.js';
import {Splat} from '../splat.js';
import {latitudeOf, mercatorLength} from '../mercator.js';

/** With more symbols than this in view, they are taken together by a grid, or their pixels are written by hand. */
const MANY = 800;

/** With more than this, their outer edges are not blended. */
const VERY_MANY = 50000;

const base = /** @type {any} */ (PlacedLayer.prototype);

export const DeathsLayer = PlacedLayer.extend({
    /** @param {L.Map} map */
    onAdd(map) {
        this._areas ??= new /** @type {any} */ (RegionsLayer)(this);
        map.addLayer(this._areas);
        base.onAdd.call(this, map);
    },

    /** @param {L.Map} map */
    onRemove(map) {
        map.removeLayer(this._areas);
        base.onRemove.call(this, map);
    },

    /** @param {import('../payload.js').Table} table */
    prepare(table) {
        base.prepare.call(this, table);
        this.most = niceAbove(table.meta.most);
        this.unit = unitRadius(this.most);
        this.order = largestFirst(this.low, this.high, this.points);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        const shown = this._inView(view), many = shown.length > MANY, apart = this.options.cluster === false;
        const gathered = many && !apart;
        this.drawn = shown.length;
        if (gathered) this.clusters = this._cells(view);
        else this.clusters = many ? null : clustersOf(this, shown, view.scale);
        // Taken together, incidents may be larger than the largest of them.
        const most = gathered ? this._crowd.most : Math.max(this.table.meta.most, largestOf(this.clusters ?? []));
        this._scaleTo(niceAbove(most), gathered ? LARGEST : undefined);
        if (!many) this._drawNear(ctx, view, colours);
        drawSeveral(ctx, view, this, {...colours, colour: colours.region});
        if (this.clusters) this._drawSymbols(ctx, view, colours);
        else this._splat(ctx, view, shown, colours);
    },

    /** Draw what is there now, after filters or figures may have changed. */
    redraw() {
        this._crowd = null;
        this._areas?.redraw();
        return base.redraw.call(this);
    },

    /** Draw anew which areas are chosen. */
    mark() {
        this._areas?.redraw();
        if (this.regions?.order.some((/** @type {number} */ shape) => this.shapes.dots(shape).length)) base.redraw.call(this);
    },

    /**
     * How far the symbol reaches that stands at a place, if one does.
     * @param {{x: number, y: number}} place pixels of the canvas
     * @param {import('./canvas-layer.js').View} view
     */
    reachAt({x, y}, {scale, left, top}) {
        const near = (this.clusters ?? []).filter((/** @type {import('./clusters.js').Cluster} */ {row}) =>
            Math.hypot(this.mx[row] * scale - left - x, this.my[row] * scale - top - y) < 3);
        return near.reduce((/** @type {number} */ most, /** @type {import('./clusters.js').Cluster} */ {low, high}) => Math.max(most, symbolRadius(low, high, this.unit)), 0);
    },

    /**
     * Choose what size a person takes up.
     * @param {number} most what the scale ends at
     * @param {number} [largest] its radius, pixels
     */
    _scaleTo(most, largest) {
        const {x, y} = this._map.getSize();
        this.most = most;
        this.unit = Math.min(unitRadius(most, largest), unitRadius(most, Math.min(x, y) / 16));
    },

    /** What its legend says besides what the whole table says. */
    legend() {
        /** @type {import('./clusters.js').Cluster[]} */
        const clusters = this.clusters ?? [], alone = clusters.filter(({count}) => count === 1).map(({row}) => this.table.code('grade', row));
        return [this.most, this.unit, alone.length < clusters.length, [...new Set(alone)].sort()];
    },

    /**
     * The cells of the grid in view. The grid is that of the zoom, so that nothing changes while the map is dragged.
     * @param {import('./canvas-layer.js').View} view
     * @returns {import('./clusters.js').Cluster[]}
     */
    _cells({scale, left, top, width, height}) {
        if (this._crowd?.scale !== scale) this._crowd = Object.assign(new Crowd(/** @type {any} */ (this), scale), {scale});
        const crowd = this._crowd, edge = 60;
        return crowd.cells.filter((/** @type {import('./crowd.js').Cell} */ {row}) => {
            const x = this.mx[row] * scale - left, y = this.my[row] * scale - top;
            return x > -edge && y > -edge && x < width + edge && y < height + edge;
        });
    },

    /**
     * Where symbols stand.
     * @param {import('./canvas-layer.js').View} view
     * @returns {import('./boxes.js').Box[]}
     */
    boxes(view) {
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
     * @param {number} shape
     * @param {number[]} rows
     */
    tell(shape, rows) {
        return deathsIn(this, shape, rows);
    },

    /**
     * Say beside symbols their numbers.
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('./boxes.js').Box[]} taken
     * @param {import('../colours.js').Colours} colours
     */
    write(ctx, view, taken, colours) {
        labelSymbols(ctx, view, this, taken, colours);
    },

    /**
     * Say of each area what is said of it.
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('./boxes.js').Box[]} taken
     * @param {import('../colours.js').Colours} colours
     */
    writeAreas(ctx, view, taken, colours) {
        labelRegions(ctx, view, this, taken, colours);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('../colours.js').Colours} colours
     */
    _drawSymbols(ctx, view, colours) {
        const {words} = this.stage, {table} = this, known = (/** @type {number} */ number) => (number === NONE ? null : number);
        const radius = (/** @type {any} */ {low, high}) => symbolRadius(low, high, this.unit);
        this.clusters.sort((/** @type {any} */ a, /** @type {any} */ b) => radius(b) - radius(a));
        for (const cluster of this.clusters) {
            const {row, count, low, high, voice, others} = cluster, several = count > 1;
            const figure = several ? {low: known(low), best: null, high: known(high)} : deathsOf(table, row);
            // A grade is one incident's: several have none in common. Of several voices it is said whose figure is drawn.
            const grade = several ? '' : table.code('grade', row), text = low <= 0 && high <= 0 ? '' : words.figure(figure);
            const who = others > 0 && text ? whoSays(words, table.dictionaries.voices[voice].split('|'), others) : '';
            const said = drawSymbol(ctx, this.mx[row] * view.scale - view.left, this.my[row] * view.scale - view.top, {
                low, high, grade, several, unit: this.unit, colour: colours.deaths, halo: colours.halo,
                text: who ? '' : text, notes: gradeWords(words, grade)});
            cluster.beside = said || !text ? [] : who ? [text, who] : [text];
        }
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
        const cluster = this.clusterAt(point);
        if (cluster) return cluster.rows ?? this._crowd.rowsOf(cluster.index, this.order);
        if (this.clusters) return this.areasUnder(point);
        const {x, y, scale} = this._world(point), {mx, my, low, high, visible, unit} = this, found = [];
        for (let row = 0; row < this.points; row++) {
            const dx = mx[row] * scale - x, dy = my[row] * scale - y;
            if (dx > 60 || dx < -60 || dy > 60 || dy < -60 || !visible[row]) continue;
            const reach = Math.max(symbolRadius(low[row], high[row], unit), 6), distance = Math.hypot(dx, dy);
            if (distance <= reach) found.push({row, distance});
        }
        if (found.length) return found.sort((a, b) => a.distance - b.distance || a.row - b.row).map(hit => hit.row);
        return this.areasUnder(point);
    },

    /**
     * The topmost symbol under a point, where symbols may stand for several rows.
     * @param {L.Point} point
     * @returns {import('./clusters.js').Cluster | undefined}
     */
    clusterAt(point) {
        const {x, y, scale} = this._world(point), {mx, my, unit} = this;
        return this.clusters?.findLast((/** @type {import('./clusters.js').Cluster} */ {row, low, high}) =>
            Math.hypot(mx[row] * scale - x, my[row] * scale - y) <= Math.max(symbolRadius(low, high, unit), 8));
    },

    /**
     * The symbol that stands for a row now, alone or with others: where it is, and its radius.
     * @param {number} row
     */
    symbolOf(row) {
        const gathered = this._crowd && this.clusters?.[0]?.index !== undefined;
        const cluster = row >= this.points ? null : gathered ? this._crowd.cells[this._crowd.cellOf[row]] :
            this.clusters?.find((/** @type {import('./clusters.js').Cluster} */ {rows}) => rows?.includes(row));
        const {row: head, low, high} = cluster ?? {row, low: this.low[row], high: this.high[row]};
        return {place: this.place(head), radius: head < this.points ? symbolRadius(low, high, this.unit) : 0};
    }
});

/**
 * The greatest number that a symbol stands for.
 * @param {import('./clusters.js').Cluster[]} clusters
 */
function largestOf(clusters) {
    return clusters.reduce((most, {low, high}) => Math.max(most, low, high), 1);
}

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
