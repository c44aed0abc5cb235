// Which areas lie in which, found by way of a grid: tens of thousands of districts take no longer than they must.

import {AREA} from './shapes.js';

/**
 * For each area those that lie in it and are no larger, as far as their middle tells.
 * @param {import('./shapes.js').Shapes} shapes
 * @param {ArrayLike<number>} order shapes, large ones first
 * @returns {number[][]}
 */
export function nested(shapes, order) {
    /** @type {number[][]} */
    const within = Array.from({length: shapes.size}, () => []);
    const areas = Array.from(order).filter(shape => shapes.kinds[shape] === AREA);
    if (areas.length < 2) return within;
    const anchors = areas.map(shape => shapes.anchor(shape)), grid = new Grid(anchors);
    areas.forEach((shape, rank) => {
        const [x0, y0, x1, y1] = shapes.box.subarray(4 * shape, 4 * shape + 4);
        grid.each(x0, y0, x1, y1, (other) => {
            if (other > rank && shapes.holds(shape, anchors[other][0], anchors[other][1])) within[shape].push(areas[other]);
        });
    });
    return within;
}

/** Points in the cells of a grid, about one each. */
class Grid {
    /** @param {[number, number][]} points */
    constructor(points) {
        const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
        this.left = least(xs);
        this.top = least(ys);
        this.side = Math.ceil(Math.sqrt(points.length));
        this.width = (-least(xs.map(x => -x)) - this.left || 1) / this.side;
        this.height = (-least(ys.map(y => -y)) - this.top || 1) / this.side;
        /** @type {number[][]} */
        this.cells = Array.from({length: this.side ** 2}, () => []);
        points.forEach(([x, y], index) => this.cells[this._line(y) * this.side + this._column(x)].push(index));
    }

    /** @param {number} x */
    _column(x) {
        return Math.max(0, Math.min(this.side - 1, Math.floor((x - this.left) / this.width)));
    }

    /** @param {number} y */
    _line(y) {
        return Math.max(0, Math.min(this.side - 1, Math.floor((y - this.top) / this.height)));
    }

    /**
     * Hand out, in order, the points of all cells that a box touches.
     * @param {number} x0
     * @param {number} y0
     * @param {number} x1
     * @param {number} y1
     * @param {(index: number) => void} act
     */
    each(x0, y0, x1, y1, act) {
        const found = [];
        for (let line = this._line(y0); line <= this._line(y1); line++) {
            for (let column = this._column(x0); column <= this._column(x1); column++) found.push(...this.cells[line * this.side + column]);
        }
        found.sort((a, b) => a - b).forEach(act);
    }
}

/** @param {number[]} values */
function least(values) {
    return values.reduce((a, b) => Math.min(a, b), Infinity);
}
