// Search: names, voices and words of what is on the map, and places of the base map, in Arabic and Latin letters.

import L from 'leaflet';
import {h, quoted} from '../dom.js';
import {fold, matches} from '../folding.js';
import {latitudeOf, longitudeOf} from '../mercator.js';
import {baseMaps, otherNames} from '../names.js';

const COLUMNS = ['place_name', 'title', 'origin_name', 'destination_name', 'voices', 'quote', 'incident_id', 'flow_id'];
const PLACES = 6; // places of the base map that are offered

export class SearchPanel {
    /** @param {import('../stage.js').Stage} stage */
    constructor(stage) {
        this.stage = stage;
        this.box = h('search', {class: 'mapper-search'});
        /** @type {Map<any, Promise<string[]>>} */
        this._texts = new Map();
        this._waiting = 0;
    }

    fill() {
        const {stage} = this, t = stage.words.table;
        const input = /** @type {HTMLInputElement} */ (h('input', {type: 'search', dir: 'auto', autocomplete: 'off', spellcheck: 'false', id: 'mapper-query',
            oninput: () => {
                clearTimeout(this._waiting);
                this._waiting = /** @type {any} */ (setTimeout(() => stage.state.set({query: input.value.trim()}), 200));
            }}));
        input.value = stage.state.get('query');
        this.places = h('ul', {class: 'mapper-found'});
        this.box.replaceChildren(h('label', {for: 'mapper-query'}, t.search), input, this.places);
        this.offer();
    }

    /** Mark what the query finds; without one, everything is. */
    async update() {
        const {stage} = this, query = stage.state.get('query'), words = fold(query).split(' ').filter(Boolean);
        for (const layer of stage.layers.values()) {
            if (!layer.table || layer.kind === 'boundaries') continue;
            if (!words.length) {
                layer.found = null;
            } else {
                const texts = await this._textsOf(layer);
                if (stage.state.get('query') !== query) return;
                layer.found = Uint8Array.from(texts, (/** @type {string} */ text) => Number(matches(text, words)));
            }
            stage.filter(layer);
        }
        this.offer();
    }

    /** Places of the base map to go to. */
    offer() {
        const {stage} = this, words = fold(stage.state.get('query')).split(' ').filter(Boolean);
        if (!this.places) return;
        const input = /** @type {HTMLInputElement | null} */ (this.box.querySelector('input'));
        if (input && document.activeElement !== input) input.value = stage.state.get('query');
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

    /**
     * For each row of a layer all its words, and the other name of its place.
     * @param {any} layer
     */
    _textsOf(layer) {
        let texts = this._texts.get(layer);
        if (!texts) {
            texts = (async () => {
                const columns = await Promise.all(COLUMNS.map(name => layer.table.column(name)));
                const other = otherNames(this.stage);
                /** @type {Map<string, string>} */
                const folded = new Map();
                return columns[0].map((/** @type {string} */ _, /** @type {number} */ row) => {
                    const own = columns.map(column => column[row]).filter(Boolean);
                    const text = [...own, ...own.map(word => other.get(fold(word)) ?? '')].join(' ');
                    if (!folded.has(text)) folded.set(text, fold(text));
                    return /** @type {string} */ (folded.get(text));
                });
            })();
            this._texts.set(layer, texts);
        }
        return texts;
    }
}
