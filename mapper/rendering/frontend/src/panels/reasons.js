// Why figures were put together as they were, in plain sentences. The tables keep records, each a code with the claims it
// is about and values; here each claim is the figure it stands for, and each code a sentence of the page's language.

import {split} from '../cells.js';
import {filled, h, quoted, slot} from '../dom.js';
import {countOf} from '../i18n/words.js';
import {localName, otherNames} from '../names.js';

/** @type {WeakMap<import('../payload.js').Table, Map<string, number>>} */
const rowsById = new WeakMap();

/**
 * What the reconciliation noted of one thing. What a claim is called stands in `a` and `b`.
 * @typedef {{code: string, a?: string | string[], b?: string | string[], why?: string, grade?: string, day?: string, note?: string,
 *     column?: string, before?: string, after?: string}} Reason
 */

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table | null} claims
 * @param {Record<string, string>} record with `reason_codes`, or with `reasons`: sentences of somebody's own
 * @returns {Promise<HTMLElement[]>} one list item a sentence
 */
export async function reasonItems(stage, claims, {reason_codes: codes, reasons}) {
    const known = reasonsOf(codes).filter(({code}) => stage.words.table.reasons[code]);
    const sentences = known.length ?
        await Promise.all(known.map(reason => sentenceOf(stage, claims, reason))) :
        split(reasons ?? '').map(words => [quoted(words)]);
    const items = sentences.map(nodes => h('li', {}, ...nodes)), said = new Set();
    return items.filter(({textContent}) => !said.has(textContent) && said.add(textContent));
}

/**
 * @param {string | undefined} codes a JSON list, from a file that anybody can have written
 * @returns {Reason[]}
 */
export function reasonsOf(codes) {
    try {
        const found = JSON.parse(codes || '[]');
        return Array.isArray(found) ? found.filter(reason => typeof reason?.code === 'string') : [];
    } catch {
        return [];
    }
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table | null} claims
 * @param {Reason} reason
 * @returns {Promise<(Node | string)[]>}
 */
async function sentenceOf(stage, claims, reason) {
    const t = stage.words.table, {code, why = ''} = reason;
    if (code === 'graded') return filled(t.reasons[code](t.grades[reason.grade ?? ''] ?? reason.grade ?? '', slot(0)), [quoted(reason.note ?? '')]);
    const names = await Promise.all([reason.a, reason.b].map(async ids => (await Promise.all([ids ?? []].flat().map(id => claimWords(stage, claims, id)))).join('; ')));
    const nodes = names.map(words => quoted(words, 'strong'));
    if (code === 'corrected') {
        const change = `${reason.before ?? ''} → ${reason.after ?? ''}`;
        return filled(t.reasons[code](slot(0), slot(1), slot(2)), [nodes[0], quoted(change), quoted(reason.note ?? '')]);
    }
    return filled(t.reasons[code](slot(0), slot(1), t.because[why] ?? ''), nodes);
}

/**
 * A claim by what it says: "SOHR: 745 civilians reported killed (the Syrian coast)".
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table | null} claims
 * @param {string} id
 */
async function claimWords(stage, claims, id) {
    const {words} = stage, row = claims ? (await idsOf(claims)).get(id) : undefined;
    if (!claims || row === undefined) return words.table.otherFigure;
    const record = await claims.record(row);
    const place = record.place_name ? localName(words, otherNames(stage), record.place_name) : '';
    const event = words.event(countOf(claims, row), record.measure, record.unit || 'person', record.group);
    return `${record.voice ? `${words.voice(record.voice)}: ` : ''}${place ? words.table.eventAt(event, place) : event}`;
}

/** @param {import('../payload.js').Table} claims */
async function idsOf(claims) {
    let rows = rowsById.get(claims);
    if (!rows) {
        const ids = await claims.column('claim_id');
        rowsById.set(claims, rows = new Map(ids.map((/** @type {string} */ id, /** @type {number} */ row) => [id, row])));
    }
    return rows;
}

/**
 * The rule in the words of the page; a rule nobody knows, in its own.
 * @param {import('../i18n/words.js').Words} words
 * @param {string} rule its name, with the voice it follows behind a colon
 * @returns {(Node | string)[]}
 */
export function ruleWords(words, rule) {
    const [name, ...voice] = rule.split(':'), said = words.table.rules[name];
    if (!said) return [quoted(rule)];
    return [typeof said === 'string' ? said : said(words.voice(voice.join(':')))];
}
