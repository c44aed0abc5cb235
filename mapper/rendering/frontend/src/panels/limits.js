// What this map cannot show, in numbers counted from its own tables.

import {split} from '../cells.js';
import {h} from '../dom.js';

/**
 * @param {{key: string, n: number, of: number, words: string, day: number | null}[]} limits
 * @param {import('../i18n/words.js').Words} words
 */
export function limitsList(limits, words) {
    const voices = (/** @type {string} */ cell, /** @type {number} */ all) => {
        const named = split(cell);
        return named.map(voice => `\u2068${words.voice(voice)}\u2069`).join(words.table.comma) + (all > named.length ? ' …' : '');
    };
    return h('ul', {}, ...limits.map(({key, n, of, words: cell, day}) =>
        h('li', {}, words.table.limit[key](words.number(n), words.number(of), day === null ? voices(cell, n) : words.day(day)))));
}
