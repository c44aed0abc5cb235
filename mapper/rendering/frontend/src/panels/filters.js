// Filters: words a row must have. Nothing ticked is everything.

import {h, quoted} from '../dom.js';
import {FACETS, facet} from '../filters.js';
import {shownLayers} from '../items.js';
import {voiceNode} from './claim.js';

const MOST = 60; // choices offered in one group

/**
 * @param {import('../stage.js').Stage} stage
 * @param {HTMLElement} body
 */
export function fillFilters(stage, body) {
    const {words, state} = stage, t = words.table, layers = shownLayers(stage);
    const claims = layers.find(layer => layer.claimsTable)?.claimsTable ?? null;
    const open = new Set([...body.querySelectorAll('details[open]')].map(box => /** @type {HTMLElement} */ (box).dataset.facet));
    const active = document.activeElement instanceof HTMLInputElement && body.contains(document.activeElement) ? document.activeElement.name : '';
    const groups = FACETS.map((column) => {
        const choices = facet(layers, claims, column), allowed = state.get('filters')[column] ?? [];
        if (choices.length < 2) return null;
        const listed = [...choices.slice(0, MOST), ...choices.slice(MOST).filter(({word}) => allowed.includes(word))];
        const rows = listed.map(({word, count}) => {
            const box = /** @type {HTMLInputElement} */ (h('input', {type: 'checkbox', name: `${column}:${word}`,
                onchange: () => toggle(state, column, word, box.checked)}));
            box.checked = allowed.includes(word);
            return h('li', {}, h('label', {}, box, h('span', {}, named(words, column, word)), h('span', {class: 'mapper-count'}, words.number(count))));
        });
        return h('details', {'data-facet': column, open: open.has(column) || allowed.length > 0},
            h('summary', {}, t.facets[column], allowed.length ? h('span', {class: 'mapper-note'}, ` · ${t.chosen(words.number(allowed.length))}`) : null),
            h('ul', {}, ...rows));
    }).filter(group => group !== null);
    const any = Object.keys(state.get('filters')).length > 0;
    body.replaceChildren(h('p', {class: 'mapper-hint'}, t.filterHint), ...groups,
        ...(any ? [h('button', {type: 'button', class: 'mapper-clear', onclick: () => {
            state.set({filters: {}});
            /** @type {HTMLElement | null} */ (body.querySelector('summary'))?.focus();
        }}, t.clearFilters)] : []));
    const again = active && [...body.querySelectorAll('input')].find(input => input.name === active);
    if (again) again.focus();
    const section = body.closest('section');
    if (section) section.hidden = !groups.length;
}

/**
 * @param {import('../i18n/words.js').Words} words
 * @param {string} column
 * @param {string} word
 */
function named(words, column, word) {
    const t = words.table;
    if (!word) return t.notSaid;
    if (column === 'group') return quoted(words.group(word) || t.everybody);
    if (column === 'voices') return voiceNode(words, word);
    const own = {measure: t.measures, grade: t.grades, precision: t.precisions}[column];
    return own ? own[word] ?? word : quoted(word);
}

/**
 * @param {import('../state.js').State} state
 * @param {string} column
 * @param {string} word
 * @param {boolean} wanted
 */
function toggle(state, column, word, wanted) {
    const {[column]: before = [], ...others} = state.get('filters');
    const after = wanted ? [...before, word] : before.filter(other => other !== word);
    state.set({filters: after.length ? {...others, [column]: after} : others});
}
