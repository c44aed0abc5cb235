// What was clicked: each thing with its figure, its place and why it is there, and the claims it rests on.

import {h, link, quoted} from '../dom.js';
import {countOf, deathsOf} from '../i18n/words.js';

/**
 * Fill the details with what is selected.
 * @param {HTMLElement} body
 * @param {import('../stage.js').Stage} stage
 */
export async function fillDetails(body, stage) {
    const words = /** @type {import('../i18n/words.js').Words} */ (stage.words), t = words.table;
    const selected = stage.state.get('selected');
    if (!selected.length) {
        body.replaceChildren(h('p', {class: 'mapper-hint'}, t.detailsHint));
        return;
    }
    const shown = selected.slice(0, 50);
    const items = await Promise.all(shown.map(item => itemOf(stage, item)));
    if (stage.state.get('selected') !== selected) return; // something else was chosen meanwhile
    body.replaceChildren(
        ...(selected.length > 1 ? [h('p', {class: 'mapper-hint'}, t.several(words.number(selected.length)))] : []), ...items);
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../state.js').Item} item
 */
async function itemOf(stage, {layer: key, row}) {
    const layer = stage.layers.get(key), {table} = layer;
    const words = /** @type {import('../i18n/words.js').Words} */ (stage.words), t = words.table;
    const record = await table.record(row);
    const claims = await claimsOf(stage, table, row, layer);
    const has = (/** @type {string} */ name) => table.has(name);
    const figure = has('deaths_low') ? `${words.figure(deathsOf(table, row))} ${t.measures.killed}` :
        record.measure === 'statement' ? '' :
        `${words.figure(countOf(table, row))} ${record.unit === 'household' ? `${t.units.household} ` : ''}${t.measures[record.measure || 'displaced']}`;
    const title = record.title || record.place_name || [record.origin_name, record.destination_name].filter(Boolean).join(' → ');
    return h('article', {class: 'mapper-item'},
        h('h3', {}, quoted(title || t.layerNames[layer.kind])),
        figure ? h('p', {class: 'mapper-figure'}, figure) : null,
        h('dl', {},
            ...pair(t.place, record.place_name && record.title ? quoted(record.place_name) : null),
            ...pair(t.from, has('ends') ? (record.origin_name ? quoted(record.origin_name) : t.whereFrom) : null),
            ...pair(t.to, has('ends') ? (record.destination_name ? quoted(record.destination_name) : t.whereTo) : null),
            ...pair(t.why, record.precision ? t.precisions[record.precision] : null),
            ...pair(t.period, has('period_start') ? words.period(table.number('period_start', row), table.number('period_end', row)) : null),
            ...(record.grade && record.grade !== 'ungraded' ? pair(t.legendGrades, t.grades[record.grade]) : [])),
        record.reasons ? h('p', {class: 'mapper-note'}, quoted(record.reasons.replaceAll('|', ' · '))) : null,
        record.quote ? h('blockquote', {dir: 'auto'}, record.quote) : null,
        ...claims);
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table} table
 * @param {number} row
 * @param {any} layer
 */
async function claimsOf(stage, table, row, layer) {
    const claims = await (layer.claims ?? stage.claims);
    if (!claims || !table.has('claims.size')) return [];
    return Promise.all(Array.from(table.list('claims', row), claim => claimCard(stage, claims, claim)));
}

/**
 * One claim: quote, figure, voice, relay, days, verification, link.
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table} claims
 * @param {number} row
 */
export async function claimCard(stage, claims, row) {
    const words = /** @type {import('../i18n/words.js').Words} */ (stage.words), t = words.table;
    const claim = await claims.record(row);
    const figure = claim.measure === 'statement' ? '' :
        `${words.figure(countOf(claims, row))} ${claim.unit === 'household' ? `${t.units.household} ` : ''}${t.measures[claim.measure] ?? ''}`;
    const notes = [
        words.period(claims.number('period_start', row), claims.number('period_end', row)),
        claims.number('as_of', row) === null ? '' : t.asOf(words.day(claims.number('as_of', row))),
        claims.number('published', row) === null ? '' : t.published(words.day(claims.number('published', row)))
    ].filter(Boolean).join(' · ');
    return h('div', {class: `mapper-claim${claim.superseded === 'yes' ? ' mapper-superseded' : ''}`},
        h('p', {class: 'mapper-voice-line'},
            h('strong', {}, quoted(claim.voice || t.noVoice)),
            claim.relay && claim.relay !== claim.voice ? h('span', {class: 'mapper-note'}, ` · ${t.via('')}`, quoted(claim.relay)) : null),
        figure ? h('p', {class: 'mapper-figure-small'}, figure, claim.group ? ' · ' : null, claim.group ? quoted(claim.group) : null) : null,
        claim.quote ? h('blockquote', {dir: 'auto'}, claim.quote) : null,
        h('p', {class: 'mapper-note'}, notes),
        claim.verification ? h('p', {class: 'mapper-status'}, t.verifications[claim.verification],
            claim.verification_reason ? ': ' : null, claim.verification_reason ? quoted(claim.verification_reason) : null) : null,
        claim.imputed === 'yes' ? h('p', {class: 'mapper-note'}, t.imputed) : null,
        claim.superseded === 'yes' ? h('p', {class: 'mapper-note'}, t.superseded) : null,
        claim.match_reason ? h('p', {class: 'mapper-note'}, `${t.why}: `, quoted(claim.match_reason)) : null,
        claim.url ? h('p', {class: 'mapper-note'}, link(claim.url, t.openReport)) : null);
}

/**
 * @param {string} term
 * @param {Node | string | null} value
 */
function pair(term, value) {
    return value ? [h('dt', {}, term), h('dd', {}, value)] : [];
}
