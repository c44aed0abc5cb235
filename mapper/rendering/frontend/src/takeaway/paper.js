// What the style sheet for paper must know of the map: its size, and whether it was drawn for a dark screen.

/** The room a map has on a sheet, in CSS pixels. */
const WIDTH = 640, HEIGHT = 390;

/**
 * The canvases stay as they were drawn for the screen: what is drawn while a browser lays out for print does not reach
 * the paper. A dark map is turned light by a filter.
 * @param {L.Map} map
 * @param {() => void} redraw
 */
export function printable(map, redraw) {
    const frame = /** @type {HTMLElement} */ (map.getContainer().parentElement), dark = matchMedia('(prefers-color-scheme: dark)');
    const measure = () => {
        const {x, y} = map.getSize();
        if (matchMedia('print').matches || !x || !y) return;
        frame.style.setProperty('--mapper-width', `${x}px`);
        frame.style.setProperty('--mapper-height', `${y}px`);
        frame.style.setProperty('--mapper-zoom', String(Math.min(WIDTH / x, HEIGHT / y)));
    };
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
