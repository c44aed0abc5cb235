// The line of a flow: a quadratic curve that bends to its own right, so that opposite flows lie side by side.

/** @typedef {{x0: number, y0: number, x1: number, y1: number, x2: number, y2: number}} Curve pixels; x1, y1 is the control point */

/**
 * @param {number} x0
 * @param {number} y0
 * @param {number} x2
 * @param {number} y2
 * @param {number} bend share of the length by which the curve leaves the straight line, at its middle
 * @returns {Curve}
 */
export function curveOf(x0, y0, x2, y2, bend) {
    const dx = x2 - x0, dy = y2 - y0;
    return {x0, y0, x1: (x0 + x2) / 2 - dy * 2 * bend, y1: (y0 + y2) / 2 + dx * 2 * bend, x2, y2};
}

/**
 * A curve that passes under no place it has nothing to do with, if a little more or less bend can do that.
 * @param {number} x0
 * @param {number} y0
 * @param {number} x2
 * @param {number} y2
 * @param {number} bend the bend it has when nothing is in its way
 * @param {[number, number][]} around places, pixels
 */
export function clearCurve(x0, y0, x2, y2, bend, around) {
    const others = around.filter(([x, y]) => Math.hypot(x - x0, y - y0) > 12 && Math.hypot(x - x2, y - y2) > 12);
    for (const factor of [1, 1.6, 0.5, 2.2]) {
        const curve = curveOf(x0, y0, x2, y2, bend * factor);
        if (!others.some(([x, y]) => distanceTo(curve, x, y) < 9)) return curve;
    }
    return curveOf(x0, y0, x2, y2, bend);
}

/**
 * @param {Curve} curve
 * @param {number} t 0…1
 */
export function pointOn({x0, y0, x1, y1, x2, y2}, t) {
    const s = 1 - t;
    return {x: s * s * x0 + 2 * s * t * x1 + t * t * x2, y: s * s * y0 + 2 * s * t * y1 + t * t * y2};
}

/**
 * Distance of a point from a curve, to within a pixel or so.
 * @param {Curve} curve
 * @param {number} x
 * @param {number} y
 */
export function distanceTo(curve, x, y) {
    const left = Math.min(curve.x0, curve.x1, curve.x2), right = Math.max(curve.x0, curve.x1, curve.x2);
    const top = Math.min(curve.y0, curve.y1, curve.y2), bottom = Math.max(curve.y0, curve.y1, curve.y2);
    if (x < left - 20 || x > right + 20 || y < top - 20 || y > bottom + 20) return Infinity;
    const steps = Math.max(8, Math.min(64, Math.ceil(Math.hypot(curve.x2 - curve.x0, curve.y2 - curve.y0) / 8)));
    let least = Infinity, last = pointOn(curve, 0);
    for (let i = 1; i <= steps; i++) {
        const next = pointOn(curve, i / steps), dx = next.x - last.x, dy = next.y - last.y;
        const t = Math.max(0, Math.min(1, ((x - last.x) * dx + (y - last.y) * dy) / (dx * dx + dy * dy || 1)));
        least = Math.min(least, Math.hypot(x - last.x - t * dx, y - last.y - t * dy));
        last = next;
    }
    return least;
}
