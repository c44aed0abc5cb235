// How many came to a place and how many left it, as far as one source tells: in, out, and where to or from unknown.

import {BOTH, DESTINATION, ORIGIN} from './flow-bundles.js';
import {NONE} from '../payload.js';

/**
 * @typedef {object} Balance
 * @property {number} node
 * @property {number} row a flow that starts or ends there
 * @property {boolean} starts whether it starts there
 * @property {number} group voice, unit and kind of all that is counted
 * @property {number} came people or households, at least
 * @property {number} left
 * @property {number} unknown of both, those of whom nobody said where from, or where to
 */

/**
 * The balance of each place that several movements touch. Sources, units and kinds are never mixed: each place has the
 * balance of the one that tells most of it. Words such as "dozens" are no numbers, and are left out.
 * @param {import('./flow-bundles.js').Bundle[]} bundles
 * @param {(row: number) => number} groupOf voice, unit and kind of a flow; -1 has no number
 * @returns {Balance[]} those that most people came to or left first
 */
export function balancesOf(bundles, groupOf) {
    /** @type {Map<string, Balance & {parts: number}>} */
    const sums = new Map();
    const add = (/** @type {number} */ node, /** @type {import('./flow-bundles.js').Bundle} */ {row, ends, low}, /** @type {boolean} */ starts) => {
        const group = groupOf(row);
        if (group < 0 || low === NONE || low <= 0) return;
        const key = `${node},${group}`, sum = sums.get(key) ?? {node, row, starts, group, came: 0, left: 0, unknown: 0, parts: 0};
        sums.set(key, sum);
        if (starts) sum.left += low;
        else sum.came += low;
        if (ends !== BOTH) sum.unknown += low;
        sum.parts++;
    };
    for (const bundle of bundles) {
        if (bundle.ends !== DESTINATION) add(bundle.from, bundle, true);
        if (bundle.ends !== ORIGIN) add(bundle.to, bundle, false);
    }
    /** @type {Map<number, Balance & {parts: number}>} */
    const best = new Map();
    for (const sum of sums.values()) {
        const other = best.get(sum.node);
        if (!other || sum.came + sum.left > other.came + other.left) best.set(sum.node, sum);
    }
    return [...best.values()].filter(({parts}) => parts > 1).sort((a, b) => b.came + b.left - a.came - a.left || a.node - b.node)
        .map(({node, row, starts, group, came, left, unknown}) => ({node, row, starts, group, came, left, unknown}));
}
