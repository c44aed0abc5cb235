// What was chosen, one thing below the other.

import {h} from '../dom.js';
import {itemOf} from './item.js';
import {sumsList} from './sums.js';

const MOST = 50; // things shown at once

export class DetailsPanel {
    /**
     * @param {import('../stage.js').Stage} stage
     * @param {{focus: () => void}} cursor where the focus goes when its origin is gone
     */
    constructor(stage, cursor) {
        this.stage = stage;
        this.cursor = cursor;
        this.heading = h('h2', {tabindex: '-1'});
        this.body = h('div', {class: 'mapper-body-details'});
        this.close = h('button', {type: 'button', class: 'mapper-close', onclick: () => this._back()});
        // From wherever the focus is; a search field clears itself first.
        document.addEventListener('keydown', (event) => {
            if (event.key === 'Escape' && stage.state.get('selected').length && !(event.target instanceof HTMLInputElement && event.target.value && event.target.type === 'search')) this._back();
        });
        this.box = h('section', {class: 'mapper-section mapper-section-details'}, h('div', {class: 'mapper-details-head'}, this.heading, this.close), this.body);
        this._turn = 0;
        /** @type {Promise<void>} */
        this._filled = Promise.resolve();
    }

    fill() {
        this._filled = this._fill();
        return this._filled;
    }

    async _fill() {
        const {stage} = this, {words} = stage, t = words.table, selected = stage.state.get('selected'), turn = ++this._turn;
        this.heading.textContent = t.details;
        this.close.textContent = t.close;
        this.box.setAttribute('aria-label', t.details);
        this.close.hidden = !selected.length;
        this.box.classList.toggle('mapper-empty', !selected.length);
        if (!selected.length) {
            if (this.box.contains(document.activeElement)) this._leave(); // the browser's Back closed it
            this.body.replaceChildren(h('p', {class: 'mapper-hint'}, stage.gone ? t.gone(stage.gone) : t.detailsHint));
            return;
        }
        const items = await Promise.all(selected.slice(0, MOST).map(item => itemOf(stage, item)));
        if (turn !== this._turn) return; // something else was chosen meanwhile
        const fresh = this._shown !== selected;
        this._shown = selected;
        this.body.replaceChildren(
            ...(selected.length > 1 ? [h('p', {class: 'mapper-hint'}, t.several(words.number(selected.length))), sumsList(stage, selected) ?? ''] : []), ...items);
        if (!fresh) return;
        if (matchMedia('(min-width: 56.25em)').matches) this.box.parentElement?.scrollTo({top: 0});
        else this._uncover();
    }

    /** On a phone: move the page until what was chosen stands above the sheet. */
    _uncover() {
        const {stage, box} = this, [{layer, row}] = stage.state.get('selected'), place = stage.layers.get(layer).place(row);
        box.scrollTo({top: 0});
        if (!place || getComputedStyle(box).position !== 'fixed') return;
        const y = stage.map.getContainer().getBoundingClientRect().top + stage.map.latLngToContainerPoint(place).y;
        const hidden = y - (box.getBoundingClientRect().top - 48);
        if (hidden > 0) scrollBy({top: hidden});
    }

    /** Go to what was opened. */
    async focus() {
        await this._filled;
        this.heading.focus();
    }

    _back() {
        this._leave();
        this.stage.state.set({selected: []});
    }

    /** Give the focus back to what it came from. */
    _leave() {
        const {stage} = this, {origin} = stage;
        stage.origin = null;
        if (origin?.isConnected && origin.offsetParent) origin.focus();
        else this.cursor.focus();
    }
}
