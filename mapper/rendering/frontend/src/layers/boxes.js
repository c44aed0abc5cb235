// Rectangles of a canvas that are taken.

/**
 * Left, top, right, bottom, pixels of the canvas; and what it is, where that is no symbol and no word.
 * @typedef {[number, number, number, number, ('arrow' | 'line')?]} Box
 */

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/**
 * Whether a box lies clear of all that are taken; a line may cross an arrow.
 * @param {Box} box
 * @param {Box[]} taken
 */
export function free(box, taken) {
    for (let i = 0; i < taken.length; i++) {
        if (overlap(box, taken[i]) && !(box[4] === 'line' && taken[i][4] === 'arrow')) return false;
    }
    return true;
}

/**
 * What lies outside a rectangle, as four boxes.
 * @param {Box} box
 * @returns {Box[]}
 */
export function around([left, top, right, bottom]) {
    const far = 1e6;
    return [[-far, -far, left, far], [right, -far, far, far], [-far, -far, far, top], [-far, bottom, far, far]];
}
