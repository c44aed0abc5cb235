// Why figures were put together as they were, in plain sentences. The tables keep the notes with their ids and scores;
// here each id is the figure it stands for.

import {split} from '../cells.js';
import {filled, h, quoted, slot} from '../dom.js';
import {countOf} from '../i18n/words.js';
import {localName, otherNames} from '../names.js';

/** The notes that the reconciliation writes: what they mean, and which claims they are about. */
const NOTES = /** @type {[string, RegExp][]} */ ([
    ['part', /^(?<a>.+?) is a part of (?<b>.+?): (?<why>.+)$/],
    ['supersedes', /^(?<a>.+?) supersedes (?<b>.+?): one voice, one scope$/],
    ['again', /^(?<a>.+?) tells the figure of (?<b>.+?) again$/],
    ['one', /^(?<a>.+?) and (?<b>.+?) are one event: /],
    ['apart', /^(?<a>.+?) is kept apart from (?<b>.+?): (?<why>.+?)(?: \(.*\))?$/],
    ['likely', /^(?<a>.+?) lies within the area and days of (?<b>.+?), of another voice: /],
    ['party', /^(?<a>.+?) is a party's own claim: /],
    ['twice', /^the figures of (?<a>.+?) and (?<b>.+?) are of one voice, place and day: /]
]);

/** Why, as the notes say it, and the word for it in a language's table. */
const BECAUSE = /** @type {[RegExp, string][]} */ ([
    [/^its source says so/, 'says'], [/^its voice's own split/, 'split'], [/^same voice/, 'within'], [/^figures that cannot/, 'figures'],
    [/^groups that exclude/, 'groups'], [/^spells of unlike length/, 'episode'], [/^a summary/, 'summary'], [/^an area and a point/, 'area'],
    [/^too far apart/, 'far'], [/^not alike enough/, 'weak'], [/^another account/, 'better']
]);

/** The rules by which one figure is made of several. */
const RULES = /** @type {[RegExp, string][]} */ ([
    [/best: verified, then specific/, 'ladder'], [/best: the lowest/, 'lowest'], [/no best figure/, 'envelope'], [/those of the chosen voice/, 'voice']
]);

/** @type {WeakMap<import('../payload.js').Table, Map<string, number>>} */
const rowsById = new WeakMap();

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table | null} claims
 * @param {string} cell reasons, `a|b`
 * @returns {Promise<HTMLElement[]>} one list item a sentence
 */
export async function reasonItems(stage, claims, cell) {
    const items = await Promise.all(split(cell).map(async note => h('li', {}, ...await sentenceOf(stage, claims, note))));
    const said = new Set();
    return items.filter(({textContent}) => !said.has(textContent) && said.add(textContent));
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table | null} claims
 * @param {string} note
 * @returns {Promise<(Node | string)[]>} somebody's own words, where it is no note of ours
 */
async function sentenceOf(stage, claims, note) {
    const t = stage.words.table;
    for (const [kind, form] of NOTES) {
        const found = form.exec(note)?.groups;
        if (!found) continue;
        const named = await Promise.all([found.a, found.b].map(id => (id ? claimWords(stage, claims, id) : '')));
        const why = BECAUSE.find(([words]) => words.test(found.why ?? ''))?.[1];
        return filled(t.reasons[kind](slot(0), slot(1), why ? t.because[why] : ''), named.map(words => quoted(words, 'strong')));
    }
    return [quoted(note)];
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
 * @param {string} rule
 * @returns {(Node | string)[]}
 */
export function ruleWords(words, rule) {
    const known = RULES.find(([form]) => form.test(rule))?.[1];
    if (!known) return [quoted(rule)];
    const said = words.table.rules[known];
    return [typeof said === 'string' ? said : said(words.voice(/\(([^()]+)\)$/.exec(rule)?.[1] ?? ''))];
}
