// Which rows of a table hold the words of a query. Words that are codes are looked at once each; all others chunk by
// chunk, and none are kept: a million quotes would fill the memory of a page.

import {fold, matches} from './folding.js';

/** Columns that are searched, as far as a table has them. */
const COLUMNS = ['place_name', 'title', 'origin_name', 'destination_name', 'voices', 'quote', 'incident_id', 'flow_id'];

/** Rows after which it is told what was found so far. */
const STEP = 262144;

/**
 * Mark the rows that hold each of some words, in whichever columns.
 * @param {import('./payload.js').Table} table
 * @param {string[]} query folded words; up to 30 are looked for
 * @param {Map<string, string>} other the other name of a folded name
 * @param {{goesOn?: () => boolean, tell?: (found: Uint8Array) => void}} [how] `tell` hears what was found so far
 * @returns {Promise<Uint8Array | null>} null when it was given up
 */
export async function searched(table, query, other, {goesOn = () => true, tell = () => {}} = {}) {
    const words = query.slice(0, 30), all = 2 ** words.length - 1, masks = new Int32Array(table.rows);
    const maskOf = (/** @type {string} */ text) => maskIn(text, words);
    for (const name of COLUMNS.filter(column => table.dictionaries[column])) {
        const codes = table.array(name);
        if (codes.length !== table.rows) continue;
        const known = table.dictionaries[name].map(word => maskOf(fold(word)) | maskOf(twinOf(word, other)));
        for (let row = 0; row < masks.length; row++) masks[row] |= known[codes[row]];
    }
    const found = new Uint8Array(table.rows), loose = COLUMNS.filter(column => table.isLoose(column));
    const mark = (/** @type {number} */ from, /** @type {number} */ to) => {
        for (let row = from; row < to; row++) found[row] = Number(masks[row] === all);
    };
    mark(0, table.rows);
    if (!loose.length) return found;
    if (table.rows > STEP) tell(found);
    for (let from = 0, told = 0; from < table.rows; from += table.chunkRows) {
        const chunk = await table.chunk(from / table.chunkRows);
        if (!goesOn()) return null;
        const rows = Math.min(table.chunkRows, table.rows - from);
        for (const name of loose) {
            const column = chunk[name];
            for (let i = 0; i < rows; i++) {
                const text = masks[from + i] === all ? null : column[i];
                if (!text) continue;
                masks[from + i] |= maskOf(fold(text)) | maskOf(twinOf(text, other));
            }
        }
        mark(from, from + rows);
        if (from - told >= STEP && from + rows < table.rows) {
            tell(found);
            told = from;
        }
    }
    return found;
}

/**
 * The other names of a text, folded: of the whole, or of the places it lists.
 * @param {string} text
 * @param {Map<string, string>} other
 */
function twinOf(text, other) {
    const whole = other.get(fold(text));
    if (whole || !/[,،]/.test(text)) return fold(whole ?? '');
    return fold(text.split(/, |، /).map(part => other.get(fold(part)) ?? '').join(' '));
}

/**
 * A bit for each word of a query that a text holds.
 * @param {string} text folded
 * @param {string[]} words
 */
function maskIn(text, words) {
    if (!text) return 0;
    let mask = 0;
    for (let i = 0; i < words.length; i++) if (matches(text, [words[i]])) mask |= 1 << i;
    return mask;
}
