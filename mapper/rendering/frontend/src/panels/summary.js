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
 * What is shown, in numbers that add up: on the map and without a place are all that pass.
 * @param {import('../i18n/words.js').Words} words
 * @param {Tally} counts
 */
export function summaryWords(words, {all, shown, unplaced, undated}) {
    const t = words.table, n = (/** @type {number} */ number) => words.number(number);
    if (!shown && all) return `${t.shownOf(n(shown), n(all))}: ${t.noneFits}`;
    const where = unplaced ? t.whereShown(n(shown - unplaced), n(unplaced)) : t.allOnMap;
    return `${shown === all ? t.shownAll(n(all)) : t.shownOf(n(shown), n(all))}: ${[where, undated ? t.undatedCount(n(undated), n(shown)) : ''].filter(Boolean).join(' · ')}`;
}
