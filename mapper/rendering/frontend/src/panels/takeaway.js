// What a reader can take along: the shown rows, the view as a picture, the sheet of paper, the link.

import {h} from '../dom.js';
import {csvOf, geojsonOf} from '../takeaway/export.js';
import {pictureOf} from '../takeaway/picture.js';
import {shownRows} from '../takeaway/shown-rows.js';
import {daysOfData} from '../time/data-days.js';
import {summaryWords, tally} from './summary.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {import('../page.js').PageData} data
 */
export function takeawayList(stage, data) {
    const t = stage.words.table, said = h('p', {role: 'status', class: 'mapper-note'});
    const sources = data.reports.map(({publisher, title, url, licence}) => [publisher, title, url, licence].filter(Boolean).join(', '));
    const publishers = [...new Set(data.reports.map(({publisher}) => publisher).filter(Boolean))].map(name => stage.words.voice(name, 'full'));
    const save = (/** @type {Blob} */ blob, /** @type {string} */ ending) => {
        const name = `${slug(data.title)}.${ending}`, url = URL.createObjectURL(blob);
        h('a', {href: url, download: name}).click();
        setTimeout(() => URL.revokeObjectURL(url), 10000);
        said.textContent = t.saved(name);
    };
    const button = (/** @type {string} */ text, /** @type {() => void} */ act) => h('li', {}, h('button', {type: 'button', onclick: act}, text));
    return [
        h('ul', {},
            button(t.csv, async () => save(new Blob([csvOf((await shownRows(stage)).map(({row}) => row))], {type: 'text/csv'}), 'csv')),
            button(t.geojson, async () => save(new Blob([geojsonOf(await shownRows(stage), {title: data.title, sources})], {type: 'application/geo+json'}), 'geojson')),
            button(t.png, () => pictureOf(stage, {
                title: data.title, lines: [daysOfData(stage), summaryWords(stage.words, tally(stage)), ...(publishers.length ? [`${t.sources}: ${publishers.join(' · ')}`] : []), t.disclaimer]
            }).toBlob(blob => blob && save(blob, 'png'))),
            button(t.print, () => window.print()),
            button(t.copyLink, () => copy(said, t))),
        said
    ];
}

/**
 * @param {HTMLElement} said
 * @param {any} t
 */
async function copy(said, t) {
    try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = t.copied;
    } catch {
        const field = /** @type {HTMLInputElement} */ (h('input', {readonly: true, dir: 'ltr', 'aria-label': t.notCopied}));
        field.value = location.href;
        said.replaceChildren(`${t.notCopied} `, field);
        field.focus();
        field.select();
    }
}

/** @param {string} title */
function slug(title) {
    return title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'map';
}
