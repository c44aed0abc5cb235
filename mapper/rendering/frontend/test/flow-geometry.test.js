import assert from 'node:assert/strict';
import test from 'node:test';
import {clearCurve, curveOf, distanceTo, pointOn} from '../src/layers/flow-geometry.js';

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

test('a curve goes round a place that lies in its way, and keeps its own ends', () => {
    const plain = curveOf(0, 0, 200, 0, 0.14), middle = pointOn(plain, 0.5);
    const curve = clearCurve(0, 0, 200, 0, 0.14, [[middle.x, middle.y], [0, 0], [200, 0]]);
    assert.ok(distanceTo(curve, middle.x, middle.y) >= 9);
    assert.deepEqual([curve.x0, curve.y0, curve.x2, curve.y2], [0, 0, 200, 0]);
});
