// The table: the same rows as the map, in the same state, page by page.

import {h, listed, quoted} from '../dom.js';
import {split} from '../cells.js';
import {daysOf, figureOf, groupOf, localPlace, measureOf, placeWords, sentence, shownLayers, unitOf} from '../items.js';
import {gather, ordered} from '../rows.js';
import {voiceNode} from './claim.js';

const PAGE = 50;
const COLUMNS = /** @type {const} */ (['place', 'what', 'number', 'when', 'grade', 'precision', 'voices']);

export class TablePanel {
    /** @param {import('../stage.js').Stage} stage */
    constructor(stage) {
        this.stage = stage;
        this.open = false;
        /** @type {{key: import('../rows.js').SortKey, descending: boolean}} */
        this.sort = {key: 'when', descending: false};
        this.page = 0;
        this.box = h('section', {class: 'mapper-table', id: 'mapper-table', tabindex: '-1'});
        this._turn = 0;
    }

    fill() {
        const t = this.stage.words.table;
        this.box.setAttribute('aria-label', t.tableName);
        this.caption = h('caption', {});
        this.heads = h('tr', {role: 'row'});
        // The roles are those of the elements: a phone lays rows out as cards, and some browsers then forget them.
        this.rows = h('tbody', {role: 'rowgroup'});
        this.foot = h('td', {role: 'cell', colspan: COLUMNS.length});
        this.pager = h('div', {class: 'mapper-pager'});
        this.box.replaceChildren(h('div', {class: 'mapper-table-scroll', tabindex: '0', role: 'group', 'aria-label': t.tableName},
            h('table', {role: 'table'}, this.caption, h('thead', {role: 'rowgroup'}, this.heads), this.rows, h('tfoot', {role: 'rowgroup'}, h('tr', {role: 'row'}, this.foot)))), this.pager);
        this._heads();
        this.update();
    }

    /** @param {boolean} open */
    toggle(open = !this.open) {
        this.open = open;
        this.box.hidden = !open;
        this.stage.tell('table', open);
        if (open) this.update();
    }

    /** The rows that pass now, from the first page. */
    async update() {
        this.box.hidden = !this.open;
        if (!this.open || !this.rows) return;
        const turn = ++this._turn, layers = shownLayers(this.stage), {key, descending} = this.sort;
        const places = key === 'place' ? await Promise.all(layers.map(placesOf)) : [];
        if (turn !== this._turn) return;
        this.items = gather(layers);
        this.order = ordered(this.items, key, descending, this.stage.words.collator, places);
        this.page = 0;
        await this._show();
    }

    _heads() {
        const t = this.stage.words.table;
        /** @type {HTMLElement} */ (this.heads).replaceChildren(...COLUMNS.map((key) => {
            const sorted = this.sort.key === key;
            return h('th', {scope: 'col', role: 'columnheader', 'aria-sort': sorted ? (this.sort.descending ? 'descending' : 'ascending') : 'none'},
                h('button', {type: 'button', 'data-key': key, onclick: () => this._sortBy(key)}, t.columns[key],
                    h('span', {'aria-hidden': 'true', class: 'mapper-sort'}, sorted ? (this.sort.descending ? ' ▼' : ' ▲') : '')));
        }));
    }

    /** @param {import('../rows.js').SortKey} key */
    _sortBy(key) {
        this.sort = {key, descending: this.sort.key === key && !this.sort.descending};
        this._heads();
        /** @type {HTMLElement | null} */ (this.box.querySelector(`button[data-key="${key}"]`))?.focus();
        this.update();
    }

    async _show() {
        const {stage, items, order} = this, words = stage.words, t = words.table;
        if (!items || !order || !this.rows || !this.foot || !this.caption) return;
        const turn = this._turn, first = this.page * PAGE, here = [...order.subarray(first, first + PAGE)];
        const rows = await Promise.all(here.map(async (i) => {
            const layer = items.layers[items.layer[i]], row = items.row[i];
            return this._row(layer, row, await layer.table.record(row));
        }));
        if (turn !== this._turn) return;
        const held = this.rows.contains(document.activeElement);
        this.rows.replaceChildren(...rows);
        if (held) /** @type {HTMLElement | null} */ (this.rows.querySelector('button') ?? this.box)?.focus();
        this.caption.textContent = t.tableCaption(words.number(items.length));
        this.foot.textContent = this._totals();
        this.mark();
        const pages = Math.max(1, Math.ceil(items.length / PAGE));
        const turnTo = (/** @type {number} */ page) => async () => {
            this.page = page;
            await this._show();
            /** @type {HTMLElement | null} */ (this.rows?.querySelector('button'))?.focus();
        };
        /** @type {HTMLElement} */ (this.pager).replaceChildren(...(pages === 1 ? [] : [
            h('button', {type: 'button', disabled: this.page === 0, onclick: turnTo(this.page - 1)}, t.earlier),
            h('span', {}, t.rowsOf(words.number(first + 1), words.number(Math.min(first + PAGE, items.length)), words.number(items.length))),
            h('button', {type: 'button', disabled: this.page === pages - 1, onclick: turnTo(this.page + 1)}, t.later)]));
    }

    /**
     * @param {any} layer
     * @param {number} row
     * @param {Record<string, string>} record
     */
    _row(layer, row, record) {
        const {stage} = this, words = stage.words, t = words.table, {table} = layer;
        const choose = (/** @type {Event} */ event) => stage.choose([{layer: layer.key, row}], /** @type {HTMLElement} */ (event.currentTarget));
        const voices = split(record.voices), measure = measureOf(layer, row), said = measure !== 'statement';
        const place = localPlace(stage, record), group = words.group(groupOf(layer, row), unitOf(table, row));
        const cell = (/** @type {typeof COLUMNS[number]} */ key, /** @type {(Node | string)[]} */ ...children) =>
            h('td', {role: 'cell', class: key === 'number' ? 'mapper-number' : null, 'data-label': t.columns[key]}, h('div', {}, ...children));
        return h('tr', {role: 'row', 'data-item': `${layer.key}:${row}`},
            h('th', {scope: 'row', role: 'rowheader'}, h('button', {type: 'button', onclick: choose, 'aria-label': sentence(stage, layer, row, record)},
                place ? quoted(place) : t.placeUnknown)),
            cell('what', t.measures[measure] ?? t.layerNames[layer.kind], ...(group ? [t.comma, quoted(group)] : [])),
            cell('number', said ? quoted(words.figure(figureOf(table, row))) : '–'),
            cell('when', words.period(...daysOf(table, row))),
            cell('grade', record.grade ? t.grades[record.grade] ?? record.grade : '–'),
            cell('precision', record.precision ? t.precisions[record.precision] ?? record.precision : '–'),
            cell('voices', ...(voices.length ? listed(voices.map(voice => voiceNode(words, voice)), t.comma) : [t.noVoice])));
    }

    /** How many rows each layer has. They are never added up here: what overlaps would be counted twice. */
    _totals() {
        const {items} = this, words = this.stage.words, t = words.table;
        if (!items) return '';
        const counts = items.layers.map((layer, index) => {
            const rows = items.layer.reduce((sum, one) => sum + Number(one === index), 0);
            return rows ? `${layer.options.label || t.layerNames[layer.kind]}: ${words.number(rows)}` : '';
        });
        return `${counts.filter(Boolean).join(' · ')}. ${t.notAdded}`;
    }

    /** Mark the rows that are chosen. */
    mark() {
        if (!this.open || !this.rows) return;
        const chosen = new Set(this.stage.state.get('selected').map(({layer, row}) => `${layer}:${row}`));
        for (const row of this.rows.children) row.classList.toggle('mapper-chosen', chosen.has(/** @type {HTMLElement} */ (row).dataset.item ?? ''));
    }
}

/**
 * A name to sort by for each row of a layer.
 * @param {any} layer
 * @returns {Promise<string[]>}
 */
export async function placesOf({table}) {
    if (table.has('place_name')) return table.column('place_name');
    const from = await table.column('origin_name'), to = await table.column('destination_name');
    return from.map((/** @type {string} */ name, /** @type {number} */ row) => placeWords({origin_name: name, destination_name: to[row]}));
}
