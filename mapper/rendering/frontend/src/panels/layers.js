// A switch for each layer.

import {h, quoted} from '../dom.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {HTMLElement} body
 */
export function fillLayers(stage, body) {
    const t = stage.words.table, active = body.contains(document.activeElement) ? /** @type {HTMLInputElement} */ (document.activeElement).name : '';
    const rows = [...stage.layers.values()].map((layer) => {
        const box = /** @type {HTMLInputElement} */ (h('input', {type: 'checkbox', name: layer.key, onchange: () =>
            (box.checked ? stage.map.addLayer(layer) : stage.map.removeLayer(layer))}));
        box.checked = stage.map.hasLayer(layer);
        return h('li', {}, h('label', {}, box, h('span', {}, layer.options.label ? quoted(layer.options.label) : t.layerNames[layer.kind])));
    });
    body.replaceChildren(h('ul', {}, ...rows));
    if (active) [...body.querySelectorAll('input')].find(({name}) => name === active)?.focus();
}
