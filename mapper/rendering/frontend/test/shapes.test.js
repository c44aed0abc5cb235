import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LINE, POINTS, Shapes} from '../src/layers/shapes.js';

/** Shapes from rings of degrees. */
function shapesOf(...all) {
    const arrays = {
        shape: [], 'shapes.kind': all.map(({kind}) => kind), 'shapes.rings': all.map(({rings}) => rings.length),
        'shapes.sizes': all.flatMap(({rings}) => rings.map(ring => ring.length)),
        'shapes.x': all.flatMap(({rings}) => rings.flat().map(([x]) => x)), 'shapes.y': all.flatMap(({rings}) => rings.flat().map(([, y]) => y))
    };
    return new Shapes(/** @type {any} */ ({array: name => arrays[name], meta: {shapeUnit: 1}}));
}

test('several places are joined by the shortest lines, and found at each and between', () => {
    const shapes = shapesOf({kind: POINTS, rings: [[[0, 0]], [[9, 0]], [[1, 0]], [[2, 0]]]});
    assert.deepEqual(shapes.links(0), [[0, 2], [2, 3], [3, 1]]);
    const at = i => [shapes.x[i], shapes.y[i]];
    assert.ok(shapes.near(0, ...at(1), 0.001));
    assert.ok(shapes.near(0, (at(1)[0] + at(3)[0]) / 2, at(1)[1], 0.001));
    assert.ok(!shapes.near(0, at(1)[0], at(1)[1] + 0.01, 0.001));
    assert.ok(!shapes.holds(0, ...at(1)));
});

test('a line is found along it, and has no place that stands by itself', () => {
    const shapes = shapesOf({kind: LINE, rings: [[[0, 0], [5, 0], [10, 0]]]});
    assert.deepEqual(shapes.dots(0), []);
    assert.ok(shapes.near(0, shapes.x[1], shapes.y[1] + 0.0004, 0.001));
    assert.ok(!shapes.near(0, shapes.x[1], shapes.y[1] + 0.0006, 0.001));
});
