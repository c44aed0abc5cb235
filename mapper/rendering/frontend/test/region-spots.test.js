import assert from 'node:assert/strict';
import {test} from 'node:test';
import {regionsOf} from '../src/layers/regions.js';
import {nested} from '../src/layers/nesting.js';
import {spotsOf} from '../src/layers/region-spots.js';
import {Shapes} from '../src/layers/shapes.js';
import {mercatorX, mercatorY} from '../src/mercator.js';

/**
 * Areas as the payload brings them: a long one, and a small one at its western end.
 * @param {number[][]} boxes
 */
function areas(boxes = [[0, 0, 10, 2], [0.5, 0.5, 1.5, 1.5]]) {
    const rings = boxes.map(([x0, y0, x1, y1]) => [[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]);
    const columns = {
        'shape': boxes.map((_, i) => i + 1), 'shapes.kind': boxes.map(() => 2), 'shapes.rings': boxes.map(() => 1),
        'shapes.sizes': boxes.map(() => 5),
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
        assert.ok(spots(0)[0][0] < mercatorX(2.5));
        for (const shape of [0, 1]) for (const [x, y] of spots(shape)) assert.ok(shapes.holds(shape, x, y));
    }
});

/** Districts of a country, in governorates of a hundred each, in one country. */
function districts(side) {
    const boxes = [[0, 0, side, side]];
    for (let x = 0; x < side; x += 10) for (let y = 0; y < side; y += 10) boxes.push([x, y, x + 10, y + 10]);
    for (let x = 0; x < side; x++) for (let y = 0; y < side; y++) boxes.push([x, y, x + 1, y + 1]);
    return boxes.map(box => box.map(edge => edge / 10));
}

test('ten thousand areas are not each held against each', () => {
    let asked = 0;
    class Counting extends Shapes {
        holds(shape, x, y) {
            asked++;
            return super.holds(shape, x, y);
        }
    }
    const {shapes} = areas(districts(100)), counting = Object.setPrototypeOf(shapes, Counting.prototype);
    const within = nested(counting, Array.from({length: shapes.size}, (_, shape) => shape));

    assert.equal(within[0].length, 100 + 10000);
    assert.ok(within.slice(1, 101).every(inner => inner.length === 100));
    assert.ok(asked < 10 * shapes.size, `${asked} for ${shapes.size}`);
});
