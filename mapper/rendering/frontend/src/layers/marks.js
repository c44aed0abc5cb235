// Single claims that are shown by themselves: places of refuge, and statements without a figure.

import {PlacedLayer} from './placed-layer.js';
import {labelRegions} from './region-labels.js';
import {outlineChosen} from './regions-layer.js';
import {drawSeveral} from './several.js';
import {apart, fonts, whoSays} from './region-words.js';
import {writeBeside} from './symbol-labels.js';
import {NONE} from '../payload.js';
import {coloursOf} from '../colours.js';
import {figureWords} from '../items.js';
import {localName, otherNames} from '../names.js';

/** Half the side of a mark, pixels: without a number, for the greatest number, and for the smallest. */
const SIZE = 7, LARGEST = 14, LEAST = 4;

/** Marks that are named: with more, the words would hide the map. */
const MOST = 30;

const base = /** @type {any} */ (PlacedLayer.prototype);

export const MarksLayer = PlacedLayer.extend({
    /** @param {import('../payload.js').Table} table */
    prepare(table) {
        base.prepare.call(this, table);
        this.unit = Math.min(1, LARGEST / Math.sqrt(Math.max(1, table.meta.most)));
        /** @type {string[]} */
        this.names = [];
        table.column('place_name').then((names) => {
            this.names = names;
            this.stage?.tell('drawn', this);
        });
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer()), colour = this._ink(colours);
        this.drawn = 0;
        for (let row = 0; row < this.points; row++) {
            if (!this.visible[row]) continue;
            const x = this.mx[row] * view.scale - view.left, y = this.my[row] * view.scale - view.top;
            if (this.kind === 'refuge') drawRefuge(ctx, x, y, this.sizeOf(row), colour, colours.halo);
            else drawStatement(ctx, x, y, colour, colours.halo);
            this.drawn++;
        }
        for (const shape of this.regions.order) {
            if (!this.regions.rows[shape].some((/** @type {number} */ row) => this.visible[row])) continue;
            const path = new Path2D();
            this.shapes.trace(path, shape, view);
            ctx.setLineDash([2, 4]);
            ctx.lineWidth = 2;
            ctx.strokeStyle = colour;
            ctx.stroke(path);
            ctx.setLineDash([]);
        }
        drawSeveral(ctx, view, this, {...colours, colour});
        outlineChosen(ctx, view, this, colours);
    },

    /** Draw anew which areas are chosen. */
    mark() {
        if (this.shapes.size) this.redraw();
    },

    /**
     * Where marks stand.
     * @param {import('./canvas-layer.js').View} view
     * @returns {import('./boxes.js').Box[]}
     */
    boxes(view) {
        return Array.from({length: this.points}, (_, row) => row).filter(row => this.visible[row]).map((row) => {
            const x = this.mx[row] * view.scale - view.left, y = this.my[row] * view.scale - view.top, half = this.sizeOf(row);
            return [x - half, y - half, x + half, y + half];
        });
    },

    /**
     * Say beside each mark what was said of it.
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('./boxes.js').Box[]} taken
     * @param {import('../colours.js').Colours} colours
     */
    write(ctx, view, taken, colours) {
        const ink = this._ink(colours);
        const shown = Array.from({length: this.points}, (_, row) => row).filter(row => this.visible[row]);
        for (const row of shown.sort((a, b) => this.low[b] - this.low[a] || a - b).slice(0, MOST)) {
            const x = this.mx[row] * view.scale - view.left, y = this.my[row] * view.scale - view.top;
            writeBeside(ctx, x, y, this.sizeOf(row) + 5, this._linesOf(row), taken, ink, colours.halo);
        }
    },

    /**
     * Say of each area what was said of it.
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {import('./boxes.js').Box[]} taken
     * @param {import('../colours.js').Colours} colours
     */
    writeAreas(ctx, view, taken, colours) {
        const ink = this._ink(colours);
        labelRegions(ctx, view, this, taken, {...colours, ink, region: ink});
    },

    /** @param {import('../colours.js').Colours} colours */
    _ink(colours) {
        return this.kind === 'refuge' ? colours.refuge : colours.statement;
    },

    /**
     * @param {number} shape
     * @param {number[]} rows
     */
    tell(shape, rows) {
        const {head, note} = fonts(), here = rows.filter(row => this.visible[row]).sort((a, b) => this.low[b] - this.low[a] || a - b);
        const lines = this._linesOf(here[0], here.length - 1).map((/** @type {string} */ text, /** @type {number} */ i) => ({text, font: i ? note : head}));
        return {head: lines, brief: lines, parts: []};
    },

    /**
     * The figure of a mark, or who states something; where, and how many others do.
     * @param {number} row
     * @param {number} [more]
     */
    _linesOf(row, more = 0) {
        const {stage} = this, {words} = stage, t = words.table, name = this.names[row] ?? '', figure = figureWords(words, this, row);
        const what = figure || [whoSays(words, this.table.code('voices', row).split('|'), more), t.measures.statement].filter(Boolean).join(': ');
        const where = [name && apart(localName(words, otherNames(stage), name)), figure && more ? t.moreFigures(words.number(more)) : ''];
        return [what, where.filter(Boolean).join(' · ')].filter(Boolean);
    },

    /**
     * Half the side of a mark: by the number of people where there is one, else a size that says nothing.
     * @param {number} row
     */
    sizeOf(row) {
        const number = this.kind === 'refuge' ? this.low[row] : NONE;
        return number > 0 ? this.halfFor(number) : SIZE;
    },

    /**
     * Half the side for a number of people.
     * @param {number} number
     */
    halfFor(number) {
        return Math.max(LEAST, this.unit * Math.sqrt(number));
    },

    /** @param {L.Point} point */
    hits(point) {
        const {x, y, scale} = this._world(point), found = [];
        for (let row = 0; row < this.points; row++) {
            if (!this.visible[row]) continue;
            const distance = Math.hypot(this.mx[row] * scale - x, this.my[row] * scale - y);
            if (distance <= Math.max(10, this.sizeOf(row))) found.push({row, distance});
        }
        found.sort((a, b) => a.distance - b.distance);
        return found.length ? found.map(hit => hit.row) : this.areasUnder(point);
    }
});

/**
 * A house, whose square is as large as the number, or of one size where there is none.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} half
 * @param {string} colour
 * @param {string} halo
 */
export function drawRefuge(ctx, x, y, half, colour, halo) {
    ctx.beginPath();
    ctx.moveTo(x - half, y - half * 0.3);
    ctx.lineTo(x, y - half * 1.25);
    ctx.lineTo(x + half, y - half * 0.3);
    ctx.lineTo(x + half, y + half);
    ctx.lineTo(x - half, y + half);
    ctx.closePath();
    outline(ctx, colour, halo);
}

/**
 * A small speech bubble.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 * @param {string} halo
 */
export function drawStatement(ctx, x, y, colour, halo) {
    ctx.beginPath();
    ctx.roundRect(x - 7, y - 7, 14, 10, 3);
    ctx.moveTo(x - 2, y + 3);
    ctx.lineTo(x - 2, y + 7);
    ctx.lineTo(x + 3, y + 3);
    outline(ctx, colour, halo);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} colour
 * @param {string} halo
 */
function outline(ctx, colour, halo) {
    ctx.lineJoin = 'round';
    ctx.lineWidth = 4;
    ctx.strokeStyle = halo;
    ctx.stroke();
    ctx.fillStyle = halo;
    ctx.fill();
    ctx.lineWidth = 1.75;
    ctx.strokeStyle = colour;
    ctx.stroke();
}
