// A rate, and the class it falls into.

import {NONE} from './payload.js';

/**
 * The class of a row: -1 is no data, 0 none counted, then upwards.
 * @param {import('./payload.js').Table} table
 * @param {number} row
 */
export function classOfRate(table, row) {
    const rate = rateOf(table, row);
    if (rate === null) return -1;
    return rate > 0 ? 1 + table.meta.breaks.findIndex((/** @type {number} */ end) => rate <= end * (1 + 1e-9)) : 0;
}

/**
 * So many per so many people; null where either is unknown.
 * @param {import('./payload.js').Table} table
 * @param {number} row
 */
export function rateOf(table, row) {
    const count = table.array('count_low')[row], people = table.array('people')[row];
    return count === NONE || people === NONE ? null : count * table.meta.rate.per / people;
}
