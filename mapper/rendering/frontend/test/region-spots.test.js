import assert from 'node:assert/strict';
import {test} from 'node:test';
import {regionsOf} from '../src/layers/regions.js';
import {spotsOf} from '../src/layers/region-spots.js';
import {Shapes} from '../src/layers/shapes.js';
import {mercatorX, mercatorY} from '../src/mercator.js';

/** A long area, and a small one at its western end, as the payload brings them. */
function areas() {
    const boxes = [[0, 0, 10, 2], [0.5, 0.5, 1.5, 1.5]];
    const rings = boxes.map(([x0, y0, x1, y1]) => [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]);
    const columns = {
        'shape': [1, 2], 'shapes.kind': [2, 2], 'shapes.rings': [1, 1], 'shapes.sizes': [5, 5],
        'shapes.x': rings.flat().map(([x]) => x * 100), 'shapes.y': rings.flat().map(([, y]) => y * 100)
    };
    const table = /** @type {any} */ ({array: name => columns[name], meta: {points: 0, shapeUnit: 100}});
    const shapes = new Shapes(table);
    return {shapes, regions: regionsOf(shapes, table)};
}

test('an area knows those that lie in it', () => {
    assert.deepEqual(areas().regions.within, [[1], []]);
});

test('a wide area is named near the others, and inside itself', () => {
    const {shapes, regions} = areas();
    for (const points of [{mx: [], my: []}, {mx: [mercatorX(1)], my: [mercatorY(1)]}]) {
        const spots = spotsOf(shapes, regions, points.mx, points.my);
        assert.ok(spots[0][0][0] < mercatorX(2.5));
        for (const [shape, all] of spots.entries()) for (const [x, y] of all) assert.ok(shapes.holds(shape, x, y));
    }
});
