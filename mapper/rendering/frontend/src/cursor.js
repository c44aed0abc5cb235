// The keyboard on the map: one stop of the Tab key, arrows step from thing to thing, Enter opens it.
// What is chosen gets a ring, where its layer does not draw it in another way.

import {h} from './dom.js';
import {sentence, shownLayers} from './items.js';
import {gather, ordered} from './rows.js';

export class Cursor {
    /** @param {import('./stage.js').Stage} stage */
    constructor(stage) {
        this.stage = stage;
        this.at = -1;
        /** @type {import('./state.js').Item[] | null} */
        this.items = null;
        this.box = h('div', {class: 'mapper-cursor-box', role: 'group'});
        this.rings = h('div', {class: 'mapper-rings', 'aria-hidden': 'true'});
        stage.map.getContainer().append(this.rings, this.box);
        stage.map.on('move zoomend resize', () => this.place());
        // Symbols may come together or apart.
        stage.on('drawn', (/** @type {any} */ layer) => layer.symbolOf && this.place());
    }

    /**
     * Lay out anew: in another language, or when other things are shown.
     * @param {number} count of things that have a place
     */
    fill(count) {
        const {stage} = this, held = this.box.contains(document.activeElement), last = this.items?.[this.at];
        this.items = null; // put in order when somebody asks: for very many that takes time
        this.at = -1;
        if (last) this.at = this._ordered().findIndex(({layer, row}) => layer === last.layer && row === last.row);
        this.box.setAttribute('aria-label', stage.words.table.onTheMap);
        this._put(this._button(stage.words.table.stepThrough(stage.words.number(count))), held);
        this.place();
    }

    /** @returns {import('./state.js').Item[]} */
    _ordered() {
        const {stage} = this;
        if (!this.items) {
            const shown = gather(shownLayers(stage)), order = ordered(shown, 'when', false, stage.words.collator);
            this.items = Array.from(order, i => ({layer: shown.layers[shown.layer[i]].key, row: shown.row[i]}))
                .filter(({layer, row}) => stage.layers.get(layer).place(row));
        }
        return this.items;
    }

    /** Lay rings around what is chosen, and the button over what the arrows reached. */
    place() {
        const {stage} = this;
        // What was chosen in one symbol gets one ring.
        const marks = new Map(stage.state.get('selected').slice(0, 200)
            .filter(({layer, row}) => !stage.layers.get(layer)?.outlines?.(row)).map(item => this._mark(item)).filter(mark => mark !== null)
            .map(mark => [`${mark.x} ${mark.y}`, mark]));
        this.rings.replaceChildren(...[...marks.values()].slice(0, 20).map(({x, y, radius}) => {
            const ring = h('div', {class: 'mapper-ring'}), size = 2 * Math.max(16, radius + 7);
            Object.assign(ring.style, {width: `${size}px`, height: `${size}px`, transform: `translate(${x}px, ${y}px) translate(-50%, -50%)`});
            return ring;
        }));
        const item = this.items?.[this.at];
        if (!item || !this.button) return;
        const mark = this._mark(item);
        if (mark) this.button.style.transform = `translate(${mark.x}px, ${mark.y}px)`;
    }

    /**
     * Where the symbol of a thing stands in the container, and how far it reaches.
     * @param {import('./state.js').Item} item
     */
    _mark({layer: key, row}) {
        const {stage} = this, layer = stage.layers.get(key), {place, radius} = layer?.symbolOf?.(row) ?? {place: layer?.place(row), radius: 0};
        return place ? {...stage.map.latLngToContainerPoint(place), radius} : null;
    }

    /** @param {number} at */
    async go(at) {
        const {stage} = this, items = this._ordered(), count = items.length;
        if (!count) return;
        this.at = (at + count) % count;
        const {layer: key, row} = items[this.at], layer = stage.layers.get(key), turn = this.at;
        const record = await layer.table.record(row);
        if (turn !== this.at) return;
        const place = layer.place(row);
        if (!stage.map.getBounds().pad(-0.08).contains(place)) stage.map.panTo(place, {animate: false});
        // A new element each time: a reader that hears the page is told of its name, and focus never falls away.
        this._put(this._button(sentence(stage, layer, row, record), true), true);
        this.place();
    }

    /**
     * @param {string} label
     * @param {boolean} [over] lies over a thing on the map
     */
    _button(label, over = false) {
        return h('button', {type: 'button', class: over ? 'mapper-cursor mapper-cursor-over' : 'mapper-cursor', 'aria-label': label,
            onkeydown: (/** @type {KeyboardEvent} */ event) => this._key(event), onclick: (/** @type {Event} */ event) => {
                event.stopPropagation();
                if (this.at < 0) this.go(0);
                else this.stage.choose([this._ordered()[this.at]], null);
            }}, h('span', {}, label));
    }

    /**
     * @param {HTMLElement} button
     * @param {boolean} held
     */
    _put(button, held) {
        const before = this.button;
        this.box.append(button);
        if (held) button.focus({preventScroll: true});
        before?.remove();
        this.button = button;
    }

    /** @param {KeyboardEvent} event */
    _key(event) {
        const rtl = this.stage.words.direction === 'rtl';
        const step = {ArrowDown: 1, ArrowUp: -1, ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1}[event.key];
        const to = step ? (this.at < 0 && step < 0 ? -1 : this.at + step) : {Home: 0, End: this._ordered().length - 1}[event.key];
        if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
        if (to === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        this.go(to);
    }

    /** Back to where the arrows were. */
    focus() {
        this.button?.focus({preventScroll: true});
    }
}
