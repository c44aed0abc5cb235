import assert from 'node:assert/strict';
import test from 'node:test';
import {bundlesOf, Nodes} from '../src/layers/flow-bundles.js';
import {NONE} from '../src/payload.js';

/**
 * @param {[number, number, number, number, number][]} flows from, to (positions on a line, pixels at zoom 0), low, high, group
 * @param {number} [crowd] places far off, so that places are taken together at all
 */
function flowsOf(flows, crowd = 60) {
    const rows = [...flows];
    for (let i = 0; i < crowd; i++) rows.push([20000 + 500 * i, 20000 + 500 * i + 200, 1, 1, 9]);
    const column = (/** @type {number} */ i) => Float64Array.from(rows, row => row[i] / 256);
    const data = {
        fromX: column(0), fromY: new Float64Array(rows.length), toX: column(1), toY: new Float64Array(rows.length),
        ends: rows.map(() => 2), low: rows.map(row => row[2]), high: rows.map(row => row[3])
    };
    return {
        ...data, nodes: new Nodes(data), groups: rows.map(row => row[4]), visible: new Uint8Array(rows.length).fill(1),
        order: rows.map((_, row) => row).sort((a, b) => rows[b][2] - rows[a][2])
    };
}

test('flows between neighbours are summed bound by bound', () => {
    const [bundle] = bundlesOf(flowsOf([[0, 1000, 100, 200, 1], [5, 1005, 30, 40, 1]]), 0);
    assert.deepEqual([bundle.low, bundle.high, bundle.rows], [130, 240, [0, 1]]);
});

test('voices, units and kinds stay apart', () => {
    const bundles = bundlesOf(flowsOf([[0, 1000, 100, 200, 1], [5, 1005, 30, 40, 2]]), 0);
    assert.deepEqual(bundles.slice(0, 2).map(bundle => bundle.low), [100, 30]);
});

test('two figures for the same two places are not added', () => {
    const [bundle] = bundlesOf(flowsOf([[0, 1000, 100, 200, 1], [0, 1000, 90, 90, 1]]), 0);
    assert.deepEqual([bundle.low, bundle.high, bundle.rows], [100, 200, [0, 1]]);
});

test('opposite directions stay apart', () => {
    const bundles = bundlesOf(flowsOf([[0, 1000, 100, 200, 1], [1000, 0, 90, 90, 1]]), 0);
    assert.deepEqual(bundles.slice(0, 2).map(bundle => bundle.low), [100, 90]);
});

test('an open end leaves the sum open', () => {
    const [bundle] = bundlesOf(flowsOf([[0, 1000, 100, NONE, 1], [5, 1005, 30, 40, 1]]), 0);
    assert.equal(bundle.high, NONE);
});

test('closer in, neighbours come apart, and few places are never taken together', () => {
    const rows = /** @type {[number, number, number, number, number][]} */ ([[0, 1000, 100, 200, 1], [5, 1005, 30, 40, 1]]);
    assert.equal(bundlesOf(flowsOf(rows), 5).filter(bundle => bundle.low > 1).length, 2);
    assert.equal(bundlesOf(flowsOf(rows, 0), 0).length, 2);
});
