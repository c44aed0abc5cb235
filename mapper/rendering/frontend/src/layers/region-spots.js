// Where the labels of areas may stand.

import {AREA} from './shapes.js';

/**
 * Where the label of an area may stand, the best first: a wide area is named towards the other incidents, not in
 * its desert; one that holds no other about its middle. Found when first asked for.
 * @param {import('./shapes.js').Shapes} shapes
 * @param {ReturnType<typeof import('./regions.js').regionsOf>} regions
 * @param {ArrayLike<number>} mx mercator, of the points
 * @param {ArrayLike<number>} my
 * @returns {(shape: number) => [number, number][]} mercator
 */
export function spotsOf(shapes, regions, mx, my) {
    const anchors = Array.from({length: shapes.size}, (_, shape) => shapes.anchor(shape));
    const finest = anchors.filter((_, shape) => shapes.kinds[shape] === AREA && !regions.within[shape].length);
    const focus = mx.length ? [meanOf(mx), meanOf(my)] : [meanOf(finest.map(([x]) => x)), meanOf(finest.map(([, y]) => y))];
    /** @type {Map<number, [number, number][]>} */
    const found = new Map();
    return (shape) => {
        let spots = found.get(shape);
        if (!spots) {
            const holds = regions.within[shape].length > 0;
            const inner = shapes.kinds[shape] !== AREA ? [] : holds ? shapes.spots(shape, 0.1, 0.15) : shapes.spots(shape, 0.3, 0.6);
            spots = [...inner.sort((a, b) => far(a, focus) - far(b, focus)), anchors[shape]];
            found.set(shape, spots);
        }
        return spots;
    };
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function far(a, b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** @param {ArrayLike<number>} values */
function meanOf(values) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i];
    return sum / values.length;
}
