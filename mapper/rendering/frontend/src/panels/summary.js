// How much of it all is shown, said in words and again on every change.

import {shownLayers} from '../items.js';
import {undatedRows} from './time.js';

/**
 * @typedef {{all: number, shown: number, unplaced: number, undated: number}} Tally
 * @param {import('../stage.js').Stage} stage
 * @returns {Tally}
 */
export function tally(stage) {
    const sum = {all: 0, shown: 0, unplaced: 0, undated: 0};
    for (const {table, visible} of shownLayers(stage)) {
        sum.all += table.rows;
        const placed = table.rows - table.meta.unplaced;
        for (let row = 0; row < table.rows; row++) {
            if (!visible[row]) continue;
            sum.shown++;
            if (row >= placed) sum.unplaced++;
        }
        sum.undated += undatedRows(table, visible);
    }
    return sum;
}

/**
 * @param {import('../i18n/words.js').Words} words
 * @param {Tally} counts
 */
export function summaryWords({table: t, ...words}, counts) {
    const n = (/** @type {number} */ number) => words._number.format(number);
    return [t.shownOf(n(counts.shown), n(counts.all)), counts.unplaced ? t.unplacedCount(n(counts.unplaced)) : '',
        counts.undated ? t.undatedCount(n(counts.undated)) : ''].filter(Boolean).join(t.comma);
}
