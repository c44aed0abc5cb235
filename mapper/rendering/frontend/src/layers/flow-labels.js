// The figure of an arrow, written beside it, and when, where that took long.

import {free} from './boxes.js';
import {BOTH} from './flow-bundles.js';
import {pointOn} from './flow-geometry.js';
import {writeBeside} from './symbol-labels.js';
import {NONE} from '../payload.js';
import {daysOf, figureOf, unitOf} from '../items.js';
import {font, lettering} from '../lettering.js';
import {localName, otherNames} from '../names.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** Arrows that are labelled: with more, the words would hide the map. */
const MOST = 24;

/** Arrows, the greatest, whose words may stand apart from them. */
const FIRST = 5;

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
            return /** @type {import('./boxes.js').Box} */ ([x + dx - half, y + dy - half, x + dx + half, y + dy + half, 'arrow']);
        });
    });
}

/**
 * Write the figures of arrows beside them; or, `apart`, those of the greatest that found no room there: a line leads to
 * them from where there is some.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('./boxes.js').Box[]} taken
 * @param {import('../colours.js').Colours} colours
 * @param {boolean} [apart]
 */
export function labelFlows(ctx, view, layer, taken, colours, apart = false) {
    const [dx, dy] = moved(layer, view), {words} = stageOf(layer._map), bundles = layer.bundles ?? [];
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'center';
    ctx.direction = words.direction;
    ctx.font = font(11.5, 600);
    const high = LINE * lettering();
    for (const bundle of apart ? bundles.slice(0, FIRST).filter((/** @type {any} */ {told}) => !told) : bundles.slice(0, MOST)) {
        bundle.told = true; // nothing is missing where there is nothing to say
        const lines = linesOf(layer, bundle, words);
        if (!lines.length) continue;
        const width = 4 + Math.max(...lines.map(text => ctx.measureText(text).width)), rise = lines.length * high / 2;
        const gap = layer.widthOf(bundle.row, bundle.low) / 2 + 5, {x, y} = pointOn(bundle.curve, 0.5);
        const from = /** @type {[number, number]} */ ([x + dx, y + dy]);
        const box = (apart ? farOf : sidesOf)(bundle, gap, width, rise).map(([x0, y0, x1, y1]) => /** @type {import('./boxes.js').Box} */ ([x0 + dx, y0 + dy, x1 + dx, y1 + dy]))
            .find(side => free(side, taken) && (!apart || leads(from, side, gap, taken)));
        bundle.told = Boolean(box);
        if (!box) continue;
        taken.push(box);
        if (apart) {
            ctx.beginPath();
            ctx.moveTo(...from);
            ctx.lineTo(...nearest(from, box));
            ctx.lineWidth = 1;
            ctx.strokeStyle = colours.displaced;
            ctx.stroke();
        }
        lines.forEach((text, i) => drawLabel(ctx, text, (box[0] + box[2]) / 2, box[1] + high * (i + 0.5), colours.displaced, colours.halo));
    }
}

/**
 * Whether a line to a box meets nothing on its way.
 * @param {[number, number]} from
 * @param {import('./boxes.js').Box} box
 * @param {number} gap pixels of the arrow at its start
 * @param {import('./boxes.js').Box[]} taken
 */
function leads(from, box, gap, taken) {
    const to = nearest(from, box), length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    for (let at = gap + STEP; at < length; at += 4) {
        const x = from[0] + (to[0] - from[0]) * at / length, y = from[1] + (to[1] - from[1]) * at / length;
        if (!free([x - 1, y - 1, x + 1, y + 1], taken)) return false;
    }
    return true;
}

/**
 * The point of a box that is nearest to another.
 * @param {[number, number]} point
 * @param {import('./boxes.js').Box} box
 * @returns {[number, number]}
 */
function nearest([x, y], [left, top, right, bottom]) {
    return [Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y))];
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
    ctx.direction = words.direction;
    for (const balance of (layer.balances ?? []).slice(0, PLACES)) {
        const x = nodes.x[balance.node] * view.scale - view.left, y = nodes.y[balance.node] * view.scale - view.top;
        if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
        const name = endOf(layer, balance), told = balanceWords(words, balance);
        if (name) [[name, ...told], [name, told[1]], [name]].some(lines => writeBeside(ctx, x, y, 10, lines, taken, colours.ink, colours.halo));
    }
}

/**
 * The name of the place of a balance: codes at once, else when the words around it are decoded, which draws the labels anew.
 * @param {any} layer
 * @param {import('./flow-balance.js').Balance} balance
 */
function endOf(layer, {row, starts}) {
    const stage = stageOf(layer._map), name = starts ? 'origin_name' : 'destination_name';
    layer.names ??= new Map();
    const key = `${row} ${name}`, known = layer.names.get(key);
    if (known === undefined) {
        layer.names.set(key, '');
        layer.table.record(row).then((/** @type {Record<string, string>} */ record) => {
            layer.names.set(key, record[name]);
            stage.tell('drawn', layer);
        });
    }
    return known ? localName(stage.words, otherNames(stage), known) : '';
}

/**
 * Boxes beside an arrow, the best first: right and left along it, below and above it, and about the ends of a stub.
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
    if (ends === BOTH) {
        const {x, y} = pointOn(curve, 0.5), away = gap + rise;
        return [...sides, [x - width / 2, y + away - rise, x + width / 2, y + away + rise], [x - width / 2, y - away - rise, x + width / 2, y - away + rise]];
    }
    const {x0, y0, y2} = curve, top = Math.min(y0, y2) - 9, foot = Math.max(y0, y2) + 9;
    return [...sides, ...[0, width / 2 + 4, -width / 2 - 4].flatMap(dx => [top - 2 * rise, foot].map(y =>
        /** @type {import('./boxes.js').Box} */ ([x0 + dx - width / 2, y, x0 + dx + width / 2, y + 2 * rise])))];
}

/**
 * Boxes away from the middle of an arrow, the nearest first.
 * @param {{curve: import('./flow-geometry.js').Curve}} bundle
 * @param {number} gap
 * @param {number} width
 * @param {number} rise half the height
 * @returns {import('./boxes.js').Box[]}
 */
function farOf({curve}, gap, width, rise) {
    const {x, y} = pointOn(curve, 0.5);
    return [24, 40, 60, 80].flatMap(away => [[0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1], [1, 0], [-1, 0]].map(([right, down]) => {
        const cx = x + right * (gap + away + width / 2), cy = y + down * (gap + away + rise);
        return /** @type {import('./boxes.js').Box} */ ([cx - width / 2, cy - rise, cx + width / 2, cy + rise]);
    }));
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
