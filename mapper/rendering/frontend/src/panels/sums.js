// What several incidents come to, voice by voice: bound by bound within one voice, and nothing across voices.

import {split} from '../cells.js';
import {h, listed} from '../dom.js';
import {sumsOf} from '../layers/clusters.js';
import {NONE} from '../payload.js';
import {voiceNode} from './claim.js';

/** Voices that get a line. */
const MOST = 6;

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../state.js').Item[]} items
 * @returns {HTMLElement | null} null where nothing can be summed
 */
export function sumsList(stage, items) {
    const {words} = stage, t = words.table, known = (/** @type {number} */ number) => (number === NONE ? null : number);
    const layers = [...new Set(items.map(({layer}) => layer))].map(key => stage.layers.get(key)).filter(layer => layer?.table.has('deaths_low'));
    const lines = layers.flatMap((layer) => {
        // Areas lie in one another: their figures may count the same people, and are no parts of a sum.
        const rows = items.filter(({layer: key, row}) => key === layer.key && row < layer.points).map(({row}) => row);
        return rows.length < 2 ? [] : sumsOf(layer, rows).map(({voice, low, high, count}) => ({
            voice: layer.table.dictionaries.voices[voice],
            words: `${words.told({low: known(low), best: null, high: known(high)}, 'killed')} (${t.incidents(words.number(count))})`
        }));
    });
    if (!lines.length) return null;
    return h('div', {class: 'mapper-sums'},
        h('ul', {}, ...lines.slice(0, MOST).map(line => h('li', {}, ...listed(split(line.voice).map(voice => voiceNode(words, voice)), t.comma), line.voice ? ': ' : null, h('strong', {}, line.words)))),
        lines.length > MOST ? h('p', {class: 'mapper-note'}, t.moreVoices(words.number(lines.length - MOST))) : null,
        h('p', {class: 'mapper-note'}, t.sumsNote));
}
