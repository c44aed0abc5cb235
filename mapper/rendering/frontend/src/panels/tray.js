// What has no place finer than a country, or none at all: counted, listed, never drawn as a point.

import {split} from '../cells.js';
import {h, listed, quoted} from '../dom.js';
import {daysOf, figureWords, groupOf, localPlace, shownLayers, unitOf} from '../items.js';
import {voiceNode} from './claim.js';

const MOST = 100; // rows listed here; all of them stand in the table

/**
 * @param {import('../stage.js').Stage} stage
 * @param {HTMLElement} body
 */
export async function fillTray(stage, body) {
    const {words} = stage, t = words.table, rows = [];
    let count = 0;
    for (const layer of shownLayers(stage)) {
        const {table, visible} = layer;
        for (let row = table.rows - table.meta.unplaced; row < table.rows; row++) {
            if (visible[row] && count++ < MOST) rows.push({layer, row});
        }
    }
    const items = await Promise.all(rows.map(async ({layer, row}) => {
        const record = await layer.table.record(row), place = localPlace(stage, record), group = words.group(groupOf(layer, row), unitOf(layer.table, row));
        const choose = (/** @type {Event} */ event) => stage.choose([{layer: layer.key, row}], /** @type {HTMLElement} */ (event.currentTarget));
        return h('li', {}, h('button', {type: 'button', onclick: choose},
            h('strong', {}, figureWords(words, layer, row) || t.measures.statement), group ? ' · ' : null, group ? quoted(group) : null,
            h('span', {class: 'mapper-note'}, ' · ', place ? quoted(place) : t.placeUnknown, ' · ', words.period(...daysOf(layer.table, row)), ' · ',
                ...(record.voices ? listed(split(record.voices).map(voice => voiceNode(words, voice)), t.comma) : [t.noVoice]))));
    }));
    if (stage.words !== words) return; // filled again meanwhile, in another language
    const section = /** @type {HTMLElement} */ (body.closest('section')), held = body.contains(document.activeElement);
    section.hidden = !items.length;
    body.replaceChildren(h('p', {class: 'mapper-hint'}, t.trayHint), h('ul', {}, ...items),
        ...(count > MOST ? [h('p', {class: 'mapper-note'}, t.moreInTable(words.number(count - MOST)))] : []));
    if (held) body.querySelector('button')?.focus();
}
