// Very many incidents at one zoom: one symbol a cell of a grid, for all rows at once and in typed arrays.
//
// A symbol stands at the place of the cell's largest incident. Its figures are the sum, bound by bound, of one voice:
// of all incidents in the cell where one voice gave them all, else of the voice with the most; voices are not mixed.

import {NONE} from '../payload.js';

/** Side of a cell, pixels. */
const SIDE = 56;

/** The largest radius in a crowd, so that neighbours stay apart. */
export const LARGEST = 25;

/**
 * @typedef {object} Cell
 * @property {number} row its largest incident
 * @property {number} count of incidents in it
 * @property {number} low
 * @property {number} high NONE when open or unknown
 * @property {number} voice its code: low and high are those of this voice, of several the one with the most
 * @property {number} others how many other voices speak of it
 * @property {number} index of the cell
 */

export class Crowd {
    /**
     * @param {{mx: Float64Array, my: Float64Array, low: ArrayLike<number>, high: ArrayLike<number>, order: Uint32Array,
     *          visible: Uint8Array, table: import('../payload.js').Table}} layer
     * @param {number} scale pixels per mercator unit
     */
    constructor(layer, scale) {
        const {order, visible} = layer;
        const {cellOf, heads} = cellsOf(layer, scale / SIDE), size = heads.length;
        this.cellOf = cellOf;
        const voices = layer.table.array('voices');
        const parted = partsWithin(layer, cellOf);
        // One group is a cell and a voice in it.
        /** @type {Map<number, number>} */
        const groups = new Map();
        const width = layer.table.dictionaries.voices.length, room = order.length;
        const low = new Float64Array(room), high = new Float64Array(room), cell = new Uint32Array(room);
        const known = new Uint8Array(room), open = new Uint8Array(room), count = new Uint32Array(size);
        for (let i = 0; i < order.length; i++) {
            const row = order[i];
            if (!visible[row]) continue;
            const index = cellOf[row], key = index * width + voices[row];
            count[index]++;
            if (parted[row]) continue;
            let group = groups.get(key);
            if (group === undefined) {
                groups.set(key, group = groups.size);
                cell[group] = index;
            }
            if (layer.low[row] !== NONE) {
                low[group] += layer.low[row];
                known[group] = 1;
            }
            if (layer.high[row] === NONE) open[group] = 1;
            else high[group] += layer.high[row];
        }
        const best = new Int32Array(size).fill(-1), others = new Int32Array(size).fill(-1), keys = Array.from(groups.keys());
        for (let group = 0; group < groups.size; group++) {
            const index = cell[group], other = best[index];
            others[index]++;
            if (other < 0 || Math.max(low[group], high[group]) > Math.max(low[other], high[other])) best[index] = group;
        }
        /** @type {Cell[]} */
        this.cells = Array.from(best, (group, index) => ({
            row: heads[index], count: count[index], index, voice: group < 0 ? 0 : keys[group] % width, others: others[index],
            low: group < 0 || !known[group] ? NONE : low[group], high: group < 0 || open[group] ? NONE : high[group]
        }));
        this.most = this.cells.reduce((most, {low: a, high: b}) => Math.max(most, a, b), 1);
    }

    /**
     * The rows of a cell, largest first.
     * @param {number} index
     * @param {Uint32Array} order
     */
    rowsOf(index, order) {
        const rows = [], {cellOf} = this, {count} = this.cells[index];
        for (let i = 0; rows.length < count; i++) if (cellOf[order[i]] === index) rows.push(order[i]);
        return rows;
    }
}

/**
 * Number the cells that hold anything, and find the largest incident of each.
 * @param {{mx: Float64Array, my: Float64Array, order: Uint32Array, visible: Uint8Array}} layer
 * @param {number} scale cells per mercator unit
 */
function cellsOf({mx, my, order, visible}, scale) {
    /** @type {Map<number, number>} */
    const ids = new Map();
    /** @type {number[]} */
    const heads = [];
    const cellOf = new Int32Array(order.length).fill(-1);
    for (let i = 0; i < order.length; i++) {
        const row = order[i];
        if (!visible[row]) continue;
        const key = Math.floor(mx[row] * scale) * 0x4000000 + Math.floor(my[row] * scale);
        let id = ids.get(key);
        if (id === undefined) {
            ids.set(key, id = heads.length);
            heads.push(row);
        }
        cellOf[row] = id;
    }
    return {cellOf, heads};
}

/**
 * Marks rows that are a part of another in the same cell: their figures are in that one's already.
 * @param {{table: import('../payload.js').Table, visible: Uint8Array}} layer
 * @param {Int32Array} cellOf
 */
function partsWithin({table, visible}, cellOf) {
    const parted = new Uint8Array(cellOf.length);
    if (!table.array('contained_in.items').length) return parted;
    for (let row = 0; row < cellOf.length; row++) {
        parted[row] = Number(table.list('contained_in', row).some(whole =>
            whole < cellOf.length && visible[whole] && cellOf[whole] === cellOf[row]));
    }
    return parted;
}
