// Several places named in one breath: a ring at each and a line between, since nobody said how many in which.

/** The radius of a ring where nothing else stands, pixels. */
const RING = 9;

/** How near a ring a click counts, pixels. */
export const NEAR = 12;

/**
 * The rings of the places in view, wider than what stands in them.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {any} colours those of the page, and `colour`, that of the rings
 */
export function drawSeveral(ctx, view, layer, {colour, halo, link}) {
    const {shapes, regions, visible} = layer, chosen = new Set(layer.chosen());
    ctx.lineJoin = 'round';
    for (const shape of regions.order) {
        if (!shapes.dots(shape).length || !shapes.inView(shape, view) || !regions.rows[shape].some((/** @type {number} */ row) => visible[row])) continue;
        const at = (/** @type {number} */ i) => ({x: shapes.x[i] * view.scale - view.left, y: shapes.y[i] * view.scale - view.top});
        const path = new Path2D(), reach = (/** @type {{x: number, y: number}} */ place) => Math.max(RING, 4 + (layer.reachAt?.(place, view) ?? 0));
        for (const i of shapes.dots(shape)) {
            const place = at(i), radius = reach(place);
            path.moveTo(place.x + radius, place.y);
            path.arc(place.x, place.y, radius, 0, 2 * Math.PI);
        }
        for (const [from, to] of shapes.links(shape)) {
            const a = at(from), b = at(to), far = Math.hypot(b.x - a.x, b.y - a.y), [start, end] = [reach(a) / far, 1 - reach(b) / far];
            if (start >= end) continue;
            path.moveTo(a.x + (b.x - a.x) * start, a.y + (b.y - a.y) * start);
            path.lineTo(a.x + (b.x - a.x) * end, a.y + (b.y - a.y) * end);
        }
        const mine = chosen.has(shape);
        for (const [width, style] of /** @type {[number, string][]} */ (mine ? [[6, halo], [3, link]] : [[4, halo], [1.75, colour]])) {
            ctx.setLineDash(mine || style === halo ? [] : [3, 3]);
            ctx.lineWidth = width;
            ctx.strokeStyle = style;
            ctx.stroke(path);
        }
        ctx.setLineDash([]);
    }
}

/**
 * The shortest lines that join points: each is joined to the nearest that is.
 * @param {number[]} dots
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y
 * @returns {[number, number][]}
 */
export function joined([first, ...rest], x, y) {
    /** @type {[number, number][]} */
    const links = [], far = (/** @type {number} */ a, /** @type {number} */ b) => Math.hypot(x[a] - x[b], y[a] - y[b]);
    const nearest = new Map(rest.map(i => [i, first]));
    while (nearest.size) {
        const [next, from] = [...nearest].reduce((a, b) => (far(...b) < far(...a) ? b : a));
        links.push([from, next]);
        nearest.delete(next);
        for (const [other, near] of nearest) if (far(other, next) < far(other, near)) nearest.set(other, next);
    }
    return links;
}
