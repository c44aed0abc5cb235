// What the style sheet for paper must know of the map: its size, and whether it was drawn for a dark screen.

/** The room a map has on a sheet, in CSS pixels: less, where many lines stand below it. */
const WIDTH = 730, MOST = 520, LEAST = 300;

/** A sheet's height, what stands above and between its parts, and a line of text and of the legend. */
const SHEET = 700, BETWEEN = 110, LINE = 13, ENTRY = 25;

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
        const below = lines('.mapper-body-limits li', LINE, 2), sources = 1.5 * lines('.mapper-body-sources li', LINE, 4);
        const voices = 1.5 * lines('.mapper-voices :is(h3, li)'), legend = lines('.mapper-body-legend :is(h3, li)', ENTRY);
        // One sheet, where what the sources say fits beside the map or below it; else they follow on the next.
        const beside = SHEET - BETWEEN - below - sources, under = beside - voices / 4;
        const mode = beside >= LEAST && voices + legend <= beside ? 'beside' : under >= LEAST && legend / 2 <= under ? 'below' : 'next';
        document.documentElement.dataset.voices = mode;
        const height = Math.min(MOST, {beside, below: under, next: beside + sources}[mode]);
        frame.style.setProperty('--mapper-width', `${x}px`);
        frame.style.setProperty('--mapper-height', `${y}px`);
        frame.style.setProperty('--mapper-zoom', String(Math.min(WIDTH / x, height / y)));
    };
    // What is folded on a screen is read on paper.
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
