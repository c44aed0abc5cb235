// The days the page speaks of: of what happened, and of the last report.

import {NONE} from '../payload.js';
import {extent} from './bins.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @returns {string} '' if nobody said
 */
export function daysOfData(stage) {
    const {words} = stage, t = words.table, layers = [...stage.layers.values()].filter(layer => layer.table?.has('period_start'));
    const found = extent(layers.map(({table}) => ({starts: table.array('period_start'), ends: table.array('period_end')})));
    let last = NONE;
    for (const table of new Set(layers.map(layer => layer.claimsTable).filter(Boolean))) {
        for (const day of table.array('published')) last = Math.max(last, day);
    }
    for (const {published} of stage.data?.reports ?? []) last = Math.max(last, published ?? NONE);
    return [found ? t.dataFrom(words.period(found.first, found.last)) : '', last === NONE ? '' : t.publishedUntil(words.day(last))]
        .filter(Boolean).join(' · ');
}
