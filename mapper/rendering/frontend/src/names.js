// Names of places in both scripts, as far as the page and its base map know them.

import {fold} from './folding.js';

/** @type {WeakMap<import('./payload.js').Table, Map<string, string>>} */
const known = new WeakMap();

/** @type {WeakMap<object, {size: number, names: Map<string, string>}>} of how many base maps, and what they came to */
const together = new WeakMap();

/** @param {import('./stage.js').Stage} stage */
export function baseMaps(stage) {
    return [...stage.layers.values()].filter(layer => layer.kind === 'boundaries' && layer.table);
}

/**
 * The name of a place in the other script, by its folded name.
 * @param {import('./stage.js').Stage} stage
 * @returns {Map<string, string>}
 */
export function otherNames(stage) {
    const size = baseMaps(stage).length, before = together.get(stage.words.names);
    if (before?.size === size) return before.names;
    const names = joined(stage);
    together.set(stage.words.names, {size, names});
    return names;
}

/** @param {import('./stage.js').Stage} stage */
function joined(stage) {
    const given = stage.words.names.places, maps = baseMaps(stage).map(({table}) => namesOf(table));
    const found = new Map(maps.flatMap(names => [...names]));
    for (const [name, arabic] of Object.entries(given)) {
        found.set(fold(name), arabic);
        found.set(fold(arabic), name);
    }
    return found;
}

/**
 * A name in the script of the page, where it has one; of several places each.
 * @param {import('./i18n/words.js').Words} words
 * @param {Map<string, string>} other
 * @param {string} name
 */
export function localName(words, other, name) {
    if (arabic(name) === (words.language === 'ar')) return name;
    const one = (/** @type {string} */ part) => {
        const found = other.get(fold(part));
        return found && arabic(found) === (words.language === 'ar') ? found : part;
    };
    return other.has(fold(name)) ? one(name) : name.split(/, |، /).map(one).join(words.table.comma);
}

/** @param {string} text */
function arabic(text) {
    return /[\u0600-\u06ff]/.test(text);
}

/** @param {import('./payload.js').Table} table */
function namesOf(table) {
    let names = known.get(table);
    if (names) return names;
    names = new Map();
    for (let row = 0; row < table.meta.points; row++) {
        const name = table.code('name', row), second = table.code('name_ar', row);
        if (!name || !second) continue;
        if (!names.has(fold(name))) names.set(fold(name), second);
        if (!names.has(fold(second))) names.set(fold(second), name);
    }
    known.set(table, names);
    return names;
}
