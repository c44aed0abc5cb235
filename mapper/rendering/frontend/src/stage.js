// What stands behind one Leaflet map: its state, its layers, its claims, and who was clicked.
//
// A layer (layers/*.js) is a Leaflet layer with:
//   key      'deaths', 'displacement', 'refuge', 'statements', 'boundaries'; `deaths-2` for a second one
//   kind     the same without a number: which panel texts and legend it uses
//   ready    a promise: its table is there
//   table    its payload.js Table
//   visible  Uint8Array, 1 for each row that passes filters, time and search
//   found    Uint8Array or null, 1 for each row the search found
//   hits(point) → rows under a point of the container, nearest first
//   boxes(view) → where its symbols stand, which words keep clear of, and write(ctx, view, taken, colours), its words
//   mark() draws anew what is chosen, and outlines(row) says whether that shows it, so that it needs no ring
//   place(row) → L.LatLng to show a row at, or null when it has none
// `stage.on('layer', layer => …)` hears each layer that becomes ready; `stage.on('drawn', layer => …)` each redraw,
// `stage.on('legend', layer => …)` each change of what its legend must say: what size stands for a number, balances,
// `stage.on('filtered', layer => …)` each change of what passes,
// `stage.on('chosen', …)` that something was opened and wants the focus.

import {State} from './state.js';
import {passes} from './filters.js';
import {knownBy} from './known.js';
import {openPopup} from './popup.js';
import {Words} from './i18n/words.js';

/** @type {WeakMap<L.Map, Stage>} */
const stages = new WeakMap();

/**
 * The stage of a map, made when first asked for.
 * @param {L.Map} map
 * @returns {Stage}
 */
export function stageOf(map) {
    let stage = stages.get(map);
    if (!stage) stages.set(map, stage = new Stage(map));
    return stage;
}

export class Stage {
    /** @param {L.Map} map */
    constructor(map) {
        this.map = map;
        this.state = new State();
        this.words = new Words('en');
        /** @type {Record<string, {box: HTMLElement, body: HTMLElement}>} */
        this.panels = {};
        /** @type {import('./page.js').PageData | null} */
        this.data = null;
        /** @type {any} the bar that shows it, where the map has one */
        this.scale = null;
        /** @type {HTMLElement | null} */
        this.origin = null;
        /** An id that a link names and the page has not. */
        this.gone = '';
        /** @type {Promise<void> | null} that the page is what a link or a step of a story says */
        this.applied = null;
        /** Show all the map is about. */
        this.whole = () => {};
        this._pending = 0;
        /** @type {Map<string, any>} */
        this.layers = new Map();
        /** @type {Promise<import('./payload.js').Table> | null} */
        this.claims = null;
        /** @type {Promise<import('./payload.js').Table> | null} */
        this.reports = null;
        /** @type {Map<string, Set<Function>>} */
        this._listeners = new Map();
        map.on('click', event => this._click(event));
        map.on('mousemove', event => this._hover(event));
        for (const key of /** @type {const} */ (['filters', 'time', 'asOf'])) {
            this.state.on(key, () => this.layers.forEach(layer => this.filter(layer)));
        }
    }

    /**
     * Take in a layer that was added to the map. It keeps its key when it is switched off and on again.
     * @param {any} layer
     */
    add(layer) {
        if (!layer.key) {
            let key = layer.kind;
            for (let number = 2; this.layers.has(key); number++) key = `${layer.kind}-${number}`;
            layer.key = key;
            this.layers.set(key, layer);
            this.state.on('selected', () => layer.mark?.());
            layer.taken = Promise.all([layer.ready, layer.claims ?? this.claims]).then(([, claims]) => {
                layer.claimsTable = claims ?? null;
                this.filter(layer);
                this.tell('layer', layer);
            });
        }
    }

    /** When all layers that the page brings are there, with their claims. */
    async settled() {
        // The scripts that add layers run after the one that makes the page.
        if (document.readyState === 'loading') {
            await new Promise((done) => { document.addEventListener('DOMContentLoaded', done, {once: true}); });
        }
        await Promise.all([...this.layers.values()].map(layer => layer.taken));
    }

    /**
     * Mark the rows of a layer that pass, and draw it.
     * @param {any} layer
     */
    filter(layer) {
        if (!layer.table || !layer.visible || layer.kind === 'boundaries') return;
        const {table, claimsTable: claims = null, found = null} = layer, day = this.state.get('asOf');
        table.instead = {};
        const known = day === null ? null : knownBy(table, claims, day);
        if (known) table.instead = known.changed;
        if (layer.low) {
            layer.low = table.array(table.has('deaths_low') ? 'deaths_low' : 'count_low');
            layer.high = table.array(table.has('deaths_high') ? 'deaths_high' : 'count_high');
        }
        passes(table, this.state, layer.visible, {claims, found, known: known && known.rows});
        // All of it may be drawn already, and nothing be filtered.
        const {time, filters} = this.state.all;
        if (layer.filtered || !layer.view || time || found || known || Object.keys(filters).length) layer.redraw();
        layer.filtered = true;
        this.tell('filtered', layer);
    }

    /**
     * @param {'layer' | 'drawn' | 'legend' | 'filtered' | 'chosen' | 'table' | 'gone'} event
     * @param {Function} listener
     * @returns {() => void} stops listening
     */
    on(event, listener) {
        const listeners = this._listeners.get(event) ?? new Set();
        this._listeners.set(event, listeners.add(listener));
        return () => listeners.delete(listener);
    }

    /**
     * @param {'layer' | 'drawn' | 'legend' | 'filtered' | 'chosen' | 'table' | 'gone'} event
     * @param {any} what
     */
    tell(event, what) {
        for (const listener of this._listeners.get(event) ?? []) listener(what);
    }

    /**
     * Everything under a point of the container, topmost layer first.
     * @param {L.Point} point
     * @returns {import('./state.js').Item[]}
     */
    hits(point) {
        return this._shown().reverse().flatMap(layer => layer.hits(point).map((/** @type {number} */ row) => ({layer: layer.key, row})));
    }

    /**
     * Open things in the details, and remember where to go back to.
     * @param {import('./state.js').Item[]} items
     * @param {HTMLElement | null} origin what had the focus; null is the map
     */
    choose(items, origin) {
        this.origin = origin;
        this.state.set({selected: items});
        this.tell('chosen', items);
    }

    /** @param {L.LeafletMouseEvent} event */
    _click(event) {
        this.state.set({selected: this.hits(event.containerPoint)});
        if (!this.data) openPopup(this, event.latlng);
    }

    /** @param {L.LeafletMouseEvent} event */
    _hover(event) {
        if (this._pending) return;
        this._pending = requestAnimationFrame(() => {
            this._pending = 0;
            // A symbol may stand for very many rows: which ones, only a click asks.
            const over = this._shown().some(layer => layer.clusterAt?.(event.containerPoint) ?? layer.hits(event.containerPoint).length);
            this.map.getContainer().classList.toggle('mapper-over', over);
        });
    }

    /** Layers on the map with things to be hit, the lowest first. */
    _shown() {
        return [...this.layers.values()].filter(layer => layer.hits && layer.table && this.map.hasLayer(layer));
    }
}
