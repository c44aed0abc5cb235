// Where the labels of areas may stand.

import {AREA} from './shapes.js';

/**
 * Where the label of each area may stand, the best first: a wide area is named towards the other incidents, not in
 * its desert; one that holds no other about its middle.
 * @param {import('./shapes.js').Shapes} shapes
 * @param {ReturnType<typeof import('./regions.js').regionsOf>} regions
 * @param {ArrayLike<number>} mx mercator, of the points
 * @param {ArrayLike<number>} my
 * @returns {[number, number][][]} mercator
 */
export function spotsOf(shapes, regions, mx, my) {
    const anchors = Array.from({length: shapes.size}, (_, shape) => shapes.anchor(shape));
    const finest = anchors.filter((_, shape) => shapes.kinds[shape] === AREA && !regions.within[shape].length);
    const focus = mx.length ? [meanOf(mx), meanOf(my)] : [meanOf(finest.map(([x]) => x)), meanOf(finest.map(([, y]) => y))];
    return anchors.map((anchor, shape) => {
        if (shapes.kinds[shape] !== AREA) return [anchor];
        const holds = regions.within[shape].length > 0;
        const spots = holds ? shapes.spots(shape, 0.1, 0.15) : shapes.spots(shape, 0.3, 0.6);
        return [...spots.sort((a, b) => far(a, focus) - far(b, focus)), anchor];
    });
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
