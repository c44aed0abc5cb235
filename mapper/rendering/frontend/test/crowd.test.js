import assert from 'node:assert/strict';
import test from 'node:test';
import {sumsOf} from '../src/layers/clusters.js';
import {Crowd} from '../src/layers/crowd.js';
import {NONE} from '../src/payload.js';

/** @param {[number, number, number, number, number[]?][]} rows x in pixels, low, high, voice, rows it is part of */
function layerOf(rows, visible = new Uint8Array(rows.length).fill(1)) {
    return /** @type {any} */ ({
        mx: Float64Array.from(rows, row => row[0]), my: new Float64Array(rows.length),
        low: rows.map(row => row[1]), high: rows.map(row => row[2]), visible,
        order: Uint32Array.from(rows.keys()).sort((a, b) => rows[b][2] - rows[a][2]),
        table: {
            dictionaries: {voices: ['', 'A', 'B']},
            array: (/** @type {string} */ name) => (name === 'voices' ? rows.map(row => row[3]) : rows.flatMap(row => row[4] ?? [])),
            list: (/** @type {string} */ _, /** @type {number} */ row) => rows[row][4] ?? []
        }
    });
}

const crowdOf = (/** @type {Parameters<typeof layerOf>} */ ...given) => new Crowd(layerOf(...given), 1);

test('every visible row is counted once, and a cell stands at its largest', () => {
    const {cells} = crowdOf([[1, 5, 9, 1], [10, 20, 40, 1], [500, 1, 1, 1], [12, 7, 7, 1]], Uint8Array.of(1, 1, 1, 0));
    assert.deepEqual(cells.map(({row, count, low, high}) => [row, count, low, high]), [[1, 2, 25, 49], [2, 1, 1, 1]]);
});

test('of several voices the one with the most speaks, and nothing is added across them', () => {
    const {cells: [cell]} = crowdOf([[0, 20, 40, 1], [3, 30, 30, 2], [5, 15, 15, 2]]);
    assert.deepEqual([cell.low, cell.high, cell.others, cell.count], [45, 45, 1, 3]);
});

test('a part is not added to its whole, and an open end leaves the sum open', () => {
    const {cells: [cell]} = crowdOf([[0, 20, 40, 1], [3, 5, 9, 1, [0]], [4, 2, NONE, 1]]);
    assert.deepEqual([cell.low, cell.high], [22, NONE]);
});

test('an unknown number stays unknown', () => {
    const {cells: [cell]} = crowdOf([[0, NONE, NONE, 1]]);
    assert.deepEqual([cell.low, cell.high], [NONE, NONE]);
});

test('what a symbol shows is what its details sum up first', () => {
    let seed = 7;
    const dice = (/** @type {number} */ below) => (seed = seed * 48271 % 0x7fffffff) % below;
    const rows = Array.from({length: 400}, (_, row) => {
        const low = dice(9) ? dice(30) : NONE, high = dice(9) ? Math.max(low, 0) + dice(9) : NONE;
        return /** @type {any} */ ([dice(1200), low, high, dice(3), dice(5) || !row ? [] : [dice(row)]]);
    });
    const visible = Uint8Array.from(rows, () => Number(dice(6) > 0)), layer = layerOf(rows, visible), crowd = new Crowd(layer, 1);
    for (const {index, count, low, high, others} of crowd.cells) {
        const own = crowd.rowsOf(index, layer.order), sums = sumsOf(layer, own);
        assert.equal(own.length, count);
        assert.deepEqual([low, high, others], [sums[0]?.low ?? NONE, sums[0]?.high ?? NONE, sums.length - 1]);
    }
});
