// What each voice says, in its own figures: what lies within a figure stands below it, and nothing is added up.

import {filled, h, quoted, slot} from '../dom.js';
import {localName} from '../names.js';
import {voiceNode} from './claim.js';

/** Voices that are read at once; more are folded. */
const OPEN = 2;

/**
 * @typedef {{measure: string, unit: string, low: number | null, best: number | null, high: number | null, qualifier: string,
 *            words: string, group: string, place: string, relay?: string, as_of: number | null, start?: number | null, end?: number | null, parts: Line[], rest: [number | null, number | null] | null,
 *            figures?: number}} Line `figures`: how many rows a table of events has
 * @typedef {{voice: string, lines: Line[]}} Voice
 * @param {Voice[]} voices
 * @param {import('../i18n/words.js').Words} words
 * @param {Map<string, string>} [other] names of places in the other script
 */
export function headlinePanel(voices, words, other = new Map()) {
    const t = words.table;
    if (!voices.length) return null;
    const shown = voices.map(({voice, lines}) => h('div', {class: 'mapper-voice'},
        h('h3', {}, voiceNode(words, voice), relayNote(voice, lines, words)),
        h('ul', {}, ...lines.map(line => lineItem(line, words, other)))));
    const folded = voices.length > OPEN + 1 ? shown.splice(OPEN) : [];
    return h('section', {class: 'mapper-headline', 'aria-label': t.headline},
        h('h2', {}, t.headline), h('div', {class: 'mapper-sheet'}, ...shown,
            folded.length ? h('details', {class: 'mapper-more'}, h('summary', {}, t.moreVoices(words.number(folded.length))), ...folded) : null,
            h('p', {class: 'mapper-note mapper-sheet-rest'})));
}

/**
 * Who passes all of it on, where that is one other voice: "local media" is nobody one could ask.
 * @param {string} voice
 * @param {Line[]} lines
 * @param {import('../i18n/words.js').Words} words
 */
function relayNote(voice, lines, words) {
    const [relay, ...others] = new Set(lines.map(line => line.relay ?? ''));
    if (!relay || others.length || relay === voice) return null;
    return h('span', {class: 'mapper-note'}, ' · ', ...filled(/** @type {any} */ (words.table).via(slot(0)), [voiceNode(words, relay)]));
}

/**
 * The day to which a figure counts, or the days it tells of where those are not the days of its whole.
 * @param {Line} line
 * @param {import('../i18n/words.js').Words} words
 * @param {Line} [whole]
 */
function whenOf({as_of: asOf, start = null, end = null}, words, whole) {
    if (asOf !== null) return words.table.asOf(words.day(asOf));
    if ((start === null && end === null) || (whole && whole.start === start && whole.end === end)) return '';
    return words.period(start, end);
}

/**
 * @param {Line} line
 * @param {import('../i18n/words.js').Words} words
 * @param {Map<string, string>} other
 * @param {Line} [whole] that it lies in
 * @returns {HTMLElement}
 */
function lineItem(line, words, other, whole) {
    const t = words.table;
    if (line.figures) return h('li', {}, t.tabled(words.number(line.figures), t.measures[line.measure] ?? line.measure));
    const group = words.group(line.group, line.unit || 'person');
    const when = whenOf(line, words, whole);
    return h('li', {},
        h('strong', {}, quoted(words.told(line, line.measure, line.unit || 'person'))),
        group ? h('span', {class: 'mapper-group'}, ' · ', quoted(group)) : null,
        line.place ? h('span', {class: 'mapper-where'}, ' · ', quoted(localName(words, other, line.place))) : null,
        when ? h('span', {class: 'mapper-note'}, ` · ${when}`) : null,
        line.parts.length ? h('div', {class: 'mapper-parts'}, h('span', {class: 'mapper-note'}, t.ofWhom),
            h('ul', {}, ...line.parts.map(part => lineItem(part, words, other, line)))) : null,
        line.rest && line.rest[0] ? h('p', {class: 'mapper-note'},
            t.notLocated(words.figure({low: line.rest[0], best: null, high: line.rest[1]}))) : null);
}
