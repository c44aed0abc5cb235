// Disagreement: what each source says of one thing, on one scale. A dot is a figure, a bar its range, an arrow an open
// end; hollow is what the same source replaced later.

import {h, quoted} from '../dom.js';
import {countOf} from '../i18n/words.js';
import {lastOfVoices} from '../known.js';
import {voiceNode} from './claim.js';
import {ruleWords} from './reasons.js';

/**
 * @param {import('../i18n/words.js').Words} words
 * @param {import('../payload.js').Table} claims
 * @param {number[]} rows claims that one thing rests on
 * @param {{measure: string, rule: string, unit: string}} of
 * @returns {HTMLElement | null} null when there is nothing to compare
 */
export function disagreementStrip(words, claims, rows, {measure, rule, unit}) {
    const t = words.table;
    const told = rows.filter(row => claims.code('measure', row) === measure && (claims.code('unit', row) || 'person') === unit &&
        (claims.number('count_low', row) !== null || claims.number('count_high', row) !== null || claims.number('count_best', row) !== null));
    if (told.length < 2) return null;
    const standing = new Set(lastOfVoices(claims, told)), day = (/** @type {number} */ row) => claims.number('published', row) ?? -Infinity;
    const top = (/** @type {number} */ row) => Math.max(...['count_low', 'count_best', 'count_high'].map(name => claims.number(name, row) ?? 0));
    const end = Math.max(1, ...told.map(row => top(row) * (claims.number('count_high', row) === null ? 1.08 : 1)));
    /** @type {Map<string, number[]>} */
    const voices = new Map();
    for (const row of told) voices.set(claims.code('voice', row), [...voices.get(claims.code('voice', row)) ?? [], row]);
    const lines = [...voices].map(([voice, own]) => {
        const track = h('div', {class: 'mapper-track', 'aria-hidden': 'true'});
        for (const row of own) track.append(...marks(claims, row, end, standing.has(row)));
        return h('li', {},
            h('span', {class: 'mapper-strip-voice'}, voiceNode(words, voice)), track,
            h('ul', {class: 'mapper-strip-figures'}, ...own.sort((a, b) => day(b) - day(a)).map(row => h('li', {class: standing.has(row) ? null : 'mapper-earlier'},
                h('strong', {}, words.figure(countOf(claims, row))),
                words.group(claims.code('group', row)) ? ' · ' : null, quoted(words.group(claims.code('group', row))),
                claims.number('published', row) === null ? null : ` · ${t.published(words.day(claims.number('published', row)))}`,
                standing.has(row) ? null : ` · ${t.superseded}`))));
    });
    const groups = [...new Set(told.map(row => claims.code('group', row)).filter(Boolean).map(group => words.group(group) || t.everybody))];
    return h('div', {class: 'mapper-disagreement'},
        h('h4', {}, t.disagreement),
        groups.length > 1 ? h('p', {class: 'mapper-warning'}, ...around(t.different, groups, t.comma)) : null,
        h('ul', {class: 'mapper-strips'}, ...lines),
        h('p', {class: 'mapper-scale', 'aria-hidden': 'true'}, h('span', {}, words.number(0)), h('span', {}, words.number(Math.round(end)))),
        rule ? h('p', {class: 'mapper-note'}, `${t.ruleWords} `, ...ruleWords(words, rule)) : null);
}

/**
 * A sentence with others' words in it, each isolated.
 * @param {(words: string) => string} sentence
 * @param {string[]} words
 * @param {string} comma
 */
function around(sentence, words, comma) {
    const [before, after] = sentence('\u0000').split('\u0000');
    return [before, ...words.flatMap((word, i) => [i ? comma : '', quoted(word)]), after];
}

/**
 * @param {import('../payload.js').Table} claims
 * @param {number} row
 * @param {number} end
 * @param {boolean} stands
 */
function marks(claims, row, end, stands) {
    const low = claims.number('count_low', row), best = claims.number('count_best', row), high = claims.number('count_high', row);
    const at = (/** @type {number} */ number) => `${100 * number / end}%`, made = [];
    const from = low ?? best ?? 0, open = high === null;
    if (open || high > from || low === null) {
        const range = h('span', {class: `mapper-range${open ? ' mapper-range-open' : ''}${stands ? '' : ' mapper-hollow'}`});
        range.style.insetInlineStart = at(low === null ? 0 : from);
        range.style.inlineSize = open ? `calc(${100 - 100 * from / end}%)` : at(/** @type {number} */ (high) - (low === null ? 0 : from));
        made.push(range);
    }
    const point = best ?? low ?? high;
    if (point !== null) {
        const dot = h('span', {class: `mapper-dot${stands ? '' : ' mapper-hollow'}`});
        dot.style.insetInlineStart = at(point);
        made.push(dot);
    }
    return made;
}
