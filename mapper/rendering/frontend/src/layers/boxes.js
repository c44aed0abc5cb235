// Rectangles of a canvas that are taken.

/** @typedef {[number, number, number, number]} Box left, top, right, bottom, pixels of the canvas */

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/**
 * Whether a box lies clear of all that are taken.
 * @param {Box} box
 * @param {Box[]} taken
 */
export function free(box, taken) {
    for (let i = 0; i < taken.length; i++) if (overlap(box, taken[i])) return false;
    return true;
}
