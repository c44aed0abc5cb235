// One claim: who says it, the figure, the quote, its days, what is known of its truth, and the link.

import {filled, h, link, quoted, slot} from '../dom.js';
import {countOf} from '../i18n/words.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table} claims
 * @param {number} row
 * @param {Record<string, string>} claim
 */
export function claimCard({words}, claims, row, claim) {
    const t = words.table, count = countOf(claims, row), day = (/** @type {string} */ name) => claims.number(name, row);
    const figure = claim.measure === 'statement' ? '' : words.event(count, claim.measure, claim.unit || 'person', claim.group);
    const inWords = ['vague', 'unspecified'].includes(claim.qualifier) && claim.count_words && (count.low ?? count.high ?? count.best) !== null;
    const notes = [
        words.period(day('period_start'), day('period_end')), day('as_of') === null ? '' : t.asOf(words.day(day('as_of'))),
        day('published') === null ? '' : t.published(words.day(day('published')))
    ].filter(Boolean).join(' · ');
    return h('div', {class: `mapper-claim${claim.superseded === 'yes' ? ' mapper-superseded' : ''}`},
        h('p', {class: 'mapper-voice-line'},
            h('strong', {}, claim.voice ? voiceNode(words, claim.voice) : t.noVoice),
            claim.relay && claim.relay !== claim.voice ? h('span', {class: 'mapper-note'}, ' · ', ...filled(t.via(slot(0)), [voiceNode(words, claim.relay)])) : null),
        figure ? h('p', {class: 'mapper-figure-small'}, quoted(figure)) : null,
        inWords ? h('p', {class: 'mapper-note'}, t.countedAs(words.figure({low: count.low, best: count.best, high: count.high}))) : null,
        claim.quote ? h('blockquote', {dir: 'auto', lang: claim.language || null}, claim.quote) : null,
        h('p', {class: 'mapper-note'}, notes),
        claim.verification ? h('p', {class: 'mapper-verified'}, t.verifications[claim.verification] ?? claim.verification, claim.verification_reason ? ':' : null) : null,
        claim.verification_reason ? h('blockquote', {dir: 'auto', lang: claim.language || null, class: 'mapper-note'}, claim.verification_reason) : null,
        claim.imputed === 'yes' ? h('p', {class: 'mapper-note'}, t.imputed) : null,
        claim.superseded === 'yes' ? h('p', {class: 'mapper-note'}, t.superseded) : null,
        claim.url ? h('p', {class: 'mapper-note'}, link(claim.url, t.openReport, claim.relay || claim.voice)) : null);
}

/**
 * A voice by its short name; what it stands for is read out, and shown where the pointer rests.
 * @param {import('../i18n/words.js').Words} words
 * @param {string} voice
 */
export function voiceNode(words, voice) {
    const short = words.voice(voice), full = words.voice(voice, 'full'), name = quoted(short, full === short ? 'bdi' : 'abbr');
    if (full !== short) name.setAttribute('title', full);
    return voice ? name : h('bdi', {}, words.table.noVoice);
}
