import assert from 'node:assert/strict';
import {test} from 'node:test';
import {balancesOf} from '../src/layers/flow-balance.js';
import {BOTH, DESTINATION, ORIGIN} from '../src/layers/flow-bundles.js';

/** @param {[number, number, number, number, number?][]} flows from, to, people, ends, group */
function balances(flows) {
    const bundles = flows.map(([from, to, low, ends], row) => ({from, to, low, high: low, ends, row, rows: [row]}));
    return balancesOf(bundles, row => flows[row][4] ?? 0);
}

test('what comes and what leaves is told apart, and what is unknown is part of both', () => {
    const [first] = balances([[1, 2, 100, BOTH], [3, 2, 50, BOTH], [2, 4, 30, BOTH], [2, 2, 20, ORIGIN], [2, 2, 5, DESTINATION]]);
    assert.deepEqual(first, {node: 2, row: 0, starts: false, group: 0, came: 155, left: 50, unknown: 25});
});

test('a place that one movement touches has no balance', () => {
    assert.deepEqual(balances([[1, 2, 100, BOTH]]), []);
});

test('sources are not mixed: the one that tells most is taken', () => {
    const [first] = balances([[1, 2, 100, BOTH, 1], [3, 2, 50, BOTH, 1], [4, 2, 60, BOTH, 2], [5, 2, 70, BOTH, 2]]);
    assert.deepEqual([first.group, first.came], [1, 150]);
});

test('a word is no number', () => {
    assert.deepEqual(balances([[1, 2, 12, BOTH, -1], [3, 2, 12, BOTH, -1]]), []);
});
