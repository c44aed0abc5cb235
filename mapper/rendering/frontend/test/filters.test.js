import assert from 'node:assert/strict';
import test from 'node:test';
import {passes} from '../src/filters.js';
import {NONE} from '../src/payload.js';
import {State} from '../src/state.js';

const columns = /** @type {Record<string, any>} */ ({
    period_start: Int32Array.of(10, 12, 14, NONE), period_end: Int32Array.of(10, 16, 14, NONE), voices: Uint8Array.of(1, 2, 0, 1)
});
const table = /** @type {any} */ ({
    dictionaries: {voices: ['', 'A', 'A|B']}, has: (/** @type {string} */ name) => name in columns, array: (/** @type {string} */ name) => columns[name]
});

/** @param {any} values */
function shown(values) {
    const visible = new Uint8Array(4);
    passes(table, new State(values), visible);
    return [...visible];
}

test('both ends of a time window belong to it, and what has no date is not hidden', () => {
    assert.deepEqual(shown({time: {from: 10, to: 12}}), [1, 1, 0, 1]);
    assert.deepEqual(shown({time: {from: 16, to: 20}}), [0, 1, 0, 1]);
    assert.deepEqual(shown({time: {from: 11, to: 11}}), [0, 0, 0, 1]);
});

test('one of several words in a cell is enough', () => {
    assert.deepEqual(shown({filters: {voices: ['B']}}), [0, 1, 0, 0]);
    assert.deepEqual(shown({filters: {voices: ['A']}}), [1, 1, 0, 1]);
});
