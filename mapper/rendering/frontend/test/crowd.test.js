import assert from 'node:assert/strict';
import test from 'node:test';
import {Crowd} from '../src/layers/crowd.js';
import {NONE} from '../src/payload.js';

/** @param {[number, number, number, number, number[]?][]} rows x in pixels, low, high, voice, rows it is part of */
function crowdOf(rows, visible = new Uint8Array(rows.length).fill(1)) {
    return new Crowd(/** @type {any} */ ({
        mx: Float64Array.from(rows, row => row[0]), my: new Float64Array(rows.length),
        low: rows.map(row => row[1]), high: rows.map(row => row[2]), visible,
        order: Uint32Array.from(rows.keys()).sort((a, b) => rows[b][2] - rows[a][2]),
        table: {
            dictionaries: {voices: ['', 'A', 'B']},
            array: (/** @type {string} */ name) => (name === 'voices' ? rows.map(row => row[3]) : rows.flatMap(row => row[4] ?? [])),
            list: (/** @type {string} */ _, /** @type {number} */ row) => rows[row][4] ?? []
        }
    }), 1);
}

test('every visible row is counted once, and a cell stands at its largest', () => {
    const {cells} = crowdOf([[1, 5, 9, 1], [10, 20, 40, 1], [500, 1, 1, 1], [12, 7, 7, 1]], Uint8Array.of(1, 1, 1, 0));
    assert.deepEqual(cells.map(({row, count, low, high}) => [row, count, low, high]), [[1, 2, 25, 49], [2, 1, 1, 1]]);
});

test('of several voices the one with the most speaks, and nothing is added across them', () => {
    const {cells: [cell]} = crowdOf([[0, 20, 40, 1], [3, 30, 30, 2], [5, 15, 15, 2]]);
    assert.deepEqual([cell.low, cell.high, cell.mixed, cell.count], [45, 45, true, 3]);
});

test('a part is not added to its whole, and an open end leaves the sum open', () => {
    const {cells: [cell]} = crowdOf([[0, 20, 40, 1], [3, 5, 9, 1, [0]], [4, 2, NONE, 1]]);
    assert.deepEqual([cell.low, cell.high], [22, NONE]);
});

test('an unknown number stays unknown', () => {
    const {cells: [cell]} = crowdOf([[0, NONE, NONE, 1]]);
    assert.deepEqual([cell.low, cell.high], [NONE, NONE]);
});
