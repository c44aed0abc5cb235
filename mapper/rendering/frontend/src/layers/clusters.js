// Symbols that would lie on one another become one: the sum of one voice's figures, or of the voice with the most.

import {NONE} from '../payload.js';
import {withoutParts} from '../i18n/words.js';

/** Pixels within which symbols are taken together. */
const REACH = 13;

/**
 * @typedef {object} Cluster
 * @property {number} row the largest member; the cluster stands at its place, not at an average of places
 * @property {number[]} [rows] all members, largest first; those of a grid are looked up
 * @property {number} count of members
 * @property {number} low
 * @property {number} high NONE when open or unknown
 * @property {number} voice its code: low and high are those of this voice, of several the one with the most
 * @property {number} others how many other voices speak of the same
 * @property {number} [index] of a cell of a grid
 * @property {string[]} [beside] lines for what did not fit in the symbol
 */

/**
 * Take together rows that lie within reach of a larger one.
 * @param {any} layer a deaths layer
 * @param {ArrayLike<number>} rows largest first
 * @param {number} scale pixels per mercator unit
 * @returns {Cluster[]}
 */
export function clustersOf(layer, rows, scale) {
    const {mx, my} = layer;
    /** @type {number[][]} */
    const groups = [];
    /** @type {Map<string, number[]>} cell → groups that start in it */
    const cells = new Map();
    for (let i = 0; i < rows.length; i++) {
        const row = rows[i], x = mx[row] * scale, y = my[row] * scale;
        const column = Math.floor(x / REACH), line = Math.floor(y / REACH);
        let joined = false;
        for (let c = column - 1; c <= column + 1 && !joined; c++) {
            for (let l = line - 1; l <= line + 1 && !joined; l++) {
                for (const group of cells.get(`${c},${l}`) ?? []) {
                    const first = groups[group][0];
                    if (Math.hypot(mx[first] * scale - x, my[first] * scale - y) <= REACH) {
                        groups[group].push(row);
                        joined = true;
                        break;
                    }
                }
            }
        }
        if (joined) continue;
        const key = `${column},${line}`, cell = cells.get(key);
        if (cell) cell.push(groups.length);
        else cells.set(key, [groups.length]);
        groups.push([row]);
    }
    return groups.map(group => summed(layer, group));
}

/**
 * The figures of one voice, summed: of the only one, or of the one with the most.
 * @param {any} layer
 * @param {number[]} rows
 * @returns {Cluster}
 */
function summed(layer, rows) {
    const [row] = rows, count = rows.length, {low, high, table} = layer;
    if (count === 1) return {row, rows, count, low: low[row], high: high[row], voice: table.array('voices')[row], others: 0};
    const [most, ...others] = sumsOf(layer, rows);
    return {row, rows, count, low: most.low, high: most.high, voice: most.voice, others: others.length};
}

/**
 * The sum, bound by bound, of what each voice says: the voice with the most first, and nothing added across voices.
 * @param {any} layer
 * @param {number[]} rows
 * @returns {{voice: number, low: number, high: number, count: number}[]} `voice` is a code, `high` NONE when open
 */
export function sumsOf({table, low, high}, rows) {
    /** @type {Map<number, {voice: number, low: number, high: number, count: number, known: boolean, open: boolean}>} */
    const sums = new Map(), voices = table.array('voices');
    for (const row of withoutParts(table, rows)) {
        const voice = voices[row], sum = sums.get(voice) ?? {voice, low: 0, high: 0, count: 0, known: false, open: false};
        sums.set(voice, sum);
        sum.count++;
        if (low[row] !== NONE) {
            sum.low += low[row];
            sum.known = true;
        }
        if (high[row] === NONE) sum.open = true;
        else sum.high += high[row];
    }
    return [...sums.values()].sort((a, b) => Math.max(b.low, b.high) - Math.max(a.low, a.high))
        .map(({voice, count, known, open, ...sum}) => ({voice, count, low: known ? sum.low : NONE, high: open ? NONE : sum.high}));
}
