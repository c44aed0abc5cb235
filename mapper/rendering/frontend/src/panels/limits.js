// What this map cannot show, in numbers counted from its own tables.

import {h} from '../dom.js';

/**
 * @param {{key: string, n: number, of: number, words: string, day: number | null}[]} limits
 * @param {import('../i18n/words.js').Words} words
 */
export function limitsList(limits, words) {
    return h('ul', {}, ...limits.map(({key, n, of, words: text, day}) =>
        h('li', {}, words.table.limit[key](words.number(n), words.number(of), day === null ? text : words.day(day)))));
}
