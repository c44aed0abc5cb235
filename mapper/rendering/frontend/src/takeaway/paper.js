// What the style sheet for paper must know of the map: its size, and whether it was drawn for a dark screen.

import {stageOf} from '../stage.js';

/** The room a map has on a sheet, in CSS pixels: less, where many lines stand below it. */
const WIDTH = 730, MOST = 520, LEAST = 300;

/** A sheet's height, what stands above and between its parts, and a line of text and of the legend. */
const SHEET = 700, BETWEEN = 160, LINE = 13, ENTRY = 25;

/** How wide a letter is, and a sheet. */
const LETTER = 4.8, SHEET_WIDTH = 1046;

/** The height of a map below which not all voices stand, and in how many columns they do. */
const LEGIBLE = 340, COLUMNS = 4;

/**
 * The canvases stay as they were drawn for the screen: what is drawn while a browser lays out for print does not reach
 * the paper. A dark map is turned light by a filter.
 * @param {L.Map} map
 * @param {() => void} redraw
 */
export function printable(map, redraw) {
    const frame = /** @type {HTMLElement} */ (map.getContainer().parentElement), dark = matchMedia('(prefers-color-scheme: dark)');
    const lines = (/** @type {string} */ what, height = LINE, columns = 1) => height * Math.ceil(document.querySelectorAll(what).length / columns);
    const measure = () => {
        const {x, y} = map.getSize();
        if (matchMedia('print').matches || !x || !y) return;
        const below = lines('.mapper-body-limits li', LINE, 2), sources = runIn('.mapper-body-sources');
        const voices = 1.5 * lines('.mapper-voices :is(h3, li)'), legend = lines('.mapper-body-legend :is(h3, li)', ENTRY);
        // One sheet: what the sources say stands beside the map or below it. Where that is too much for one, the first
        // sources do, and a line counts the others; who has unfolded them wants all, and gets a second sheet.
        const beside = SHEET - BETWEEN - below - sources, all = document.querySelector('.mapper-more')?.hasAttribute('open');
        const fits = beside >= LEAST && voices + legend <= beside, room = all ? Infinity : COLUMNS * (beside - LEGIBLE);
        const under = beside - (fits ? voices : keepOnSheet(map, room)) / COLUMNS;
        const mode = fits ? 'beside' : under >= LEAST && legend / 2 <= under ? 'below' : 'next';
        if (fits) keepOnSheet(map, Infinity);
        document.documentElement.dataset.voices = mode;
        const height = Math.min(MOST, {beside, below: under, next: beside + sources}[mode]);
        frame.style.setProperty('--mapper-width', `${x}px`);
        frame.style.setProperty('--mapper-height', `${y}px`);
        frame.style.setProperty('--mapper-zoom', String(Math.min(WIDTH / x, height / y)));
    };
    // What is folded on a screen is read on paper, as far as it has room there.
    /** @type {HTMLDetailsElement[]} */
    let folded = [];
    addEventListener('beforeprint', () => {
        measure();
        folded = [...document.querySelectorAll('.mapper-page details:not([open])')].map(box => /** @type {HTMLDetailsElement} */ (box));
        for (const box of folded) box.open = true;
    });
    addEventListener('afterprint', () => {
        for (const box of folded) box.open = false;
    });
    const recolour = () => {
        if (matchMedia('print').matches) return; // paper is light, and the query says so
        document.documentElement.classList.toggle('mapper-drawn-dark', dark.matches);
        redraw();
    };
    map.on('resize load moveend', measure);
    measure();
    document.documentElement.classList.toggle('mapper-drawn-dark', dark.matches);
    for (const query of [dark, matchMedia('(prefers-contrast: more)'), matchMedia('(forced-colors: active)')]) query.addEventListener('change', recolour);
}

/**
 * How high some running text stands on a sheet.
 * @param {string} what
 */
function runIn(what) {
    const letters = document.querySelector(what)?.textContent?.length ?? 0;
    return LINE * Math.ceil(letters * LETTER / SHEET_WIDTH);
}

/**
 * Mark the voices that have no room on the sheet, and say how many they are.
 * @param {L.Map} map
 * @param {number} room pixels in one column
 * @returns {number} pixels that those with room take
 */
function keepOnSheet(map, room) {
    const {words} = stageOf(map), t = words.table, voices = [...document.querySelectorAll('.mapper-voice')];
    let used = 0, left = 0;
    for (const voice of voices) {
        const needs = 1.5 * LINE * voice.querySelectorAll('h3, li').length, fits = !left && used + needs <= room;
        if (fits) used += needs;
        else left++;
        voice.classList.toggle('mapper-off-sheet', !fits);
    }
    const note = document.querySelector('.mapper-sheet-rest');
    if (note) note.textContent = left ? t.offSheet(words.number(left)) : '';
    return used;
}
