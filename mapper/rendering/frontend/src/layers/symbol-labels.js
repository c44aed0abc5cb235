// What a symbol stands for, written beside it where it does not fit inside.

import {free} from './boxes.js';
import {font, lettering} from '../lettering.js';
import {drawLabel, symbolRadius} from '../symbols.js';

/** Symbols that get one: with more, the numbers would be all there is to see. */
const MOST = 30;

/** The height of a line, pixels. */
const LINE = 14;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer its clusters have a `beside`: the lines that did not fit
 * @param {import('./boxes.js').Box[]} taken
 * @param {import('../colours.js').Colours} colours
 */
export function labelSymbols(ctx, view, layer, taken, colours) {
    ctx.direction = layer.stage.words.direction;
    const wanting = (layer.clusters ?? []).filter((/** @type {any} */ {beside}) => beside?.length).slice(0, MOST);
    for (const {row, low, high, beside} of wanting) {
        const x = layer.mx[row] * view.scale - view.left, y = layer.my[row] * view.scale - view.top;
        writeBeside(ctx, x, y, symbolRadius(low, high, layer.unit) + 3, beside, taken, colours.ink, colours.halo);
    }
}

/**
 * Write lines right or left of a symbol, below or above it; where nothing is free, not at all. The first line is bold.
 * Returns whether they are there.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x of the symbol
 * @param {number} y
 * @param {number} reach of the symbol
 * @param {string[]} lines
 * @param {import('./boxes.js').Box[]} taken
 * @param {string} ink
 * @param {string} halo
 */
export function writeBeside(ctx, x, y, reach, lines, taken, ink, halo) {
    const fonts = lines.map((_, i) => font(11, i ? 400 : 600)), line = LINE * lettering(), rise = lines.length * line / 2;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    const half = 2 + Math.max(...lines.map((text, i) => {
        ctx.font = fonts[i];
        return ctx.measureText(text).width / 2;
    }));
    const beside = reach + half, below = reach + rise;
    const spot = [[beside, 0], [-beside, 0], [0, below], [0, -below], [beside, rise], [-beside, rise], [beside, -rise], [-beside, -rise]].map(([dx, dy]) => [x + dx, y + dy])
        .find(([cx, cy]) => free([cx - half, cy - rise, cx + half, cy + rise], taken));
    if (!spot) return false;
    taken.push([spot[0] - half, spot[1] - rise, spot[0] + half, spot[1] + rise]);
    lines.forEach((text, i) => {
        ctx.font = fonts[i];
        drawLabel(ctx, text, spot[0], spot[1] + line * (i - (lines.length - 1) / 2), ink, halo);
    });
    return true;
}
