// Rates: areas shaded in classes. No data is a grey hatch, none counted a shade of its own: neither is a low rate.

import {PlacedLayer} from './placed-layer.js';
import {hatch} from './regions.js';
import {coloursOf} from '../colours.js';
import {classOfRate} from '../rate.js';

/** Pixels between the lines that say: no data. */
const GAP = 6;

export const RatesLayer = PlacedLayer.extend({
    options: {pane: 'mapper-areas'},

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const {shapes, regions, table, visible} = this, colours = coloursOf(this._map.getContainer());
        this.drawn = 0;
        for (const shape of regions.order) {
            const row = regions.rows[shape].find((/** @type {number} */ other) => visible[other]);
            if (row === undefined) continue;
            this.drawn++;
            if (!shapes.inView(shape, view)) continue;
            const path = new Path2D();
            shapes.trace(path, shape, view);
            ctx.save();
            ctx.clip(path, 'evenodd');
            drawClass(ctx, view, classOfRate(table, row), table.meta.breaks.length, colours);
            ctx.restore();
            ctx.lineWidth = 1;
            ctx.strokeStyle = colours.admin;
            ctx.stroke(path);
        }
    },

    /** @param {L.Point} point */
    hits(point) {
        return this.areasUnder(point);
    }
});

/**
 * Fill what is clipped with the shade of a class.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{left: number, top: number, width: number, height: number}} view
 * @param {number} index as `classOfRate` has it
 * @param {number} count of classes
 * @param {import('../colours.js').Colours} colours
 */
export function drawClass(ctx, view, index, count, colours) {
    if (index < 0) {
        hatch(ctx, view, GAP, colours.nodata);
        return;
    }
    ctx.fillStyle = index ? shadeOf(index, count, colours) : colours.paper;
    ctx.fillRect(0, 0, view.width, view.height);
}

/**
 * The shade of a class from 1: with few classes the shades lie farther apart.
 * @param {number} index
 * @param {number} count
 * @param {import('../colours.js').Colours} colours
 */
function shadeOf(index, count, colours) {
    const step = count < 2 ? 3 : 1 + Math.round((index - 1) * 4 / (count - 1));
    return colours[`rate${step}`];
}
