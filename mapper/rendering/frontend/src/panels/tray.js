// What has no place finer than a country, or none at all: counted, listed, never drawn as a point.

import {h, quoted} from '../dom.js';
import {countOf, deathsOf} from '../i18n/words.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {HTMLElement} body
 */
export async function fillTray(stage, body) {
    const words = /** @type {any} */ (stage.words), t = words.table;
    const items = [];
    for (const layer of stage.layers.values()) {
        const {table} = layer;
        if (!table || layer.kind === 'boundaries' || !table.meta.unplaced) continue;
        for (let row = table.rows - table.meta.unplaced; row < table.rows && items.length < 200; row++) {
            const record = await table.record(row);
            const figure = table.has('deaths_low') ? `${words.figure(deathsOf(table, row))} ${t.measures.killed}` :
                record.measure === 'statement' ? t.measures.statement : `${words.figure(countOf(table, row))} ${t.measures[record.measure || 'displaced']}`;
            const select = () => stage.state.set({selected: [{layer: layer.key, row}]});
            items.push(h('li', {}, h('button', {type: 'button', onclick: select}, figure,
                record.title || record.place_name ? ' · ' : null, quoted(record.title || record.place_name || ''))));
        }
    }
    const section = /** @type {HTMLElement} */ (body.closest('section'));
    section.hidden = !items.length;
    body.replaceChildren(h('p', {class: 'mapper-hint'}, t.trayHint), h('ul', {}, ...items));
}
