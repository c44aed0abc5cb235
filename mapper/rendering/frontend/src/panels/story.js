// A story: steps from a small table, each a state of the page and some words.

import {h, quoted} from '../dom.js';
import {apply} from '../fragment.js';

export class StoryPanel {
    /**
     * @param {import('../stage.js').Stage} stage
     * @param {{title: string, text: string, state: string}[]} steps
     */
    constructor(stage, steps) {
        this.stage = stage;
        this.steps = steps;
        this.at = 0;
        this.box = h('section', {class: 'mapper-section mapper-story'});
        this.box.hidden = !steps.length;
    }

    fill() {
        const {words} = this.stage, t = words.table, step = this.steps[this.at];
        if (!step) return;
        const go = (/** @type {number} */ to) => () => {
            this.at = to;
            apply(this.stage, this.steps[to].state);
            this.fill();
            /** @type {HTMLElement | null} */ (this.box.querySelector('h3'))?.focus();
        };
        this.box.setAttribute('aria-label', t.story);
        this.box.replaceChildren(
            h('p', {class: 'mapper-note'}, t.stepOf(words.number(this.at + 1), words.number(this.steps.length))),
            h('h3', {tabindex: '-1'}, quoted(step.title)), quoted(step.text, 'p'),
            h('div', {class: 'mapper-pager'},
                h('button', {type: 'button', disabled: this.at === 0, onclick: go(this.at - 1)}, t.earlier),
                h('button', {type: 'button', disabled: this.at === this.steps.length - 1, onclick: go(this.at + 1)}, t.later)));
    }
}
