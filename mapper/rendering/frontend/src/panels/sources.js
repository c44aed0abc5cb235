// Where it all comes from, under which licence, and what the map does not claim.

import {h, link, quoted} from '../dom.js';

/**
 * @param {{publisher: string, title: string, url: string, licence: string, published: number | null}[]} reports
 * @param {import('../i18n/words.js').Words} words
 */
export function sourcesList(reports, words) {
    const t = words.table;
    return [
        h('ul', {}, ...reports.map(report => h('li', {},
            report.publisher ? quoted(words.voice(report.publisher, 'full')) : t.noVoice, report.title ? ': ' : null, report.title ? quoted(report.title) : null,
            report.published === null ? null : ` · ${t.published(words.day(report.published))}`,
            report.licence ? h('span', {class: 'mapper-note'}, ` · ${t.licence}: `, quoted(report.licence)) : null,
            report.url ? h('span', {class: 'mapper-away'}, ' · ', link(report.url, t.openReport, [report.publisher, report.title].filter(Boolean).join(', '))) : null))),
        h('p', {class: 'mapper-note'}, t.disclaimer)
    ];
}
