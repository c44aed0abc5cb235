// Which rows pass: words, days, what was found, and what was known by a day.

import {NONE} from './payload.js';

/** The columns a reader can filter by, in the order in which the page offers them. */
export const FACETS = /** @type {const} */ (['measure', 'group', 'grade', 'precision', 'voices']);

/** Columns of a row that are words of the claims it rests on. */
const OF_CLAIMS = /** @type {Record<string, string>} */ ({measure: 'measure', group: 'group'});

/**
 * @typedef {import('./payload.js').Table} Table
 * @typedef {{claims?: Table | null, found?: Uint8Array | null, known?: Uint8Array | null, except?: string}} Context
 */

/**
 * Mark with 1 each row of a table that the state lets through.
 *
 * A row is shown when its days touch the window, both ends included; a row without a day is never hidden by time,
 * since hiding it would say that it lies elsewhere.
 * @param {Table} table
 * @param {import('./state.js').State} state
 * @param {Uint8Array} visible one entry a row, overwritten
 * @param {Context} [context] claims of the page, rows the search found, rows known by then, a key that is not asked
 */
export function passes(table, state, visible, {claims = null, found = null, known = null, except = ''} = {}) {
    visible.fill(1);
    const time = state.get('time');
    if (time && except !== 'time' && table.has('period_start')) {
        const starts = table.array('period_start'), ends = table.array('period_end');
        for (let row = 0; row < visible.length; row++) {
            const start = starts[row], end = ends[row];
            if (start !== NONE && start > time.to) visible[row] = 0;
            else if (end !== NONE && end < time.from) visible[row] = 0;
        }
    }
    if (except !== 'asOf' && known) and(visible, known);
    if (found) and(visible, found);
    for (const [column, allowed] of Object.entries(state.get('filters'))) {
        if (column === except) continue;
        if (table.dictionaries[column]) byOwnWords(table, column, allowed, visible);
        else if (OF_CLAIMS[column]) byClaims(table, claims, column, allowed, visible);
    }
}

/**
 * A cell may hold several words, a|b: one of them is enough.
 * @param {Table} table
 * @param {string} column
 * @param {string[]} allowed
 * @param {Uint8Array} visible
 */
function byOwnWords(table, column, allowed, visible) {
    const fine = table.dictionaries[column].map(cell => Number(cell.split('|').some(word => allowed.includes(word))));
    const codes = table.array(column);
    for (let row = 0; row < visible.length; row++) visible[row] &= fine[codes[row]];
}

/**
 * A row passes if one of the claims it rests on does; a row without claims has the word of its kind, or none.
 * @param {Table} table
 * @param {Table | null} claims
 * @param {string} column
 * @param {string[]} allowed
 * @param {Uint8Array} visible
 */
function byClaims(table, claims, column, allowed, visible) {
    const own = Number(allowed.includes(ownWord(table, column)));
    if (!claims || !table.has('claims.size')) {
        if (!own) visible.fill(0);
        return;
    }
    const fine = claims.dictionaries[column].map(word => Number(allowed.includes(word))), codes = claims.array(column);
    const sizes = table.array('claims.size'), items = table.array('claims.items');
    for (let row = 0, at = 0; row < visible.length; at += sizes[row++]) {
        if (!visible[row]) continue;
        let fits = sizes[row] ? 0 : own;
        for (let i = at; i < at + sizes[row]; i++) fits |= fine[codes[items[i]]];
        visible[row] = fits;
    }
}

/**
 * What a row of a table is about when no claim says so.
 * @param {Table} table
 * @param {string} column
 */
function ownWord(table, column) {
    if (column !== 'measure') return '';
    return table.has('deaths_low') ? 'killed' : table.has('ends') ? 'displaced' : '';
}

/**
 * How many rows of some tables have each word of a column, most first.
 * @param {{table: Table}[]} layers
 * @param {Table | null} claims
 * @param {string} column
 * @returns {{word: string, count: number}[]} '' is: nobody said
 */
export function facet(layers, claims, column) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    const add = (/** @type {string} */ word, n = 1) => counts.set(word, (counts.get(word) ?? 0) + n);
    for (const {table} of layers) {
        if (table.dictionaries[column]) {
            const codes = table.array(column), tally = new Uint32Array(table.dictionaries[column].length);
            for (let row = 0; row < table.rows; row++) tally[codes[row]]++;
            tally.forEach((n, code) => {
                if (n) for (const word of new Set(table.dictionaries[column][code].split('|'))) add(word, n);
            });
        } else if (OF_CLAIMS[column]) {
            if (!claims || !table.has('claims.size')) {
                add(ownWord(table, column), table.rows);
                continue;
            }
            const codes = claims.array(column), sizes = table.array('claims.size'), items = table.array('claims.items');
            const tally = new Uint32Array(claims.dictionaries[column].length);
            for (let row = 0, at = 0; row < table.rows; at += sizes[row++]) {
                if (sizes[row] === 1) tally[codes[items[at]]]++;
                else if (sizes[row]) for (const code of new Set(Array.from(items.subarray(at, at + sizes[row]), item => codes[item]))) tally[code]++;
                else add(ownWord(table, column));
            }
            tally.forEach((n, code) => n && add(claims.dictionaries[column][code], n));
        }
    }
    return [...counts].map(([word, count]) => ({word, count})).sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

/**
 * @param {Uint8Array} visible
 * @param {Uint8Array} other
 */
function and(visible, other) {
    for (let row = 0; row < visible.length; row++) visible[row] &= other[row];
}
