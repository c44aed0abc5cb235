// What was known on a day: the claims published by then decide which rows are shown, and with which figures.

import {NONE} from './payload.js';

/** The columns that hold the figure of a row, by the kind of its table. */
const FIGURES = [['deaths_low', 'deaths_best', 'deaths_high'], ['count_low', 'count_best', 'count_high']];

/** @typedef {import('./payload.js').Table} Table */

/**
 * Rows that rest on at least one claim published by a day, and their figures as they stood then.
 *
 * A row all of whose claims were known keeps its figures. Where some came later, the figures are the envelope of the
 * last figures of each voice until that day: the reader of that day could know no more.
 * @param {Table} table
 * @param {Table | null} claims
 * @param {number} day since 1970-01-01, included
 * @returns {{rows: Uint8Array, changed: Record<string, Int32Array>}} `changed` are columns to be used instead
 */
export function knownBy(table, claims, day) {
    const rows = new Uint8Array(table.rows).fill(1);
    if (table.has('published')) {
        const published = table.array('published');
        for (let row = 0; row < rows.length; row++) rows[row] = Number(published[row] <= day); // NONE is least of all
        return {rows, changed: {}};
    }
    if (!claims || !table.has('claims.size')) return {rows, changed: {}};
    const names = /** @type {string[]} */ (FIGURES.find(([low]) => table.has(low)) ?? []).filter(name => table.has(name));
    /** @type {Record<string, Int32Array>} */
    const changed = Object.fromEntries([...names, 'qualifier', 'count_words'].filter(name => table.has(name))
        .map(name => [name, Int32Array.from(table.array(name))]));
    const published = knownFrom(claims), sizes = table.array('claims.size'), items = table.array('claims.items');
    for (let row = 0, at = 0; row < rows.length; at += sizes[row++]) {
        if (!sizes[row]) continue;
        const all = items.subarray(at, at + sizes[row]), known = all.filter(claim => published[claim] <= day);
        rows[row] = Number(known.length > 0);
        if (!known.length || known.length === all.length) continue;
        const figure = standing(claims, known, names[0] === 'deaths_low' ? 'killed' : '');
        if (!figure) continue;
        for (const name of names) changed[name][row] = figure[/** @type {'low' | 'best' | 'high'} */ (name.split('_')[1])];
        if (changed.qualifier) changed.qualifier[row] = changed.count_words[row] = 0;
    }
    return {rows, changed};
}

/**
 * The envelope of the last figures of each voice among some claims.
 * @param {Table} claims
 * @param {ArrayLike<number> & Iterable<number>} rows
 * @param {string} measure '' is any
 */
function standing(claims, rows, measure) {
    const here = new Set(rows);
    const told = lastOfVoices(claims, [...rows].filter(row => (!measure || claims.code('measure', row) === measure) &&
        !claims.list('contained_in', row).some(whole => here.has(whole))));
    if (!told.length) return null;
    const low = told.map(row => claims.array('count_low')[row]).filter(number => number !== NONE);
    const high = told.map(row => claims.array('count_high')[row]);
    const best = told.map(row => claims.array('count_best')[row]);
    return {
        low: low.length ? Math.min(...low) : NONE,
        best: told.length === 1 ? best[0] : NONE,
        high: high.includes(NONE) ? NONE : Math.max(...high)
    };
}

/**
 * The last figure of each voice for each group it speaks of; what it said earlier is superseded, and one day's news
 * is no figure of its own.
 * @param {Table} claims
 * @param {number[]} rows
 */
export function lastOfVoices(claims, rows) {
    const published = claims.array('published'), asOf = claims.array('as_of');
    /** @type {Map<string, number>} */
    const last = new Map();
    for (const row of rows) {
        if (claims.code('kind', row) === 'delta') continue;
        // What has no day cannot be told to be earlier or later than another.
        const undated = published[row] === NONE && asOf[row] === NONE ? row : '';
        const key = ['voice', 'group', 'unit'].map(name => claims.code(name, row)).concat(String(undated)).join('|'), before = last.get(key);
        if (before === undefined || (published[row] - published[before] || asOf[row] - asOf[before]) > 0) last.set(key, row);
    }
    return [...last.values()];
}

/** The measures a headline has, the gravest first; as in `mapper/rendering/headline.py`. */
const MEASURES = ['killed', 'injured', 'casualties', 'missing', 'detained', 'displaced', 'arrived', 'returned', 'sheltering', 'incidents'];

/**
 * What each voice had said by a day: its last figure for each place, group and measure, no part beside its whole.
 * @param {Table} claims
 * @param {number} day
 * @param {number} most lines a voice gets
 * @returns {Promise<import('./panels/headline.js').Voice[]>}
 */
export async function headlineBy(claims, day, most = 4) {
    const published = knownFrom(claims), places = await claims.column('place_name'), relays = await claims.column('relay');
    const told = Array.from({length: claims.rows}, (_, row) => row)
        .filter(row => published[row] <= day && MEASURES.includes(claims.code('measure', row)));
    const here = new Set(told), weight = (/** @type {number} */ row) =>
        MEASURES.indexOf(claims.code('measure', row)) * 1e10 - Math.max(0, claims.array('count_low')[row]);
    const last = (/** @type {number[]} */ rows) => {
        /** @type {Map<string, number[]>} */
        const scopes = new Map();
        for (const row of rows) {
            const scope = `${claims.code('measure', row)}|${places[row]}`;
            scopes.set(scope, [...scopes.get(scope) ?? [], row]);
        }
        return [...scopes.values()].flatMap(scope => lastOfVoices(claims, scope)).sort((a, b) => weight(a) - weight(b) || a - b);
    };
    /**
     * @param {number} row
     * @param {number[]} above
     * @returns {import('./panels/headline.js').Line}
     */
    const line = (row, above) => {
        const parts = told.filter(part => !above.includes(part) && claims.list('contained_in', part).includes(row) && claims.code('voice', part) === claims.code('voice', row));
        return {
            measure: claims.code('measure', row), unit: claims.code('unit', row), low: claims.number('count_low', row),
            best: claims.number('count_best', row), high: claims.number('count_high', row), qualifier: claims.code('qualifier', row),
            words: claims.code('count_words', row), group: claims.code('group', row), place: places[row], relay: relays[row],
            as_of: claims.number('as_of', row), start: claims.number('period_start', row), end: claims.number('period_end', row), parts: last(parts).slice(0, most).map(part => line(part, [...above, row])), rest: null
        };
    };
    /** @type {Map<string, import('./panels/headline.js').Line[]>} */
    const voices = new Map();
    for (const row of last(told.filter(one => !claims.list('contained_in', one).some(whole => here.has(whole))))) {
        const voice = claims.code('voice', row), lines = voices.get(voice) ?? [];
        voices.set(voice, lines);
        if (lines.length < most) lines.push(line(row, [row]));
    }
    return [...voices].map(([voice, lines]) => ({voice, lines}));
}

/** @type {WeakMap<Table, Int32Array>} */
const firstDays = new WeakMap();

/**
 * The first day on which each claim can have been known: that of its report; where the report has none, the last day
 * the claim tells of, since nobody knew it earlier. A claim without any day has `NONE`, and counts as known.
 * @param {Table} claims
 * @returns {Int32Array}
 */
export function knownFrom(claims) {
    let days = firstDays.get(claims);
    if (!days) {
        const others = ['as_of', 'period_start', 'period_end'].filter(name => claims.has(name)).map(name => claims.array(name));
        days = Int32Array.from(claims.array('published'), (day, row) => (day === NONE ? Math.max(NONE, ...others.map(other => other[row])) : day));
        firstDays.set(claims, days);
    }
    return days;
}
