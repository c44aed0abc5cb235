// The figure of an arrow, written beside it, and when, where that took long.

import {free} from './boxes.js';
import {BOTH} from './flow-bundles.js';
import {pointOn} from './flow-geometry.js';
import {NONE} from '../payload.js';
import {daysOf, figureOf, unitOf} from '../items.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** Arrows that are labelled: with more, the words would hide the map. */
const MOST = 24;

/** Places whose balance is written. */
const PLACES = 8;

/** Days from which on an arrow says when: a movement of a season must not look like that of a day. */
const LONG = 31;

/** Pixels: the height of a line, and the side of the boxes that stand for an arrow. */
const LINE = 15, STEP = 12;

/**
 * Boxes along the arrows, which words keep clear of.
 * @param {any} layer
 * @param {import('./canvas-layer.js').View} view
 * @returns {import('./boxes.js').Box[]}
 */
export function arrowBoxes(layer, view) {
    const [dx, dy] = moved(layer, view);
    return (layer.bundles ?? []).flatMap((/** @type {any} */ {row, low, curve}) => {
        const half = Math.max(3, layer.widthOf(row, low) / 2);
        const steps = Math.max(2, Math.ceil(Math.hypot(curve.x2 - curve.x0, curve.y2 - curve.y0) / STEP));
        return Array.from({length: steps + 1}, (_, i) => {
            const {x, y} = pointOn(curve, i / steps);
            return /** @type {import('./boxes.js').Box} */ ([x + dx - half, y + dy - half, x + dx + half, y + dy + half]);
        });
    });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('./boxes.js').Box[]} taken
 * @param {import('../colours.js').Colours} colours
 */
export function labelFlows(ctx, view, layer, taken, colours) {
    const [dx, dy] = moved(layer, view), {words} = stageOf(layer._map);
    ctx.textBaseline = 'middle';
    ctx.direction = words.direction;
    ctx.font = '600 11.5px system-ui, sans-serif';
    for (const bundle of (layer.bundles ?? []).slice(0, MOST)) {
        const lines = linesOf(layer, bundle, words);
        if (!lines.length) continue;
        const width = 4 + Math.max(...lines.map(line => ctx.measureText(line).width)), rise = lines.length * LINE / 2;
        const gap = layer.widthOf(bundle.row, bundle.low) / 2 + 5;
        const box = sidesOf(bundle, gap, width, rise).map(([x0, y0, x1, y1]) => /** @type {import('./boxes.js').Box} */ ([x0 + dx, y0 + dy, x1 + dx, y1 + dy]))
            .find(side => free(side, taken));
        if (!box) continue;
        taken.push(box);
        ctx.textAlign = 'center';
        lines.forEach((line, i) => drawLabel(ctx, line, (box[0] + box[2]) / 2, box[1] + LINE * (i + 0.5), colours.displaced, colours.halo));
    }
}

/**
 * What came to a place, what left it, and what is known of neither end: "in 1,200 · out 300", "balance +900".
 * @param {import('../i18n/words.js').Words} words
 * @param {import('./flow-balance.js').Balance} balance
 * @returns {string[]}
 */
export function balanceWords(words, {came, left, unknown}) {
    const t = words.table, balance = came - left, sign = balance > 0 ? '+' : balance < 0 ? '−' : '';
    return [t.inAndOut(words.number(came), words.number(left)),
        [t.balance(`${sign}${words.number(Math.abs(balance))}`), unknown ? t.endUnknown(words.number(unknown)) : ''].filter(Boolean).join(' · ')];
}

/**
 * Write the balance of the places that most people came to or left.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('./boxes.js').Box[]} taken
 * @param {import('../colours.js').Colours} colours
 */
export function labelBalances(ctx, view, layer, taken, colours) {
    const {words} = stageOf(layer._map), {nodes} = layer;
    ctx.font = '11px system-ui, sans-serif';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.direction = words.direction;
    for (const balance of (layer.balances ?? []).slice(0, PLACES)) {
        const x = nodes.x[balance.node] * view.scale - view.left, y = nodes.y[balance.node] * view.scale - view.top;
        if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
        const lines = balanceWords(words, balance), half = 3 + Math.max(...lines.map(line => ctx.measureText(line).width / 2));
        const spot = [[half + 12, 0], [-half - 12, 0], [0, LINE + 12], [0, -LINE - 12], [half + 12, LINE + 6], [-half - 12, LINE + 6],
            [half + 12, -LINE - 6], [-half - 12, -LINE - 6], [half + 40, LINE + 24], [-half - 40, LINE + 24], [half + 40, -LINE - 24],
            [-half - 40, -LINE - 24]].map(([dx, dy]) => [x + dx, y + dy])
            .find(([cx, cy]) => free([cx - half, cy - LINE, cx + half, cy + LINE], taken));
        if (!spot) continue;
        taken.push([spot[0] - half, spot[1] - LINE, spot[0] + half, spot[1] + LINE]);
        lines.forEach((line, i) => drawLabel(ctx, line, spot[0], spot[1] + LINE * (i - 0.5), colours.ink, colours.halo));
    }
}

/**
 * Boxes beside an arrow, the best first: right and left along it, and above and below a stub.
 * @param {{curve: import('./flow-geometry.js').Curve, ends: number}} bundle
 * @param {number} gap
 * @param {number} width
 * @param {number} rise half the height
 * @returns {import('./boxes.js').Box[]}
 */
function sidesOf({curve, ends}, gap, width, rise) {
    /** @type {import('./boxes.js').Box[]} */
    const sides = [0.5, 0.38, 0.62, 0.25, 0.75].flatMap((t) => {
        const {x, y} = pointOn(curve, t);
        return /** @type {import('./boxes.js').Box[]} */ ([[x + gap, y - rise, x + gap + width, y + rise], [x - gap - width, y - rise, x - gap, y + rise]]);
    });
    if (ends === BOTH) return sides;
    const {x0, y0, y2} = curve, top = Math.min(y0, y2) - 9, foot = Math.max(y0, y2) + 9;
    return [...sides, [x0 - width / 2, top - 2 * rise, x0 + width / 2, top], [x0 - width / 2, foot, x0 + width / 2, foot + 2 * rise]];
}

/**
 * @param {any} layer
 * @param {any} bundle
 * @param {import('../i18n/words.js').Words} words
 * @returns {string[]}
 */
function linesOf({table}, {row, rows, low, high}, words) {
    if (low === NONE && high === NONE) return [];
    const figure = rows.length === 1 ? figureOf(table, row) : {low: low === NONE ? null : low, best: null, high: high === NONE ? null : high};
    const [start, end] = rows.length === 1 ? daysOf(table, row) : [null, null];
    const long = start !== null && end !== null && end - start >= LONG;
    return [words.told(figure, '', unitOf(table, row)), ...(long ? [words.period(start, end)] : [])];
}

/**
 * How far the canvas of the words lies from that of the arrows.
 * @param {any} layer
 * @param {import('./canvas-layer.js').View} view
 */
function moved({view: drawn}, {left, top}) {
    return drawn ? [drawn.left - left, drawn.top - top] : [0, 0];
}
