// Search: names, voices and words of what is on the map, and places of the base map, in Arabic and Latin letters.

import L from 'leaflet';
import {h, quoted} from '../dom.js';
import {fold, matches, wordsOf} from '../folding.js';
import {latitudeOf, longitudeOf} from '../mercator.js';
import {baseMaps, otherNames} from '../names.js';
import {indexed, searched} from '../search-index.js';

const PLACES = 6; // places of the base map that are offered
const MANY = 300000; // rows

export class SearchPanel {
    /** @param {import('../stage.js').Stage} stage */
    constructor(stage) {
        this.stage = stage;
        this.box = h('search', {class: 'mapper-search'});
        this._waiting = 0;
    }

    fill() {
        const {stage} = this, t = stage.words.table;
        const input = /** @type {HTMLInputElement} */ (h('input', {type: 'search', dir: 'auto', autocomplete: 'off', spellcheck: 'false', id: 'mapper-query', onfocus: () => this._prepare(),
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
        const {stage} = this, query = stage.state.get('query'), words = wordsOf(query), names = namesIn(stage);
        for (const layer of searchable(stage)) {
            const goesOn = () => stage.state.get('query') === query;
            const tell = (/** @type {Uint8Array | null} */ found) => {
                layer.found = found;
                stage.filter(layer);
            };
            const found = words.length ? await searched(layer.table, words, names, {claims: layer.claimsTable, goesOn, tell}) : null;
            if (!goesOn()) return;
            tell(found);
        }
        this.offer();
    }

    /** Number the words while somebody begins to type; of very many rows only when something is looked for. */
    async _prepare() {
        const layers = searchable(this.stage), names = namesIn(this.stage);
        for (const table of new Set(layers.flatMap(({table, claimsTable}) => [table, ...(claimsTable ? [claimsTable] : [])]))) {
            const index = indexed(table, names);
            while (table.rows <= MANY && !index.whole) await index.more();
        }
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
        const found = [], offered = new Set();
        for (const {table, mx, my} of baseMaps(stage)) {
            for (let row = 0; row < table.meta.points && found.length < PLACES; row++) {
                const names = [table.code('name', row), table.code('name_ar', row)];
                if (table.code('kind', row) === 'sea' || !names.some(name => name && matches(fold(name), words))) continue;
                const name = names.filter(Boolean).join(' · ');
                if (offered.has(name)) continue; // a town and the governorate it is the seat of
                offered.add(name);
                const place = L.latLng(latitudeOf(my[row]), longitudeOf(mx[row]));
                const go = () => stage.map.setView(place, Math.max(stage.map.getZoom(), 10), {animate: false});
                found.push(h('li', {}, h('button', {type: 'button', onclick: go}, `${stage.words.table.goTo} `,
                    ...names.filter(Boolean).flatMap((name, i) => [i ? ' · ' : '', quoted(name)]))));
            }
        }
        this.places.replaceChildren(...found);
    }
}

/** @param {import('../stage.js').Stage} stage */
function searchable(stage) {
    return [...stage.layers.values()].filter(layer => layer.table && layer.visible && layer.kind !== 'boundaries');
}

/**
 * The other name of each place, and all names of each voice.
 * @param {import('../stage.js').Stage} stage
 */
function namesIn(stage) {
    const names = new Map(otherNames(stage));
    for (const [voice, known] of Object.entries(stage.words.names.voices)) names.set(fold(voice), Object.values(known).join(' '));
    return names;
}
