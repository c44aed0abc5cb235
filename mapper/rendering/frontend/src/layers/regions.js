// Areas for what was said of a region and no more finely: the finest hatched, dashed where the region is a zone.

import {nested} from './nesting.js';
import {AREA, POINTS} from './shapes.js';

/** Pixels between the lines of a hatch, by the number it stands for: from 1, from 10, from 100, from 1,000. */
export const HATCHES = [14, 10, 7, 5];

/**
 * The areas of a table, each with its rows.
 * @param {import('./shapes.js').Shapes} shapes
 * @param {import('../payload.js').Table} table
 */
export function regionsOf(shapes, table) {
    /** @type {number[][]} */
    const rows = Array.from({length: shapes.size}, () => []);
    for (let row = table.meta.points; row < shapes.codes.length; row++) {
        if (shapes.codes[row]) rows[shapes.codes[row] - 1].push(row);
    }
    const extent = (/** @type {number} */ s) => (shapes.box[4 * s + 2] - shapes.box[4 * s]) * (shapes.box[4 * s + 3] - shapes.box[4 * s + 1]);
    // Large ones first, so that a district within a governorate lies on top of it.
    const order = rows.map((_, shape) => shape).sort((a, b) => extent(b) - extent(a));
    const within = nested(shapes, order);
    return {
        rows, order, within,
        /**
         * Rows of the areas and lines under a point, smallest first.
         * @param {number} x mercator
         * @param {number} y mercator
         * @param {Uint8Array} visible
         */
        under(x, y, visible) {
            const found = [];
            for (let i = order.length - 1; i >= 0; i--) {
                if (shapes.holds(order[i], x, y)) found.push(...rows[order[i]].filter(row => visible[row]));
            }
            return found;
        }
    };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('../colours.js').Colours} colours
 */
export function drawRegions(ctx, view, layer, colours) {
    const {shapes, regions, table, visible} = layer;
    for (const shape of regions.order) {
        const rows = regions.rows[shape].filter((/** @type {number} */ row) => visible[row]);
        if (!rows.length || !shapes.inView(shape, view)) continue;
        const path = new Path2D();
        shapes.trace(path, shape, view);
        // Only the finest are hatched: a wider figure says nothing of the land between them.
        const finest = !regions.within[shape].some((/** @type {number} */ other) =>
            regions.rows[other].some((/** @type {number} */ row) => visible[row]));
        if (shapes.kinds[shape] === AREA && finest) {
            ctx.save();
            ctx.clip(path, 'evenodd');
            // Where areas overlap, two hatches on one another would look like a third.
            ctx.clearRect(0, 0, view.width, view.height);
            hatch(ctx, view, HATCHES[classOf(mostOf(layer, rows))], colours.region);
            ctx.restore();
        }
        if (shapes.kinds[shape] === POINTS) drawSeveral(ctx, view, shapes, shape, colours);
        const zone = rows.some((/** @type {number} */ row) => table.code('precision', row) === 'zone');
        ctx.setLineDash(zone ? [8, 5] : shapes.kinds[shape] === POINTS ? [2, 4] : []);
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = colours.region;
        ctx.stroke(path);
        ctx.setLineDash([]);
    }
}

/**
 * Several places named in one breath: a ring at each, since nobody said how many died where.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {import('./shapes.js').Shapes} shapes
 * @param {number} shape
 * @param {import('../colours.js').Colours} colours
 */
function drawSeveral(ctx, view, shapes, shape, colours) {
    ctx.setLineDash([3, 3]);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = colours.region;
    for (let i = shapes.pointAt[shapes.ringAt[shape]]; i < shapes.pointAt[shapes.ringAt[shape + 1]]; i++) {
        ctx.beginPath();
        ctx.arc(shapes.x[i] * view.scale - view.left, shapes.y[i] * view.scale - view.top, 8, 0, 2 * Math.PI);
        ctx.stroke();
    }
}

/**
 * The greatest number among rows, as far as known.
 * @param {any} layer
 * @param {number[]} rows
 */
export function mostOf(layer, rows) {
    return rows.reduce((most, row) => Math.max(most, layer.low[row], layer.high[row]), 0);
}

/** @param {number} number */
export function classOf(number) {
    return Math.max(0, Math.min(HATCHES.length - 1, Math.floor(Math.log10(Math.max(1, number)))));
}

/**
 * Lines at 45°, tied to the ground so that they do not swim while the map is dragged.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{left: number, top: number, width: number, height: number}} view
 * @param {number} gap
 * @param {string} colour
 */
export function hatch(ctx, view, gap, colour) {
    const step = gap * Math.SQRT2, {width, height} = view;
    const offset = ((view.left + view.top) % step + step) % step;
    ctx.beginPath();
    for (let x = -offset; x < width + height; x += step) {
        ctx.moveTo(x, 0);
        ctx.lineTo(x - height, height);
    }
    ctx.lineWidth = 1;
    ctx.globalAlpha = 0.75;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.globalAlpha = 1;
}
