// The legend of rates: the classes, and what the rate is a share of, who counted that, and when.

import {coloursOf} from '../colours.js';
import {drawClass} from '../layers/rates.js';
import {classOfRate} from '../rate.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 * @param {{entry: Function, swatch: Function}} make
 * @returns {{title: string, rows: HTMLElement[]}}
 */
export function ratesLegend(stage, {table, options}, {entry, swatch}) {
    const words = /** @type {any} */ (stage.words), t = words.table, colours = coloursOf(stage.map.getContainer());
    const {breaks, rate} = table.meta, measure = t.measures[table.code('measure', 0)] ?? table.code('measure', 0);
    const box = (/** @type {number} */ index) => swatch([34, 20], (/** @type {CanvasRenderingContext2D} */ ctx, /** @type {number} */ width, /** @type {number} */ height) => {
        drawClass(ctx, {left: 0, top: 0, width, height}, index, breaks.length, colours);
        ctx.strokeStyle = colours.admin;
        ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
    });
    const there = new Set(Array.from({length: table.rows}, (_, row) => classOfRate(table, row)));
    const rows = breaks.map((/** @type {number} */ end, /** @type {number} */ i) =>
        entry(i ? t.rateClass(words.number(breaks[i - 1]), words.number(end)) : t.rateFirst(words.number(end)), box(i + 1)));
    if (there.has(0)) rows.unshift(entry(t.rateNone, box(0)));
    if (there.has(-1)) rows.push(entry(t.rateUnknown, box(-1)));
    const about = t.ratePer(measure, words.number(rate.per), rate.of);
    rows.push(entry(t.rateSource(rate.of, rate.source, words.year(rate.year)), document.createElement('span')));
    return {title: options.label ? `${options.label} (${about})` : about, rows};
}
