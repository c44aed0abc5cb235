// Which rows pass: words, days, and what was known by a day.

import {NONE} from './payload.js';

/**
 * Mark with 1 each row of a table that the state lets through.
 *
 * A row is shown when its days touch the window, both ends included; a row without a day is never hidden by time,
 * since hiding it would say that it lies elsewhere.
 * @param {import('./payload.js').Table} table
 * @param {import('./state.js').State} state
 * @param {Uint8Array} visible one entry a row, overwritten
 */
export function passes(table, state, visible) {
    visible.fill(1);
    const time = state.get('time');
    if (time && table.has('period_start')) {
        const starts = table.array('period_start'), ends = table.array('period_end');
        for (let row = 0; row < visible.length; row++) {
            const start = starts[row], end = ends[row];
            if (start !== NONE && start > time.to) visible[row] = 0;
            else if (end !== NONE && end < time.from) visible[row] = 0;
        }
    }
    const asOf = state.get('asOf');
    if (asOf !== null && table.has('published')) {
        const published = table.array('published');
        for (let row = 0; row < visible.length; row++) {
            if (published[row] !== NONE && published[row] > asOf) visible[row] = 0;
        }
    }
    for (const [column, allowed] of Object.entries(state.get('filters'))) {
        if (!table.dictionaries[column]) continue;
        // A cell may hold several words, a|b: one of them is enough.
        const fine = table.dictionaries[column].map(cell => Number(cell.split('|').some(word => allowed.includes(word))));
        const codes = table.array(column);
        for (let row = 0; row < visible.length; row++) visible[row] &= fine[codes[row]];
    }
}
