import assert from 'node:assert/strict';
import test from 'node:test';
import {clustersOf} from '../src/layers/clusters.js';
import {NONE} from '../src/payload.js';

/**
 * @param {[number, number, number, number, number[]?][]} rows x in pixels, low, high, voice, rows it is part of
 */
function layerOf(rows) {
    return {
        mx: rows.map(row => row[0]), my: rows.map(() => 0), low: rows.map(row => row[1]), high: rows.map(row => row[2]),
        table: {
            array: () => rows.map(row => row[3]), code: (/** @type {string} */ _, /** @type {number} */ row) => rows[row][3],
            list: (/** @type {string} */ _, /** @type {number} */ row) => rows[row][4] ?? []
        }
    };
}

/** @param {[number, number, number, number, number[]?][]} rows */
function clusters(rows) {
    return clustersOf(layerOf(rows), rows.map((_, row) => row), 1);
}

test('one voice is summed bound by bound', () => {
    const [cluster] = clusters([[0, 20, 40, 1], [3, 5, 9, 1]]);
    assert.deepEqual([cluster.low, cluster.high, cluster.others], [25, 49, 0]);
});

test('several voices are never summed', () => {
    const [cluster] = clusters([[0, 20, 40, 1], [3, 30, 35, 2], [4, 8, 9, 2]]);
    assert.deepEqual([cluster.low, cluster.high, cluster.others, cluster.rows], [38, 44, 1, [0, 1, 2]]);
});

test('a part is not added to its whole', () => {
    const [cluster] = clusters([[0, 20, 40, 1], [3, 5, 9, 1, [0]]]);
    assert.deepEqual([cluster.low, cluster.high], [20, 40]);
});

test('an open end leaves the sum open', () => {
    const [cluster] = clusters([[0, 20, NONE, 1], [3, 5, 9, 1]]);
    assert.deepEqual([cluster.low, cluster.high], [25, NONE]);
});

test('what is far stays apart, and every row is in one cluster', () => {
    const found = clusters([[0, 20, 40, 1], [300, 5, 9, 1], [5, 1, 1, 1]]);
    assert.deepEqual(found.map(cluster => cluster.rows), [[0, 2], [1]]);
});
