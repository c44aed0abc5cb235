// Symbols that would lie on one another become one: the sum of one voice's figures, or the largest of several voices.

import {NONE} from '../payload.js';
import {withoutParts} from '../i18n/words.js';

/** Pixels within which symbols are taken together. */
const REACH = 13;

/**
 * @typedef {object} Cluster
 * @property {number} row the largest member; the cluster stands at its place, not at an average of places
 * @property {number[]} rows all members
 * @property {number} low
 * @property {number} high NONE when open or unknown
 * @property {boolean} mixed whether members have several voices: then low and high are the largest member's alone
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
 * @param {any} layer
 * @param {number[]} rows
 * @returns {Cluster}
 */
function summed({table, low, high}, rows) {
    const [row] = rows, alone = {row, rows, low: low[row], high: high[row], mixed: false};
    if (rows.length === 1) return alone;
    const own = withoutParts(table, rows);
    const voices = table.array('voices');
    if (own.some(other => voices[other] !== voices[own[0]])) return {...alone, mixed: true};
    let least = 0, most = 0, known = false, open = false;
    for (const other of own) {
        if (low[other] !== NONE) {
            least += low[other];
            known = true;
        }
        if (high[other] === NONE) open = true;
        else most += high[other];
    }
    return {row, rows, low: known ? least : NONE, high: open ? NONE : most, mixed: false};
}
