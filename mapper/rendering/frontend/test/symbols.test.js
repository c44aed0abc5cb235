import assert from 'node:assert/strict';
import {test} from 'node:test';
import {niceAbove} from '../src/symbols.js';

test('a scale ends at a round number that is not below the greatest', () => {
    assert.deepEqual([0, 1, 7, 10, 101, 745, 1200].map(niceAbove), [1, 1, 8, 10, 200, 800, 2000]);
    for (let number = 1; number < 3000; number++) assert.ok(niceAbove(number) >= number && niceAbove(number) <= 2 * number);
});
