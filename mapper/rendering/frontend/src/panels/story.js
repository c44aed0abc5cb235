// A story: steps from a small table, each a state of the page and some words. It stands beside the map, and above it
// where the page is narrow or in somebody's frame: words and what they speak of are seen together.

import {h, quoted} from '../dom.js';
import {apply} from '../fragment.js';

export class StoryPanel {
    /**
     * @param {import('../stage.js').Stage} stage
     * @param {{title: string, text: string, state: string}[]} steps their states as a link has them
     */
    constructor(stage, steps) {
        this.stage = stage;
        this.steps = steps;
        this.box = h('section', {class: 'mapper-section mapper-story'});
        this.box.hidden = !steps.length;
        this._narrow = matchMedia('(max-width: 56.1875em)');
        this._narrow.addEventListener('change', () => this._put());
    }

    _put() {
        const page = this.stage.map.getContainer().closest('.mapper-page'), above = this._narrow.matches || page?.classList.contains('mapper-embed');
        const to = page?.querySelector(above ? '.mapper-main' : '.mapper-side');
        if (to !== this.box.parentElement) to?.prepend(this.box);
    }

    fill() {
        this._put();
        const {words} = this.stage, t = words.table, at = Math.min(this.stage.state.get('step'), this.steps.length - 1), step = this.steps[at];
        if (!step) return;
        const go = (/** @type {number} */ to) => async () => {
            await apply(this.stage, `${this.steps[to].state}&step=${to + 1}`);
            /** @type {HTMLElement | null} */ (this.box.querySelector('h3'))?.focus();
        };
        this.box.setAttribute('aria-label', t.story);
        this.box.replaceChildren(
            h('div', {class: 'mapper-pager'}, h('p', {class: 'mapper-note'}, t.stepOf(words.number(at + 1), words.number(this.steps.length))),
                h('button', {type: 'button', disabled: at === 0, onclick: go(at - 1)}, t.earlier),
                h('button', {type: 'button', disabled: at === this.steps.length - 1, onclick: go(at + 1)}, t.later)),
            h('h3', {tabindex: '-1'}, quoted(step.title)), quoted(step.text, 'p'));
    }
}
