// Areas for what was said of a region and no more finely, which rows they stand for, and how they are hatched.

import {nested} from './nesting.js';

/** Pixels between the lines of a hatch, by the number it stands for: from 1, from 10, from 100, from 1,000. */
export const HATCHES = [20, 12, 7, 4.5];

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
         * @param {number} reach how near a line or a point counts, mercator
         */
        under(x, y, visible, reach) {
            const found = [];
            for (let i = order.length - 1; i >= 0; i--) {
                if (shapes.holds(order[i], x, y) || shapes.near(order[i], x, y, reach)) found.push(...rows[order[i]].filter(row => visible[row]));
            }
            return found;
        }
    };
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
