// All shown rows of all layers as one list, and its order.

import {NONE} from './payload.js';

/** @typedef {{layers: any[], layer: Uint8Array, row: Uint32Array, length: number}} Items */
/** @typedef {'when' | 'place' | 'what' | 'number' | 'grade' | 'precision' | 'voices'} SortKey */

const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted', 'ungraded'];
const PRECISIONS = ['site', 'settlement', 'near', 'adm3', 'adm2', 'adm1', 'zone', 'country', 'sea_air', 'unplaced'];

/**
 * The visible rows of some layers.
 * @param {any[]} layers
 * @returns {Items}
 */
export function gather(layers) {
    let length = 0;
    for (const {visible} of layers) for (let row = 0; row < visible.length; row++) length += visible[row];
    const items = {layers, layer: new Uint8Array(length), row: new Uint32Array(length), length};
    let at = 0;
    layers.forEach(({visible}, index) => {
        for (let row = 0; row < visible.length; row++) {
            if (!visible[row]) continue;
            items.layer[at] = index;
            items.row[at++] = row;
        }
    });
    return items;
}

/**
 * Positions of items in the order of a key; what has no value comes last, whichever way the order runs.
 * @param {Items} items
 * @param {SortKey} key
 * @param {boolean} descending
 * @param {{compare: (a: string, b: string) => number}} collator
 * @param {string[][]} [places] for the key 'place': a name for each row of each layer
 * @returns {Uint32Array}
 */
export function ordered(items, key, descending, collator, places = []) {
    const columns = items.layers.map((layer, index) => valuesOf(layer, index, key, collator, places));
    const ranks = key === 'place' ? placeRanks(places, collator) : null;
    const values = new Float64Array(items.length);
    for (let i = 0; i < items.length; i++) {
        values[i] = ranks ? ranks.get(places[items.layer[i]][items.row[i]]) ?? NaN : columns[items.layer[i]](items.row[i]);
    }
    const order = Uint32Array.from({length: items.length}, (_, i) => i), sign = descending ? -1 : 1;
    return order.sort((a, b) => {
        const x = values[a], y = values[b];
        if (x === y) return a - b;
        if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) === Number.isNaN(y) ? a - b : Number.isNaN(x) ? 1 : -1;
        return (x - y) * sign;
    });
}

/**
 * @param {any} layer
 * @param {number} index
 * @param {SortKey} key
 * @param {{compare: (a: string, b: string) => number}} collator
 * @param {string[][]} places
 * @returns {(row: number) => number}
 */
function valuesOf({table}, index, key, collator, places) {
    const number = (/** @type {string} */ name) => (table.has(name) ? table.array(name) : null);
    const known = (/** @type {number} */ value) => (value === NONE ? NaN : value);
    if (key === 'when') {
        const start = number('period_start'), end = number('period_end');
        return row => (start && end ? known(start[row] === NONE ? end[row] : start[row]) : NaN);
    }
    if (key === 'number') {
        const low = number('deaths_low') ?? number('count_low'), high = number('deaths_high') ?? number('count_high');
        return row => known(low[row] === NONE ? high[row] : low[row]);
    }
    if (key === 'what') return () => index;
    if (key === 'place') return row => (places[index][row] ? 0 : NaN);
    const words = table.dictionaries[key];
    if (!words) return () => NaN;
    const codes = table.array(key), list = key === 'grade' ? GRADES : key === 'precision' ? PRECISIONS : null;
    const sorted = list ?? [...words].sort(collator.compare);
    const rank = words.map((/** @type {string} */ word) => (word && sorted.includes(word) ? sorted.indexOf(word) : NaN));
    return row => rank[codes[row]];
}

/**
 * @param {string[][]} places
 * @param {{compare: (a: string, b: string) => number}} collator
 */
function placeRanks(places, collator) {
    const names = [...new Set(places.flat())].filter(Boolean).sort(collator.compare);
    return new Map(names.map((name, rank) => [name, rank]));
}
