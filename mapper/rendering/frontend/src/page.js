// The page around the map: it fills the elements that `mapper/rendering/page.py` lays out.

import L from 'leaflet';
import {h, quoted, link} from './dom.js';
import {Words, LANGUAGES} from './i18n/words.js';
import {fillDetails} from './panels/details.js';
import {headlinePanel} from './panels/headline.js';
import {fillLegend} from './panels/legend.js';
import {limitsList} from './panels/limits.js';
import {fillTray} from './panels/tray.js';
import {stageOf} from './stage.js';

/**
 * @typedef {{title: string, language: string, headline: any[], limits: any[], reports: any[], bounds: [[number, number], [number, number]] | null,
 *            extent: [number, number, number, number] | null}} PageData
 * @param {L.Map} map
 */
export function page(map) {
    /** @type {PageData} */
    const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('facts')).textContent ?? '');
    const stage = stageOf(map), root = /** @type {HTMLElement} */ (document.querySelector('.mapper-page'));
    stage.words = new Words(data.language);
    stage.state.set({language: data.language});
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.mapper-${name}`));
    const fill = () => {
        const words = /** @type {Words} */ (stage.words), t = words.table;
        document.documentElement.lang = words.language;
        document.documentElement.dir = words.direction;
        map.getContainer().setAttribute('aria-label', t.mapOf(data.title));
        part('languages').replaceChildren(...Object.values(LANGUAGES).filter(table => table.language !== words.language)
            .map(table => h('button', {type: 'button', lang: table.language, onclick: () => stage.state.set({language: table.language})}, table.name)));
        const headline = headlinePanel(data.headline, words);
        part('voices').replaceChildren(...(headline ? [headline] : []));
        const sections = section(t);
        part('panels').replaceChildren(sections.details.box, sections.layers.box, sections.legend.box, sections.tray.box, sections.limits.box, sections.sources.box);
        sections.tray.box.hidden = true;
        sections.limits.body.replaceChildren(limitsList(data.limits, words));
        sections.sources.body.replaceChildren(h('ul', {}, ...data.reports.map(report => h('li', {},
            quoted([report.publisher, report.title].filter(Boolean).join(': ')),
            report.published === null ? null : ` · ${t.published(words.day(report.published))}`,
            report.licence ? h('span', {class: 'mapper-note'}, ' · ', quoted(report.licence)) : null,
            report.url ? ' · ' : null, report.url ? link(report.url, t.openReport) : null))),
        h('p', {class: 'mapper-note'}, t.disclaimer));
        stage.panels = sections;
        stage.layers.forEach(layer => layer.redraw());
        refresh(stage);
        fillDetails(sections.details.body, stage);
    };
    stage.state.on('language', (/** @type {string} */ language) => {
        stage.words = new Words(language);
        fill();
    });
    stage.state.on('selected', () => fillDetails(stage.panels.details.body, stage));
    stage.on('layer', () => refresh(stage));
    map.on('layeradd layerremove', () => refresh(stage));
    fill();
    if (data.extent) keepWithin(map, data.extent);
    if (data.bounds) map.fitBounds(data.bounds, {padding: [30, 30], maxZoom: 12, animate: false});
}

/**
 * Keep the view on the base map: beyond it nothing is drawn, and nothing would look like sea.
 * @param {L.Map} map
 * @param {[number, number, number, number]} extent west, south, east, north
 */
function keepWithin(map, [west, south, east, north]) {
    const bounds = L.latLngBounds([south, west], [north, east]);
    const limit = () => map.setMinZoom(map.getBoundsZoom(bounds, true));
    map.setMaxBounds(bounds);
    map.options.maxBoundsViscosity = 1;
    map.on('resize', limit);
    limit();
}

/** @param {import('./stage.js').Stage} stage */
function refresh(stage) {
    clearTimeout(stage.refreshing);
    stage.refreshing = setTimeout(() => {
        fillLegend(stage, stage.panels.legend.body);
        fillTray(stage, stage.panels.tray.body);
        fillLayers(stage, stage.panels.layers.body);
    }, 0);
}

/**
 * A switch for each layer.
 * @param {import('./stage.js').Stage} stage
 * @param {HTMLElement} body
 */
function fillLayers(stage, body) {
    const t = /** @type {any} */ (stage.words).table;
    const rows = [...stage.layers.values()].map((layer) => {
        const box = /** @type {HTMLInputElement} */ (h('input', {type: 'checkbox', onchange: () =>
            (box.checked ? stage.map.addLayer(layer) : stage.map.removeLayer(layer))}));
        box.checked = stage.map.hasLayer(layer);
        return h('li', {}, h('label', {}, box, ' ', layer.options.label ? quoted(layer.options.label) : t.layerNames[layer.kind]));
    });
    body.replaceChildren(h('ul', {}, ...rows));
}

/** @param {any} t */
function section(t) {
    /** @type {Record<string, {box: HTMLElement, body: HTMLElement}>} */
    const sections = {};
    for (const name of ['details', 'layers', 'legend', 'tray', 'limits', 'sources']) {
        const body = h('div', {class: `mapper-body-${name}`, ...(name === 'details' ? {'aria-live': 'polite'} : {})});
        sections[name] = {body, box: h('section', {class: `mapper-section mapper-section-${name}`, 'aria-label': t[name]}, h('h2', {}, t[name]), body)};
    }
    return sections;
}
