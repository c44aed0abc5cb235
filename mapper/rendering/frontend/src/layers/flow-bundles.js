// Flows between places that lie close together at a zoom become one: re-summed, within one voice, unit and kind.

import {NONE} from '../payload.js';

/** Pixels within which places are one end. */
const REACH = 34;

/** With no more places than this nothing is bundled: each arrow can be followed. */
const FEW = 40;

export const BOTH = 2, ORIGIN = 1, DESTINATION = 3;

/**
 * @typedef {object} Bundle
 * @property {number} row its largest flow
 * @property {number[]} rows all its flows
 * @property {number} ends BOTH, ORIGIN or DESTINATION
 * @property {number} from node it starts at, and `to` node it ends at; equal for stubs
 * @property {number} to
 * @property {number} low
 * @property {number} high NONE when open
 */

export class Nodes {
    /**
     * The distinct places at the ends of flows.
     * @param {{fromX: Float64Array, fromY: Float64Array, toX: Float64Array, toY: Float64Array, ends: ArrayLike<number>, low: ArrayLike<number>}} flows
     */
    constructor({fromX, fromY, toX, toY, ends, low}) {
        /** @type {Map<string, number>} */
        const ids = new Map();
        const xs = /** @type {number[]} */ ([]), ys = /** @type {number[]} */ ([]), weights = /** @type {number[]} */ ([]);
        const node = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ weight) => {
            const key = `${x},${y}`;
            let id = ids.get(key);
            if (id === undefined) {
                ids.set(key, id = xs.length);
                xs.push(x);
                ys.push(y);
                weights.push(0);
            }
            weights[id] += Math.max(0, weight);
            return id;
        };
        this.from = new Int32Array(ends.length);
        this.to = new Int32Array(ends.length);
        for (let row = 0; row < ends.length; row++) {
            if (!ends[row]) continue;
            this.from[row] = node(fromX[row], fromY[row], low[row]);
            this.to[row] = ends[row] === BOTH ? node(toX[row], toY[row], low[row]) : this.from[row];
        }
        this.x = Float64Array.from(xs);
        this.y = Float64Array.from(ys);
        this.order = Uint32Array.from(xs.keys()).sort((a, b) => weights[b] - weights[a] || a - b);
        /** @type {Map<number, Int32Array>} */
        this._clusters = new Map();
    }

    /**
     * For each node the node that stands for it at a zoom: the one with most people around it.
     * @param {number} zoom
     */
    at(zoom) {
        const level = Math.round(zoom);
        let heads = this._clusters.get(level);
        if (!heads) this._clusters.set(level, heads = this._headsAt(256 * 2 ** level));
        return heads;
    }

    /** @param {number} scale */
    _headsAt(scale) {
        const heads = Int32Array.from(this.x.keys());
        if (this.x.length <= FEW) return heads;
        /** @type {Map<number, number[]>} */
        const cells = new Map();
        const cell = (/** @type {number} */ column, /** @type {number} */ line) => column * 0x4000000 + line;
        for (const node of this.order) {
            const x = this.x[node] * scale, y = this.y[node] * scale;
            const column = Math.floor(x / REACH), line = Math.floor(y / REACH);
            let head = -1;
            for (let c = column - 1; c <= column + 1 && head < 0; c++) {
                for (let l = line - 1; l <= line + 1 && head < 0; l++) {
                    head = cells.get(cell(c, l))?.find(other =>
                        Math.hypot(this.x[other] * scale - x, this.y[other] * scale - y) <= REACH) ?? -1;
                }
            }
            if (head >= 0) {
                heads[node] = head;
            } else {
                const key = cell(column, line), found = cells.get(key);
                if (found) found.push(node);
                else cells.set(key, [node]);
            }
        }
        return heads;
    }
}

/**
 * Bundle the visible flows at a zoom.
 *
 * Figures for the very same two places are rival or successive ones, never parts: only the largest counts.
 * @param {{nodes: Nodes, ends: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>, groups: ArrayLike<number>,
 *          order: ArrayLike<number>, visible: Uint8Array}} flows `groups` tells voice, unit and kind apart
 * @param {number} zoom
 * @returns {Bundle[]} largest first; what starts and ends in one cluster is left out
 */
export function bundlesOf({nodes, ends, low, high, groups, order, visible}, zoom) {
    const heads = nodes.at(zoom), size = nodes.x.length;
    /** @type {Map<number, Bundle & {pairs: Set<number>}>} */
    const bundles = new Map();
    for (let i = 0; i < order.length; i++) {
        const row = order[i];
        if (!visible[row]) continue;
        const from = heads[nodes.from[row]], to = heads[nodes.to[row]];
        if (ends[row] === BOTH && from === to) continue;
        const key = ((from * size + to) * 4 + ends[row]) * 4096 + groups[row];
        const pair = nodes.from[row] * size + nodes.to[row];
        const bundle = bundles.get(key);
        if (!bundle) {
            bundles.set(key, {row, rows: [row], ends: ends[row], from, to, low: low[row], high: high[row], pairs: new Set([pair])});
            continue;
        }
        bundle.rows.push(row);
        if (bundle.pairs.has(pair)) continue; // rows come largest first
        bundle.pairs.add(pair);
        bundle.low = plus(bundle.low, low[row]);
        bundle.high = bundle.high === NONE || high[row] === NONE ? NONE : bundle.high + high[row];
    }
    return [...bundles.values()].sort((a, b) => b.low - a.low || a.row - b.row);
}

/**
 * @param {number} a
 * @param {number} b
 */
function plus(a, b) {
    if (a === NONE) return b;
    return b === NONE ? a : a + b;
}
