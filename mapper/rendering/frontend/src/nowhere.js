// A map that shows nothing, or nothing that has a place, says so, on neutral ground: an empty sea would look like a place.

import {h} from './dom.js';

/**
 * @param {import('./stage.js').Stage} stage
 */
export function tellNowhere(stage) {
    const container = stage.map.getContainer(), {words} = stage;
    const layers = [...stage.layers.values()], tables = layers.map(layer => layer.table).filter(Boolean);
    const rows = tables.reduce((count, table) => count + (table.meta.unplaced ?? NaN), 0);
    const empty = Boolean(stage.data?.empty), nowhere = empty || (tables.length > 0 && rows > 0 && tables.every(table => table.meta.unplaced === table.rows));
    container.querySelector('.mapper-nowhere')?.remove();
    const scale = /** @type {HTMLElement | null} */ (container.querySelector('.leaflet-control-scale'));
    if (scale) scale.hidden = nowhere;
    container.style.background = nowhere ? 'var(--mapper-paper)' : '';
    if (!nowhere) return;
    const t = /** @type {any} */ (words.table), box = h('p', {class: 'mapper-nowhere'}, empty ? t.nothing : t.nowhere(words.number(rows)));
    Object.assign(box.style, {position: 'absolute', inset: '40% 10% auto', margin: '0', textAlign: 'center', fontSize: '15px', zIndex: '500'});
    container.append(box);
}
