// One thing on the map, in the order in which readers ask: what is said to have happened, who says it, when they said it
// and of which days, where and why there, how well it is supported, in which words, and where sources differ.

import {split} from '../cells.js';
import {filled, h, listed, quoted, slot} from '../dom.js';
import {fold} from '../folding.js';
import {itemFragment} from '../fragment.js';
import {daysOf, figureOf, figureWords, groupOf, localPlace, measureOf, unitOf} from '../items.js';
import {knownFrom} from '../known.js';
import {localName, otherNames} from '../names.js';
import {NONE} from '../payload.js';
import {claimCard, voiceNode} from './claim.js';
import {reasonItems} from './reasons.js';
import {disagreementStrip} from './strip.js';

const OPEN = 6; // claims read at once; more are folded
const FEW = 2; // reasons read at once

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../state.js').Item} item
 */
export async function itemOf(stage, {layer: key, row}) {
    const layer = stage.layers.get(key), {table} = layer, {words} = stage, t = words.table;
    const record = await table.record(row), claims = await (layer.claims ?? stage.claims);
    const rows = claims && table.has('claims.size') ? /** @type {number[]} */ (Array.from(table.list('claims', row))) : [];
    const day = stage.state.get('asOf'), known = rows.filter(claim => day === null || knownFrom(claims)[claim] <= day);
    const records = await Promise.all(known.map(claim => claims.record(claim)));
    const cards = known.map((claim, i) => claimCard(stage, claims, claim, records[i])), folded = cards.splice(OPEN);
    const reasons = await reasonItems(stage, claims, record);
    const fragment = await itemFragment(stage, {layer: key, row}), measure = measureOf(layer, row), unit = unitOf(table, row);
    const strip = claims ? disagreementStrip(words, claims, known, {
        measure, unit, rule: known.length === rows.length ? record.rule : ''}) : null;
    return h('article', {class: 'mapper-item'},
        h('h3', {class: 'mapper-event'},
            quoted(measure === 'statement' ? t.measures.statement : table.meta.rate ? figureWords(words, layer, row) : words.event(figureOf(table, row), measure, unit, groupOf(layer, row))),
            h('span', {class: 'mapper-at'}, quoted(localPlace(stage, record) || t.placeUnknown))),
        ownTitle(record) ? h('p', {class: 'mapper-note'}, quoted(record.title)) : null,
        h('dl', {},
            ...pair(t.whoSays, whoSays(stage, records, record)),
            ...pair(t.whenSaid, whenSaid(words, claims, known)),
            ...pair(t.whatHappened, table.has('period_start') ? [words.period(...daysOf(table, row))] : []),
            ...pair(t.where, where(stage, record, table.has('ends'))),
            ...pair(t.why, whyHere(stage, records)),
            ...pair(t.support, record.grade ? [h('strong', {}, t.grades[record.grade] ?? record.grade), t.gradeMeans[record.grade] ? `: ${t.gradeMeans[record.grade]}` : ''] : [])),
        known.length < rows.length ? h('p', {class: 'mapper-warning'}, t.computedBefore) : null,
        record.quote ? h('blockquote', {dir: 'auto'}, record.quote) : null,
        cards.length ? h('h4', {}, t.inTheirWords) : null,
        ...cards,
        folded.length ? h('details', {class: 'mapper-more'}, h('summary', {}, t.moreClaims(words.number(folded.length))), ...folded) : null,
        strip,
        reasons.length ? h('details', {class: 'mapper-more', open: reasons.length <= FEW}, h('summary', {}, t.howMade), h('ul', {class: 'mapper-reasons'}, ...reasons)) : null,
        fragment ? h('p', {class: 'mapper-note'}, h('a', {href: `#${fragment}`}, t.permalink)) : null);
}

/** Precisions of which one cell may name several places. */
const NAMED = ['site', 'settlement', 'adm3', 'adm2', 'adm1'];

/**
 * Whether a title is somebody's own: one that was made of figure, place and days says nothing that the rest does not.
 * @param {Record<string, string>} record
 */
export function ownTitle({title, place_name: place}) {
    return title && title !== place && !/ reported (?:killed|injured), .+ \(.+\)$/.test(title);
}

/**
 * Each voice once, with whoever passed it on.
 * @param {import('../stage.js').Stage} stage
 * @param {Record<string, string>[]} claims
 * @param {Record<string, string>} record
 */
function whoSays(stage, claims, record) {
    const {words} = stage, t = words.table;
    /** @type {Map<string, Set<string>>} */
    const voices = new Map();
    for (const {voice, relay} of claims) {
        const relays = voices.get(voice) ?? new Set();
        voices.set(voice, relay && relay !== voice ? relays.add(relay) : relays);
    }
    if (!claims.length) for (const voice of split(record.voices)) voices.set(voice, new Set());
    return listed([...voices].map(([voice, relays]) => h('span', {}, voiceNode(words, voice), ...(relays.size ?
        [' (', ...filled(t.via(slot(0)), [h('span', {}, ...listed([...relays].map(relay => voiceNode(words, relay)), t.comma))]), ')'] : []))), t.comma);
}

/**
 * @param {import('../i18n/words.js').Words} words
 * @param {import('../payload.js').Table | null} claims
 * @param {number[]} rows
 */
function whenSaid(words, claims, rows) {
    const days = claims ? rows.map(row => claims.array('published')[row]).filter(day => day !== NONE) : [];
    return days.length ? [words.period(Math.min(...days), Math.max(...days))] : [];
}

/**
 * The place in both scripts, and how finely it is known.
 * @param {import('../stage.js').Stage} stage
 * @param {Record<string, string>} record
 * @param {boolean} isFlow
 */
function where(stage, record, isFlow) {
    const {words} = stage, t = words.table, other = otherNames(stage);
    const both = (/** @type {string} */ name) => {
        const local = localName(words, other, name), second = local === name ? other.get(fold(name)) : name;
        return h('span', {}, quoted(local), ...(second && second !== local ? [' · ', quoted(second)] : []));
    };
    const kind = t.precisions[record.precision] ?? record.precision, several = NAMED.includes(record.precision) && record.place_name?.includes(', ');
    const precision = kind ? ` (${several ? t.each(kind) : kind})` : '';
    if (!isFlow) return [record.place_name ? both(record.place_name) : t.placeUnknown, precision];
    const {origin_name: from, destination_name: to} = record;
    if (!from && !to) return [t.placeUnknown];
    return from && to ? filled(t.fromTo(slot(0), slot(1)), [both(from), both(to)]) : filled((from ? t.fromOnly : t.toOnly)(slot(0)), [both(from || to)]);
}

/**
 * How the words of the sources led to the place; each way once.
 * @param {import('../stage.js').Stage} stage
 * @param {Record<string, string>[]} claims
 */
function whyHere({words, ...stage}, claims) {
    const t = words.table, other = otherNames(/** @type {any} */ ({...stage, words}));
    /** @type {Map<string, {tier: string, place: string, said: Set<string>}>} */
    const ways = new Map();
    for (const {place_words: cell, match_tier: tier, place_name: place} of claims) {
        if (!cell && tier !== 'given') continue;
        const way = ways.get(`${tier}|${place}`) ?? {tier, place, said: new Set()};
        split(cell).forEach(word => way.said.add(word));
        ways.set(`${tier}|${place}`, way);
    }
    return [...ways.values()].flatMap(({tier, place, said}) => {
        const sentence = !place && tier !== 'given' ? t.notPlaced : Object.hasOwn(t.placed, tier) ? t.placed[tier] : null;
        if (!sentence) return [];
        const parts = [h('span', {}, ...listed([...said].map(word => h('span', {class: 'mapper-said'}, ...filled(t.quotedWords(slot(0)), [quoted(word)]))), t.comma)), quoted(place ? localName(words, other, place) : '')];
        return [h('p', {}, ...filled(sentence(slot(0), place ? slot(1) : '', said.size > 1 || place?.includes(', ')), parts))];
    });
}

/**
 * @param {string} term
 * @param {(Node | string)[]} value
 */
function pair(term, value) {
    return value.length ? [h('dt', {}, term), h('dd', {}, ...value)] : [];
}
