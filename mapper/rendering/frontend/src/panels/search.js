// Search: names, voices and words of what is on the map, and places of the base map, in Arabic and Latin letters.

import L from 'leaflet';
import {split} from '../cells.js';
import {h, quoted} from '../dom.js';
import {fold, matches, wordsOf} from '../folding.js';
import {latitudeOf, longitudeOf} from '../mercator.js';
import {baseMaps, otherNames} from '../names.js';
import {searched} from '../search-index.js';

const PLACES = 6; // places of the base map that are offered

export class SearchPanel {
    /** @param {import('../stage.js').Stage} stage */
    constructor(stage) {
        this.stage = stage;
        this.box = h('search', {class: 'mapper-search'});
        this._waiting = 0;
    }

    fill() {
        const {stage} = this, t = stage.words.table;
        const input = /** @type {HTMLInputElement} */ (h('input', {type: 'search', dir: 'auto', autocomplete: 'off', spellcheck: 'false', id: 'mapper-query',
            oninput: () => {
                clearTimeout(this._waiting);
                this._waiting = /** @type {any} */ (setTimeout(() => {
                    this._waiting = 0;
                    stage.state.set({query: input.value.trim()});
                }, 200));
            }}));
        input.value = stage.state.get('query');
        this.places = h('ul', {class: 'mapper-found'});
        this.box.replaceChildren(h('label', {for: 'mapper-query'}, t.search), input, this.places);
        this.offer();
    }

    /** Mark what the query finds; without one, everything is. */
    async update() {
        const {stage} = this, query = stage.state.get('query'), words = wordsOf(query);
        for (const layer of stage.layers.values()) {
            if (!layer.table || !layer.visible || layer.kind === 'boundaries') continue;
            const goesOn = () => stage.state.get('query') === query;
            const tell = (/** @type {Uint8Array | null} */ found) => {
                layer.found = found;
                stage.filter(layer);
            };
            const found = words.length ? await searched(layer.table, words, namesIn(stage, layer.table), {goesOn, tell}) : null;
            if (!goesOn()) return;
            tell(found);
        }
        this.offer();
    }

    /** Places of the base map to go to. */
    offer() {
        const {stage} = this, query = stage.state.get('query'), words = wordsOf(query);
        if (!this.places) return;
        const input = /** @type {HTMLInputElement} */ (this.box.querySelector('input'));
        // What is being typed is not taken out of a reader's hands.
        if (!this._waiting && input.value.trim() !== query) input.value = query;
        if (!words.length || words[0].length < 2) {
            this.places.replaceChildren();
            return;
        }
        const found = [];
        for (const {table, mx, my} of baseMaps(stage)) {
            for (let row = 0; row < table.meta.points && found.length < PLACES; row++) {
                const names = [table.code('name', row), table.code('name_ar', row)];
                if (table.code('kind', row) === 'sea' || !names.some(name => name && matches(fold(name), words))) continue;
                const place = L.latLng(latitudeOf(my[row]), longitudeOf(mx[row]));
                const go = () => stage.map.setView(place, Math.max(stage.map.getZoom(), 10), {animate: false});
                found.push(h('li', {}, h('button', {type: 'button', onclick: go}, `${stage.words.table.goTo} `,
                    ...names.filter(Boolean).flatMap((name, i) => [i ? ' · ' : '', quoted(name)]))));
            }
        }
        this.places.replaceChildren(...found);
    }
}

/**
 * The other name of each place, and all names of the voices of a table.
 * @param {import('../stage.js').Stage} stage
 * @param {import('../payload.js').Table} table
 */
function namesIn(stage, table) {
    const names = new Map(otherNames(stage)), {voices} = stage.words.names;
    for (const cell of table.dictionaries.voices ?? []) {
        const known = split(cell).flatMap(voice => Object.values(voices[voice] ?? {}));
        if (known.length) names.set(fold(cell), known.join(' '));
    }
    return names;
}
