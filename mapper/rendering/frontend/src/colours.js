// The colours of the map, from the style sheet: one place for light, dark, high contrast and print.

/** @typedef {Record<string, string>} Colours */

const NAMES = ['ink', 'halo', 'sea', 'land', 'coast', 'border', 'admin', 'town', 'deaths', 'region', 'displaced', 'refuge', 'statement', 'paper', 'nodata', 'link',
    'rate1', 'rate2', 'rate3', 'rate4', 'rate5'];

/**
 * @param {Element} element any element of the page
 * @returns {Colours}
 */
export function coloursOf(element) {
    const style = getComputedStyle(element);
    return Object.fromEntries(NAMES.map(name => [name, style.getPropertyValue(`--mapper-${name}`).trim() || '#333']));
}

/**
 * A colour as the four bytes ImageData holds, least significant first.
 * @param {string} colour `#rrggbb`
 * @param {number} [alpha] 0…255
 */
export function packed(colour, alpha = 255) {
    const value = parseInt(colour.slice(1), 16);
    return (alpha << 24 | (value & 255) << 16 | (value >> 8 & 255) << 8 | value >> 16) >>> 0;
}
