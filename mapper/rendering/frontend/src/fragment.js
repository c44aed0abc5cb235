// The state in the URL fragment: what a link carries. `#item=i1&from=2031-03-06&to=2031-03-08&lang=ar&embed`
//
//   item          ids of what is open, `|` between them    from, to      the window, both days included
//   asof          what was known on a day                  q             the search
//   off           keys of layers that are switched off     f.COLUMN      words chosen in a filter
//   view          latitude,longitude,zoom                  lang          language
//   embed         only the map, for an iframe              table         the table is open
//   step          of the story, from 2 on
//
// What is open and the step of a story are steps in the history of the browser: Back leads to what was open before.
// All else only changes the address, or a reader would go back through each filter and each drag of the map.

import {FACETS} from './filters.js';

/** @typedef {import('./stage.js').Stage} Stage */

/** Keys that say how the page is read, not what it shows. */
const MANNER = ['lang', 'embed', 'table'];

/**
 * The state as a fragment, without its `#`; what is as it was at first is left out.
 * @param {Stage} stage
 * @param {{items?: string[], view?: string}} [extra]
 */
export function fragmentOf({state, data}, {items = [], view = ''} = {}) {
    const parts = new URLSearchParams(), time = state.get('time'), asOf = state.get('asOf');
    if (state.get('language') !== (data?.language ?? 'en')) parts.set('lang', state.get('language'));
    if (time) {
        parts.set('from', iso(time.from));
        parts.set('to', iso(time.to));
    }
    if (asOf !== null) parts.set('asof', iso(asOf));
    if (state.get('query')) parts.set('q', state.get('query'));
    if (state.get('hidden').length) parts.set('off', state.get('hidden').join('|'));
    for (const [column, words] of Object.entries(state.get('filters'))) parts.set(`f.${column}`, words.join('|'));
    if (items.length) parts.set('item', items.join('|'));
    if (view) parts.set('view', view);
    if (state.get('step')) parts.set('step', String(state.get('step') + 1));
    return parts.toString();
}

/**
 * What a fragment says, as values of the state; what it does not say is as at first.
 * @param {string} text
 */
export function parseFragment(text) {
    const parts = new URLSearchParams(text.replace(/^#/, ''));
    const list = (/** @type {string} */ name) => (parts.get(name) ?? '').split('|').filter(Boolean);
    const from = day(parts.get('from')), to = day(parts.get('to'));
    /** @type {Record<string, string[]>} */
    const filters = {};
    for (const column of FACETS) if (parts.has(`f.${column}`)) filters[column] = /** @type {string} */ (parts.get(`f.${column}`)).split('|');
    const view = (parts.get('view') ?? '').split(',').map(Number);
    return {
        values: {
            time: from !== null && to !== null && from <= to ? {from, to} : null, asOf: day(parts.get('asof')),
            query: parts.get('q') ?? '', hidden: list('off'), filters, step: Math.max(1, parseInt(parts.get('step') ?? '', 10) || 1) - 1
        },
        language: parts.get('lang'), items: list('item'), embed: parts.has('embed'), table: parts.has('table'),
        view: view.length === 3 && view.every(Number.isFinite) ? view : null
    };
}

/**
 * Take over what the address says, now and whenever a reader goes back, and keep it as the state is.
 * @param {Stage} stage
 */
export async function followAddress(stage) {
    // Where the address says nothing but how to read, a story is at its first step.
    const text = () => {
        const said = location.hash.replace(/^#/, ''), [first] = stage.data?.story ?? [];
        return first && [...new URLSearchParams(said).keys()].every(key => MANNER.includes(key)) ? `${said}&${first.state}` : said;
    };
    addEventListener('hashchange', () => apply(stage, text()));
    await apply(stage, text());
    keepFragment(stage);
}

/**
 * Make the page what a fragment says.
 * @param {Stage} stage
 * @param {string} text
 */
export function apply(stage, text) {
    stage.applied = applied(stage, text, !stage.applied);
    return stage.applied;
}

/**
 * @param {Stage} stage
 * @param {string} text
 * @param {boolean} first when the page opens
 */
async function applied(stage, text, first) {
    const {values, language, items, embed, view} = parseFragment(text), {state, map} = stage;
    if (embed) {
        map.getContainer().closest('.mapper-page')?.classList.add('mapper-embed');
        map.invalidateSize({animate: false});
    }
    if (language) state.set({language});
    await stage.settled();
    for (const layer of stage.layers.values()) {
        if (values.hidden.includes(layer.key)) map.removeLayer(layer);
        else if (state.get('hidden').includes(layer.key)) map.addLayer(layer);
    }
    state.set(values);
    if (view) map.setView([view[0], view[1]], view[2], {animate: false});
    const found = await Promise.all(items.map(id => itemOfId(stage, id)));
    const selected = found.filter(item => item !== null);
    state.set({selected});
    stage.tell('gone', items.find((_, i) => !found[i]) ?? '');
    const place = selected.length ? stage.layers.get(selected[0].layer).place(selected[0].row) : null;
    if (view) return;
    if (place && (first || !map.getBounds().contains(place))) map.setView(place, Math.max(map.getZoom(), 9), {animate: false});
    // A step of a story that names no place is about all of them.
    else if (!place && !first && stage.data?.story?.length) stage.whole();
}

/**
 * Keep the address as the state is.
 * @param {Stage} stage
 */
function keepFragment(stage) {
    const {state, map} = stage;
    let waiting = 0, turn = 0, moved = parseFragment(location.hash).view !== null;
    const keep = async () => {
        const mine = ++turn;
        await stage.applied;
        const items = await Promise.all(state.get('selected').slice(0, 5).map(item => idOf(stage, item)));
        if (mine !== turn) return;
        const before = parseFragment(location.hash), flags = (/** @type {const} */ (['embed', 'table'])).filter(name => before[name]);
        const text = [fragmentOf(stage, {items, view: moved ? viewOf(map) : ''}), ...flags].filter(Boolean).join('&');
        if (location.hash.replace(/^#/, '') === text) return;
        // Back in somebody's article leaves the article, however much was opened in its map.
        const step = parent === window && (before.values.step !== state.get('step') || before.items.slice(0, 5).join('|') !== items.join('|'));
        try {
            history[step ? 'pushState' : 'replaceState'](null, '', `#${text}`);
        } catch {
            // a page inside another's frame may have no address of its own
        }
    };
    const soon = (/** @type {string[]} */ changed = []) => {
        clearTimeout(waiting);
        waiting = /** @type {any} */ (setTimeout(keep, changed.includes('selected') || changed.includes('step') ? 0 : 400));
    };
    // The page moves its map too; only where a reader went is worth a link.
    const went = () => {
        moved = true;
    };
    for (const event of ['pointerdown', 'wheel', 'keydown']) map.getContainer().addEventListener(event, went, {passive: true});
    state.on('*', soon);
    map.on('moveend', () => soon());
}

/**
 * A link to one thing, the same in every edition that has it.
 * @param {Stage} stage
 * @param {import('./state.js').Item} item
 */
export async function itemFragment(stage, item) {
    const id = await idOf(stage, item);
    return id ? new URLSearchParams({item: id}).toString() : '';
}

/**
 * @param {Stage} stage
 * @param {import('./state.js').Item} item
 * @returns {Promise<string>}
 */
export async function idOf(stage, {layer: key, row}) {
    const {table, claimsTable} = stage.layers.get(key), record = await table.record(row);
    if (record.incident_id || record.flow_id) return record.incident_id || record.flow_id;
    const claim = claimsTable && table.has('claims.size') ? table.list('claims', row)[0] : undefined;
    return claim === undefined ? '' : (await claimsTable.record(claim)).claim_id;
}

/**
 * @param {Stage} stage
 * @param {string} id
 * @returns {Promise<import('./state.js').Item | null>}
 */
async function itemOfId(stage, id) {
    for (const {key, kind, table, visible, claimsTable} of stage.layers.values()) {
        if (!table || !visible || kind === 'boundaries') continue;
        const name = ['incident_id', 'flow_id'].find(column => table.has(column));
        if (name) {
            const row = (await table.column(name)).indexOf(id);
            if (row >= 0) return {layer: key, row};
        } else if (claimsTable && table.has('claims.size')) {
            const claim = (await claimsTable.column('claim_id')).indexOf(id);
            const rows = claim < 0 ? [] : Array.from({length: table.rows}, (_, row) => row);
            const row = rows.find(one => table.list('claims', one)[0] === claim);
            if (row !== undefined) return {layer: key, row};
        }
    }
    return null;
}

/** @param {L.Map} map */
function viewOf(map) {
    const {lat, lng} = map.getCenter();
    return `${lat.toFixed(4)},${lng.toFixed(4)},${map.getZoom()}`;
}

/** @param {number} number days since 1970-01-01 */
function iso(number) {
    return new Date(number * 864e5).toISOString().slice(0, 10);
}

/** @param {string | null} text */
function day(text) {
    if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
    const found = Date.parse(`${text}T00:00:00Z`);
    return Number.isNaN(found) ? null : found / 864e5;
}
