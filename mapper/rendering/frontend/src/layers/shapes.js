// Lines and areas of a table, ready to be drawn and asked what lies under a point.

import {joined} from './several.js';
import {mercatorX, mercatorY} from '../mercator.js';

export const POINTS = 0, LINE = 1, AREA = 2;

export class Shapes {
    /** @param {import('../payload.js').Table} table */
    constructor(table) {
        this.codes = table.array('shape');
        this.kinds = table.array('shapes.kind');
        const rings = table.array('shapes.rings'), sizes = table.array('shapes.sizes');
        const x = table.array('shapes.x'), y = table.array('shapes.y');
        const unit = table.meta.shapeUnit;
        this.size = this.kinds.length;
        this.x = Float64Array.from(x, value => mercatorX(value / unit));
        this.y = Float64Array.from(y, value => mercatorY(value / unit));
        // ringAt[s] … ringAt[s + 1] are the rings of shape s; pointAt[r] … pointAt[r + 1] the points of ring r
        this.ringAt = sums(rings);
        this.pointAt = sums(sizes);
        /** @type {Map<number, [number, number][]>} */
        this._links = new Map();
        this.box = new Float64Array(4 * this.size);
        for (let s = 0; s < this.size; s++) this._measure(s);
    }

    /** @param {number} shape */
    _measure(shape) {
        const from = this.pointAt[this.ringAt[shape]], to = this.pointAt[this.ringAt[shape + 1]];
        let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
        for (let i = from; i < to; i++) {
            x0 = Math.min(x0, this.x[i]);
            y0 = Math.min(y0, this.y[i]);
            x1 = Math.max(x1, this.x[i]);
            y1 = Math.max(y1, this.y[i]);
        }
        this.box.set([x0, y0, x1, y1], 4 * shape);
    }

    /**
     * Whether any of a shape lies in view.
     * @param {number} shape
     * @param {import('./canvas-layer.js').View} view
     */
    inView(shape, view) {
        const [x0, y0, x1, y1] = this.box.subarray(4 * shape, 4 * shape + 4);
        return x1 * view.scale >= view.left && x0 * view.scale <= view.left + view.width &&
            y1 * view.scale >= view.top && y0 * view.scale <= view.top + view.height;
    }

    /**
     * Add a shape to the path of a canvas.
     * @param {CanvasRenderingContext2D | Path2D} path
     * @param {number} shape
     * @param {import('./canvas-layer.js').View} view
     * @param {number[] | null} [frame] left, top, right, bottom, mercator: lines along these edges are left out
     */
    trace(path, shape, view, frame = null) {
        for (let ring = this.ringAt[shape]; ring < this.ringAt[shape + 1]; ring++) {
            const from = this.pointAt[ring], to = this.pointAt[ring + 1];
            let lastX = NaN, lastY = NaN;
            for (let i = from; i < to; i++) {
                const x = this.x[i] * view.scale - view.left, y = this.y[i] * view.scale - view.top;
                // What is closer than half a pixel to the last point cannot be seen.
                if (i === from || frame && this._along(frame, i)) path.moveTo(x, y);
                else if (Math.abs(x - lastX) + Math.abs(y - lastY) > 0.5 || i === to - 1) path.lineTo(x, y);
                else continue;
                lastX = x;
                lastY = y;
            }
            if (this.kinds[shape] === AREA && !frame) path.closePath();
        }
    }

    /**
     * Whether the line to a point runs along an edge of a frame.
     * @param {number[]} frame
     * @param {number} i
     */
    _along([left, top, right, bottom], i) {
        const near = (/** @type {Float64Array} */ values, /** @type {number} */ edge) =>
            Math.abs(values[i] - edge) < 1e-6 && Math.abs(values[i - 1] - edge) < 1e-6;
        return near(this.x, left) || near(this.x, right) || near(this.y, top) || near(this.y, bottom);
    }

    /**
     * Whether an area holds a point, by the even-odd rule.
     * @param {number} shape
     * @param {number} x mercator
     * @param {number} y mercator
     */
    holds(shape, x, y) {
        const [x0, y0, x1, y1] = this.box.subarray(4 * shape, 4 * shape + 4);
        if (this.kinds[shape] !== AREA || x < x0 || x > x1 || y < y0 || y > y1) return false;
        let inside = false;
        for (let ring = this.ringAt[shape]; ring < this.ringAt[shape + 1]; ring++) {
            const from = this.pointAt[ring], to = this.pointAt[ring + 1];
            for (let i = from, j = to - 1; i < to; j = i++) {
                if (this.y[i] > y !== this.y[j] > y &&
                    x < (this.x[j] - this.x[i]) * (y - this.y[i]) / (this.y[j] - this.y[i]) + this.x[i]) inside = !inside;
            }
        }
        return inside;
    }

    /**
     * The points of a shape that stand by themselves.
     * @param {number} shape
     * @returns {number[]}
     */
    dots(shape) {
        const rings = Array.from({length: this.ringAt[shape + 1] - this.ringAt[shape]}, (_, i) => this.ringAt[shape] + i);
        return rings.filter(ring => this.pointAt[ring + 1] === this.pointAt[ring] + 1).map(ring => this.pointAt[ring]);
    }

    /**
     * The lines that join the points of a shape that is nothing else.
     * @param {number} shape
     * @returns {[number, number][]}
     */
    links(shape) {
        if (this.kinds[shape] !== POINTS) return [];
        let links = this._links.get(shape);
        if (!links) this._links.set(shape, links = joined(this.dots(shape), this.x, this.y));
        return links;
    }

    /**
     * The stretches of a line, or between points, each from one point to another.
     * @param {number} shape
     * @returns {[number, number][]}
     */
    stretches(shape) {
        if (this.kinds[shape] !== LINE) return this.links(shape);
        /** @type {[number, number][]} */
        const stretches = [];
        for (let ring = this.ringAt[shape]; ring < this.ringAt[shape + 1]; ring++) {
            for (let i = this.pointAt[ring] + 1; i < this.pointAt[ring + 1]; i++) stretches.push([i - 1, i]);
        }
        return stretches;
    }

    /**
     * Whether a line, or a point that stands by itself, lies within reach.
     * @param {number} shape
     * @param {number} x mercator
     * @param {number} y mercator
     * @param {number} reach mercator; half of it from a line
     */
    near(shape, x, y, reach) {
        const [x0, y0, x1, y1] = this.box.subarray(4 * shape, 4 * shape + 4);
        if (x < x0 - reach || x > x1 + reach || y < y0 - reach || y > y1 + reach) return false;
        if (this.dots(shape).some(i => Math.hypot(x - this.x[i], y - this.y[i]) <= reach)) return true;
        return this.stretches(shape).some(([from, to]) => {
            const dx = this.x[to] - this.x[from], dy = this.y[to] - this.y[from];
            const along = Math.max(0, Math.min(1, ((x - this.x[from]) * dx + (y - this.y[from]) * dy) / (dx * dx + dy * dy || 1)));
            return Math.hypot(x - this.x[from] - along * dx, y - this.y[from] - along * dy) <= reach / 2;
        });
    }

    /**
     * A point to write on: the middle of the widest stretch on the middle latitude of the largest ring.
     * @param {number} shape
     * @returns {[number, number]} mercator
     */
    anchor(shape) {
        if (this.kinds[shape] === POINTS) {
            const links = this.links(shape), [from, to] = links[links.length >> 1] ?? [this.dots(shape)[0], this.dots(shape)[0]];
            return [(this.x[from] + this.x[to]) / 2, (this.y[from] + this.y[to]) / 2];
        }
        if (this.kinds[shape] !== AREA) {
            const from = this.pointAt[this.ringAt[shape]], to = this.pointAt[this.ringAt[shape + 1]];
            const middle = (from + to - 1) >> 1, next = Math.min(middle + 1, to - 1);
            return [(this.x[middle] + this.x[next]) / 2, (this.y[middle] + this.y[next]) / 2];
        }
        const [x0, y0, x1, y1] = this.box.subarray(4 * shape, 4 * shape + 4);
        let best = [(x0 + x1) / 2, (y0 + y1) / 2], widest = 0;
        for (const share of [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75]) {
            const y = y0 + (y1 - y0) * share;
            const cuts = this.cuts(shape, y);
            // A little less for each step from the middle, so that labels stay there when nothing is gained.
            const penalty = 1 - Math.abs(share - 0.5);
            for (let i = 0; i + 1 < cuts.length; i += 2) {
                const width = (cuts[i + 1] - cuts[i]) * penalty;
                if (width > widest) {
                    widest = width;
                    best = [(cuts[i] + cuts[i + 1]) / 2, y];
                }
            }
        }
        return /** @type {[number, number]} */ (best);
    }

    /**
     * Points in an area that keep off its edges, its coves and its tips.
     * @param {number} shape
     * @param {number} edge share of its height, and of its width at a latitude, to keep off
     * @param {number} least share of its greatest width that a stretch must have
     * @returns {[number, number][]} mercator
     */
    spots(shape, edge, least) {
        const [, y0, , y1] = this.box.subarray(4 * shape, 4 * shape + 4);
        const shares = Array.from({length: 9}, (_, i) => edge + (1 - 2 * edge) * i / 8);
        const stretches = shares.flatMap((share) => {
            const y = y0 + (y1 - y0) * share, cuts = this.cuts(shape, y);
            return Array.from({length: cuts.length >> 1}, (_, i) => ({y, x: cuts[2 * i], width: cuts[2 * i + 1] - cuts[2 * i]}));
        });
        const widest = stretches.reduce((most, {width}) => Math.max(most, width), 0);
        return stretches.filter(({width}) => width >= least * widest)
            .flatMap(({x, y, width}) => shares.map(share => /** @type {[number, number]} */ ([x + width * share, y])));
    }

    /**
     * Where a latitude enters and leaves an area, or crosses what joins points, from west to east.
     * @param {number} shape
     * @param {number} y mercator
     */
    cuts(shape, y) {
        /** @type {number[]} */
        const cuts = [];
        const cut = (/** @type {number} */ i, /** @type {number} */ j) => {
            if (this.y[i] > y !== this.y[j] > y) cuts.push(this.x[i] + (this.x[j] - this.x[i]) * (y - this.y[i]) / (this.y[j] - this.y[i]));
        };
        for (let ring = this.ringAt[shape]; ring < this.ringAt[shape + 1]; ring++) {
            const from = this.pointAt[ring], to = this.pointAt[ring + 1];
            for (let i = from, j = to - 1; i < to; j = i++) cut(i, j);
        }
        for (const [from, to] of this.links(shape)) cut(from, to);
        return cuts.sort((a, b) => a - b);
    }
}

/** @param {ArrayLike<number>} sizes */
function sums(sizes) {
    const starts = new Uint32Array(sizes.length + 1);
    for (let i = 0; i < sizes.length; i++) starts[i + 1] = starts[i] + sizes[i];
    return starts;
}
