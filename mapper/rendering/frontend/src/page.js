// The page around the map: it fills the elements that `mapper/rendering/page.py` lays out.

import {h} from './dom.js';
import {Cursor} from './cursor.js';
import {followAddress} from './fragment.js';
import {Words, LANGUAGES} from './i18n/words.js';
import {shownLayers} from './items.js';
import {DetailsPanel} from './panels/details.js';
import {fillFilters} from './panels/filters.js';
import {headlinePanel} from './panels/headline.js';
import {fillLayers} from './panels/layers.js';
import {fillLegend} from './panels/legend.js';
import {limitsList} from './panels/limits.js';
import {methodList} from './panels/method.js';
import {SearchPanel} from './panels/search.js';
import {sourcesList} from './panels/sources.js';
import {StoryPanel} from './panels/story.js';
import {summaryWords, tally} from './panels/summary.js';
import {TablePanel} from './panels/table.js';
import {takeawayList} from './panels/takeaway.js';
import {TimePanel} from './panels/time.js';
import {fillTray} from './panels/tray.js';
import {otherNames} from './names.js';
import {printable} from './takeaway/paper.js';
import {headlineBy, knownFrom} from './known.js';
import {turn} from './scale.js';
import {stageOf} from './stage.js';
import {daysOfData} from './time/data-days.js';
import {tellNowhere} from './nowhere.js';
import {fitUntilMoved, keepWithin} from './within.js';

/**
 * @typedef {{title: string, titled: boolean, language: string, names?: import('./i18n/words.js').Names, headline: any[], limits: any[], reports: any[], story?: any[],
 *            bounds: [[number, number], [number, number]] | null, extent: [number, number, number, number] | null, empty: boolean}} PageData
 */

/** Sections of the side that start folded: they are for those who look for them. */
const FOLDED = ['filters', 'method', 'takeaway'];

/** @param {L.Map} map */
export function page(map) {
    /** @type {PageData} */
    const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('facts')).textContent ?? '');
    const stage = stageOf(map), root = /** @type {HTMLElement} */ (document.querySelector('.mapper-page')), {state} = stage;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.mapper-${name}`));
    stage.data = data;
    const names = data.names ?? {places: {}, voices: {}};
    stage.words = new Words(data.language, names);
    state.set({language: stage.words.language});

    const time = new TimePanel(stage), table = new TablePanel(stage), search = new SearchPanel(stage), cursor = new Cursor(stage);
    const details = new DetailsPanel(stage, cursor), story = new StoryPanel(stage, data.story ?? []);
    const skip = h('a', {class: 'mapper-skip', href: '#mapper-table'}), dates = h('p', {class: 'mapper-dates'});
    const status = h('p', {class: 'mapper-status', role: 'status'});
    const opener = h('button', {type: 'button', class: 'mapper-opener', 'aria-controls': 'mapper-table', onclick: () => table.toggle()});
    skip.addEventListener('click', (event) => {
        event.preventDefault();
        table.toggle(true);
        table.box.focus();
    });
    root.prepend(skip);
    part('head').querySelector('h1')?.after(dates);
    // Out of somebody's frame, into a window of its own, as the page is now.
    const whole = /** @type {HTMLAnchorElement} */ (h('a', {class: 'mapper-whole', href: '#', target: '_blank', rel: 'noreferrer noopener', onclick: () => {
        whole.href = `#${location.hash.replace(/^#/, '').split('&').filter(flag => flag !== 'embed').join('&')}`;
    }}));
    part('main').append(time.box, h('div', {class: 'mapper-bar-line'}, status, whole, opener), table.box);
    part('side').prepend(search.box, details.box);

    let ready = false, opened = false;
    const say = () => {
        const counts = tally(stage), words = shownLayers(stage).length ? summaryWords(stage.words, counts) : '';
        if (status.textContent !== words) status.textContent = words;
        cursor.fill(counts.shown - counts.unplaced);
        tellNowhere(stage);
    };
    /** What each voice says; on a day in the past, what it had said by then. */
    const head = async () => {
        const day = state.get('asOf'), claims = await stage.claims;
        const voices = day === null || !claims || knownFrom(claims).every(known => known <= day) ? data.headline : await headlineBy(claims, day);
        if (day !== state.get('asOf')) return;
        const headline = headlinePanel(voices, stage.words, otherNames(stage));
        part('voices').replaceChildren(...(headline ? [headline] : []));
    };
    /** What follows from which rows pass. */
    const follow = soon(() => opened, say, () => time.update(), () => table.update(), () => details.fill(), () => {
        fillTray(stage, stage.panels.tray.body);
        root.removeAttribute('aria-busy');
    });
    /** What follows from which layers there are. */
    const refresh = soon(() => opened,
        () => time.fill(),
        () => {
            dates.textContent = daysOfData(stage);
            head();
            fillLegend(stage, stage.panels.legend.body);
            fillLayers(stage, stage.panels.layers.body);
        },
        () => fillFilters(stage, stage.panels.filters.body),
        () => search.offer(),
        follow);
    /** All that has room kept for it: what is filled in later moves nothing. */
    const layOut = () => {
        const {words} = stage, t = words.table;
        document.documentElement.lang = words.language;
        document.documentElement.dir = words.direction;
        // A title that nobody gave is the page's own, and speaks its language.
        if (!data.titled) data.title = t.defaultTitle;
        const heading = part('head').querySelector('h1');
        if (heading) heading.textContent = data.title;
        document.title = data.title;
        map.getContainer().setAttribute('aria-label', t.mapOf(data.title));
        skip.textContent = t.skip;
        whole.textContent = t.openWhole;
        opener.textContent = table.open ? t.hideTable : t.showTable;
        const switches = Object.values(LANGUAGES).filter(other => other.language !== words.language).map(other =>
            h('button', {type: 'button', lang: other.language, onclick: () => {
                state.set({language: other.language});
                part('languages').querySelector('button')?.focus();
            }}, other.name));
        part('languages').replaceChildren(...switches);
        turn(stage);
        for (const [sign, text] of [['in', t.zoomIn], ['out', t.zoomOut]]) {
            const button = map.getContainer().querySelector(`.leaflet-control-zoom-${sign}`);
            for (const name of ['title', 'aria-label']) button?.setAttribute(name, text);
        }
        const sections = section(t, stage.panels);
        part('panels').replaceChildren(...Object.values(sections).map(({box}) => box));
        sections.tray.box.hidden = true;
        stage.panels = sections;
    };
    /** What stands in it. */
    const fillIn = () => {
        const {words, panels: sections} = stage;
        sections.limits.body.replaceChildren(limitsList(data.limits, words));
        sections.method.body.replaceChildren(...methodList(words));
        sections.sources.body.replaceChildren(...sourcesList(data.reports, words));
        sections.takeaway.body.replaceChildren(...takeawayList(stage, data));
        table.fill();
        search.fill();
        story.fill();
        refresh();
    };
    state.on('language', (/** @type {string} */ language) => {
        stage.words = new Words(language, names);
        layOut();
        stage.layers.forEach(layer => layer.redraw());
        if (opened) fillIn();
    });
    state.on('selected', () => {
        details.fill();
        table.mark();
        cursor.place();
    });
    state.on('step', () => story.fill());
    state.on('filters', () => fillFilters(stage, stage.panels.filters.body));
    state.on('query', () => search.update());
    state.on('time', () => time.update()); // at once: a handle must not lag behind the hand
    state.on('asOf', () => {
        time.update();
        head();
    });
    stage.on('filtered', follow);
    const explain = soon(() => opened, () => fillLegend(stage, stage.panels.legend.body));
    stage.on('legend', explain);
    stage.on('filtered', explain);
    stage.on('layer', () => {
        if (state.get('query')) search.update();
        refresh();
    });
    stage.on('chosen', () => details.focus());
    stage.on('gone', (/** @type {string} */ id) => {
        stage.gone = id;
        details.fill();
    });
    stage.on('table', () => {
        const t = stage.words.table;
        opener.textContent = table.open ? t.hideTable : t.showTable;
        opener.setAttribute('aria-expanded', String(table.open));
        root.classList.toggle('mapper-with-table', table.open);
        map.invalidateSize({animate: false});
    });
    map.on('layeradd layerremove', (/** @type {any} */ {layer}) => {
        if (!layer.key) return;
        refresh();
        if (!ready) return; // the address may say what is hidden, and has not been heard yet
        const hidden = [...stage.layers.values()].filter(other => !map.hasLayer(other)).map(other => other.key);
        state.set({hidden});
    });
    printable(map, () => {
        stage.layers.forEach(layer => layer.redraw());
        fillLegend(stage, stage.panels.legend.body);
    });
    table.toggle(false);
    root.setAttribute('aria-busy', 'true');
    layOut();
    if (data.bounds) stage.whole = fitUntilMoved(map, data.bounds);
    if (data.extent) keepWithin(map, data.extent);
    // The map comes first: it is drawn before the panels around it are filled.
    stage.settled().finally(soon(() => true, () => {
        opened = true;
        fillIn();
    }));
    followAddress(stage).then(() => {
        ready = true;
    });
}

/**
 * The functions one after the other, after the next frame and each in a task of its own: what changes on the map is seen
 * before the panels follow, and nobody who clicks meanwhile waits for all of them. Asked again, it begins anew.
 * @param {() => boolean} fit whether the page is ready for it
 * @param {...() => void} acts
 */
function soon(fit, ...acts) {
    let turn = 0;
    return () => {
        const mine = ++turn;
        const next = (/** @type {number} */ at) => {
            if (mine !== turn || !fit()) return;
            acts[at]();
            if (at + 1 < acts.length) later(() => next(at + 1));
        };
        if (document.hidden) for (const act of fit() ? acts : []) act(); // no frame comes
        else requestAnimationFrame(() => later(() => next(0)));
    };
}

/** @param {() => void} act */
function later(act) {
    setTimeout(act, 0);
}

/**
 * @param {any} t
 * @param {Record<string, {box: HTMLElement, body: HTMLElement}>} before the same in another language: what was unfolded stays so
 */
function section(t, before) {
    /** @type {Record<string, {box: HTMLElement, body: HTMLElement}>} */
    const sections = {};
    for (const name of ['layers', 'legend', 'filters', 'tray', 'limits', 'method', 'sources', 'takeaway']) {
        const body = h('div', {class: `mapper-body-${name}`}), heading = h('h2', {}, t[name]);
        const open = /** @type {HTMLDetailsElement | null} */ (before[name]?.box.querySelector(':scope > details'))?.open;
        const inner = FOLDED.includes(name) ? [h('details', {open}, h('summary', {}, heading), body)] : [heading, body];
        sections[name] = {body, box: h('section', {class: `mapper-section mapper-section-${name}`, 'aria-label': t[name]}, ...inner)};
    }
    return sections;
}
