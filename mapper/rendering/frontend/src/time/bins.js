// Days in bars: how wide a bar is, and how many rows stand in each.

import {NONE} from '../payload.js';

/** Days a bar may stand for. */
const SIZES = [1, 7, 28, 91, 365, 3652];

/** More bars than this are not told apart. */
const MOST = 120;

/** @typedef {{first: number, last: number, size: number, count: number}} Bins days since 1970-01-01, both included */

/**
 * @param {number} first
 * @param {number} last
 * @returns {Bins}
 */
export function binsOf(first, last) {
    const days = last - first + 1;
    const size = SIZES.find(step => days / step <= MOST) ?? Math.ceil(days / MOST);
    return {first, last, size, count: Math.ceil(days / size)};
}

/**
 * The first and last day of rows, or null if none has a day.
 * @param {{starts: ArrayLike<number>, ends: ArrayLike<number>}[]} tables
 */
export function extent(tables) {
    let first = Infinity, last = -Infinity;
    for (const {starts, ends} of tables) {
        for (let row = 0; row < starts.length; row++) {
            for (const day of [starts[row], ends[row]]) {
                if (day === NONE) continue;
                if (day < first) first = day;
                if (day > last) last = day;
            }
        }
    }
    return first <= last ? {first, last} : null;
}

/**
 * How many rows stand in each bar, and how many periods longer than a bar reach over it. A bar means its own days: a row
 * said of a whole month stands in none of them, but in the strip of the long ones. Both ends are included; a row that is
 * open at an end reaches to the end of all, and is long; one without any day stands nowhere.
 * @param {Bins} bins
 * @param {ArrayLike<number>} starts
 * @param {ArrayLike<number>} ends
 * @param {ArrayLike<number>} shown rows that count
 * @param {Float64Array} counts rows no longer than a bar, added to, one a bar
 * @param {Float64Array} long the longer ones, added to, one a bar
 * @returns {{undated: number, long: number}} rows without a day, and rows longer than a bar
 */
export function addCounts({first, last, size, count}, starts, ends, shown, counts, long) {
    // Where rows begin, +1; after they end, −1: a pass over the bars then sums them up.
    const shortSteps = new Int32Array(count + 1), longSteps = new Int32Array(count + 1), told = {undated: 0, long: 0};
    for (let row = 0; row < starts.length; row++) {
        if (!shown[row]) continue;
        const start = starts[row], end = ends[row];
        if (start === NONE && end === NONE) {
            told.undated++;
            continue;
        }
        const from = start === NONE ? first : Math.max(first, start), to = end === NONE ? last : Math.min(last, end);
        if (from > to) continue;
        const isLong = start === NONE || end === NONE || end - start >= size, steps = isLong ? longSteps : shortSteps;
        told.long += Number(isLong);
        steps[Math.floor((from - first) / size)]++;
        steps[Math.floor((to - first) / size) + 1]--;
    }
    for (let bin = 0, short = 0, over = 0; bin < count; bin++) {
        counts[bin] += short += shortSteps[bin];
        long[bin] += over += longSteps[bin];
    }
    return told;
}
