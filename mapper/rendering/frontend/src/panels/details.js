// What was chosen: each thing with its figure, its place and why it is there, and the claims it rests on.

import {h, link, quoted, reasoned} from '../dom.js';
import {fold} from '../folding.js';
import {daysOf, figureWords, groupOf, measureOf} from '../items.js';
import {countOf} from '../i18n/words.js';
import {itemFragment} from '../fragment.js';
import {knownFrom} from '../known.js';
import {otherNames} from '../names.js';
import {disagreementStrip} from './strip.js';
import {sumsList} from './sums.js';

const MOST = 50; // things shown at once

export class DetailsPanel {
    /**
     * @param {import('../stage.js').Stage} stage
     * @param {{focus: () => void}} cursor where the focus goes when its origin is gone
     */
    constructor(stage, cursor) {
        this.stage = stage;
        this.cursor = cursor;
        this.heading = h('h2', {tabindex: '-1'});
        this.body = h('div', {class: 'mapper-body-details'});
        this.close = h('button', {type: 'button', class: 'mapper-close', onclick: () => this._back()});
        this.box = h('section', {class: 'mapper-section mapper-section-details', onkeydown: (/** @type {KeyboardEvent} */ event) => {
            if (event.key === 'Escape') this._back();
        }}, h('div', {class: 'mapper-details-head'}, this.heading, this.close), this.body);
        this._turn = 0;
        /** @type {Promise<void>} */
        this._filled = Promise.resolve();
    }

    fill() {
        this._filled = this._fill();
        return this._filled;
    }

    async _fill() {
        const {stage} = this, {words} = stage, t = words.table, selected = stage.state.get('selected'), turn = ++this._turn;
        this.heading.textContent = t.details;
        this.close.textContent = t.close;
        this.box.setAttribute('aria-label', t.details);
        this.close.hidden = !selected.length;
        this.box.classList.toggle('mapper-empty', !selected.length);
        if (!selected.length) {
            this.body.replaceChildren(h('p', {class: 'mapper-hint'}, stage.gone ? t.gone(stage.gone) : t.detailsHint));
            return;
        }
        const items = await Promise.all(selected.slice(0, MOST).map(item => itemOf(stage, item)));
        if (turn !== this._turn) return; // something else was chosen meanwhile
        const fresh = this._shown !== JSON.stringify(selected);
        this._shown = JSON.stringify(selected);
        this.body.replaceChildren(
            ...(selected.length > 1 ? [h('p', {class: 'mapper-hint'}, t.several(words.number(selected.length))), sumsList(stage, selected) ?? ''] : []), ...items);
        if (fresh && matchMedia('(min-width: 900px)').matches) this.box.parentElement?.scrollTo({top: 0});
    }

    /** Go to what was opened. */
    async focus() {
        await this._filled;
        this.heading.focus();
    }

    _back() {
        const {stage} = this, {origin} = stage;
        stage.state.set({selected: []});
        stage.origin = null;
        if (origin?.isConnected && origin.offsetParent) origin.focus();
        else this.cursor.focus();
    }
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../state.js').Item} item
 */
export async function itemOf(stage, {layer: key, row}) {
    const layer = stage.layers.get(key), {table} = layer, {words} = stage, t = words.table;
    const record = await table.record(row), measure = measureOf(table, row), other = otherNames(stage);
    const both = (/** @type {string} */ name) => [quoted(name), ...(other.has(fold(name)) ? [' · ', quoted(/** @type {string} */ (other.get(fold(name))))] : [])];
    const claims = await (layer.claims ?? stage.claims);
    const rows = claims && table.has('claims.size') ? /** @type {number[]} */ (Array.from(table.list('claims', row))) : [];
    const day = stage.state.get('asOf');
    const known = rows.filter(claim => day === null || knownFrom(claims)[claim] <= day);
    const cards = await Promise.all(known.map(claim => claimCard(stage, claims, claim)));
    const strip = claims ? disagreementStrip(words, claims, known, {
        measure: measure === 'displaced' && record.measure ? record.measure : measure, rule: known.length === rows.length ? record.rule : '',
        unit: record.unit || 'person'}) : null;
    const figure = figureWords(words, table, row), fragment = await itemFragment(stage, {layer: key, row});
    const place = record.place_name, group = groupOf(layer, row);
    const graded = record.grade && record.grade !== 'ungraded';
    return h('article', {class: 'mapper-item'},
        h('h3', {}, ...(table.has('ends') ? flowTitle(t, record) : place ? both(place) : [t.layerNames[layer.kind]])),
        figure ? h('p', {class: 'mapper-figure'}, figure, group ? ' · ' : null, group ? quoted(group) : null, graded ? h('span', {class: 'mapper-grade'}, t.grades[record.grade]) : null) : null,
        record.title && record.title !== place ? h('p', {class: 'mapper-note'}, quoted(record.title)) : null,
        h('dl', {},
            ...pair(t.why, record.precision ? t.precisions[record.precision] : null),
            ...pair(t.period, table.has('period_start') ? words.period(...daysOf(table, row)) : null),
            ...(graded ? pair(t.support, t.grades[record.grade]) : [])),
        known.length < rows.length ? h('p', {class: 'mapper-warning'}, t.computedBefore) : null,
        record.quote ? h('blockquote', {dir: 'auto'}, record.quote) : null,
        strip,
        record.reasons ? h('ul', {class: 'mapper-reasons'}, ...record.reasons.split('|').map((/** @type {string} */ reason) => h('li', {}, reasoned(reason)))) : null,
        ...cards,
        fragment ? h('p', {class: 'mapper-note'}, h('a', {href: `#${fragment}`}, t.permalink)) : null);
}

/**
 * @param {any} t
 * @param {Record<string, string>} record
 */
function flowTitle(t, record) {
    const names = [record.origin_name, record.destination_name].filter(Boolean);
    if (!names.length) return [t.placeUnknown];
    const sentence = names.length === 2 ? t.fromTo('\u0000', '\u0000') : record.origin_name ? t.fromOnly('\u0000') : t.toOnly('\u0000');
    return sentence.split('\u0000').flatMap((/** @type {string} */ words, /** @type {number} */ i) => [i ? quoted(names[i - 1]) : '', words]);
}

/**
 * One claim: quote, figure, voice, relay, days, verification, link.
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table} claims
 * @param {number} row
 */
async function claimCard(stage, claims, row) {
    const {words} = stage, t = words.table, claim = await claims.record(row), count = countOf(claims, row);
    const figure = claim.measure === 'statement' ? '' :
        `${words.figure(count)} ${claim.unit === 'household' ? `${t.units.household} ` : ''}${t.measures[claim.measure] ?? ''}`;
    const inWords = ['vague', 'unspecified'].includes(claim.qualifier) && claim.count_words && (count.low ?? count.high ?? count.best) !== null;
    const notes = [
        words.period(claims.number('period_start', row), claims.number('period_end', row)),
        claims.number('as_of', row) === null ? '' : t.asOf(words.day(claims.number('as_of', row))),
        claims.number('published', row) === null ? '' : t.published(words.day(claims.number('published', row)))
    ].filter(Boolean).join(' · ');
    const [viaBefore, viaAfter] = t.via('\u0000').split('\u0000');
    return h('div', {class: `mapper-claim${claim.superseded === 'yes' ? ' mapper-superseded' : ''}`},
        h('p', {class: 'mapper-voice-line'},
            h('strong', {}, claim.voice ? quoted(claim.voice) : t.noVoice),
            claim.relay && claim.relay !== claim.voice ? h('span', {class: 'mapper-note'}, ` · ${viaBefore}`, quoted(claim.relay), viaAfter) : null),
        figure ? h('p', {class: 'mapper-figure-small'}, figure, claim.group ? ' · ' : null, claim.group ? quoted(claim.group) : null) : null,
        inWords ? h('p', {class: 'mapper-note'}, t.countedAs(words.figure({low: count.low, best: count.best, high: count.high}))) : null,
        claim.quote ? h('blockquote', {dir: 'auto', lang: claim.language || null}, claim.quote) : null,
        h('p', {class: 'mapper-note'}, notes),
        claim.verification ? h('p', {class: 'mapper-verified'}, t.verifications[claim.verification],
            claim.verification_reason ? ': ' : null, claim.verification_reason ? quoted(claim.verification_reason) : null) : null,
        claim.imputed === 'yes' ? h('p', {class: 'mapper-note'}, t.imputed) : null,
        claim.superseded === 'yes' ? h('p', {class: 'mapper-note'}, t.superseded) : null,
        claim.match_reason ? h('p', {class: 'mapper-note'}, `${t.why}: `, reasoned(claim.match_reason)) : null,
        claim.url ? h('p', {class: 'mapper-note'}, link(claim.url, t.openReport)) : null);
}

/**
 * @param {string} term
 * @param {Node | string | null} value
 */
function pair(term, value) {
    return value ? [h('dt', {}, term), h('dd', {}, value)] : [];
}
