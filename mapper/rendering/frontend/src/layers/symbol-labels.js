// The number of a symbol, written beside it where it did not fit inside.

import {free} from './boxes.js';
import {drawLabel, symbolRadius} from '../symbols.js';

/** Symbols that get one: with more, the numbers would be all there is to see. */
const MOST = 30;

const FONT = '600 11px system-ui, sans-serif', HALF = 7;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer its clusters have a `beside`: the words that did not fit
 * @param {import('./boxes.js').Box[]} taken
 * @param {import('../colours.js').Colours} colours
 */
export function labelSymbols(ctx, view, layer, taken, colours) {
    ctx.font = FONT;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.direction = layer.stage.words.direction;
    const wanting = (layer.clusters ?? []).filter((/** @type {any} */ {beside}) => beside).slice(0, MOST);
    for (const {row, low, high, beside} of wanting) {
        const x = layer.mx[row] * view.scale - view.left, y = layer.my[row] * view.scale - view.top;
        const reach = symbolRadius(low, high, layer.unit) + 3, half = ctx.measureText(beside).width / 2 + 2;
        const spot = [[reach + half, 0], [-reach - half, 0], [0, reach + HALF], [0, -reach - HALF]].map(([dx, dy]) => [x + dx, y + dy])
            .find(([cx, cy]) => free([cx - half, cy - HALF, cx + half, cy + HALF], taken));
        if (!spot) continue;
        taken.push([spot[0] - half, spot[1] - HALF, spot[0] + half, spot[1] + HALF]);
        drawLabel(ctx, beside, spot[0], spot[1], colours.ink, colours.halo);
    }
}
