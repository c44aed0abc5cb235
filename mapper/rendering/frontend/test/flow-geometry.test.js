import assert from 'node:assert/strict';
import test from 'node:test';
import {curveOf, distanceTo, pointOn} from '../src/layers/flow-geometry.js';

test('opposite flows lie on opposite sides', () => {
    const there = pointOn(curveOf(0, 0, 100, 0, 0.2), 0.5), back = pointOn(curveOf(100, 0, 0, 0, 0.2), 0.5);
    assert.equal(there.y, 20);
    assert.equal(back.y, -20);
});

test('distance is to the curve, not to the straight line', () => {
    const curve = curveOf(0, 0, 100, 0, 0.2);
    assert.ok(distanceTo(curve, 50, 20) < 0.5);
    assert.ok(distanceTo(curve, 50, 0) > 15);
});
