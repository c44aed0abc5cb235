// One thing on the map: its figure, its place and its name in words.

import {countOf, deathsOf} from './i18n/words.js';
import {rateOf} from './rate.js';
import {localName, otherNames} from './names.js';

/** @typedef {Record<string, string>} Record_ */

/**
 * Layers that are switched on and hold things a reader can choose.
 * @param {import('./stage.js').Stage} stage
 * @returns {any[]}
 */
export function shownLayers(stage) {
    return [...stage.layers.values()].filter(layer => layer.table && layer.visible && layer.kind !== 'boundaries' && stage.map.hasLayer(layer));
}

/**
 * @param {import('./payload.js').Table} table
 * @param {number} row
 */
export function figureOf(table, row) {
    return table.has('deaths_low') ? deathsOf(table, row) : countOf(table, row);
}

/**
 * What is counted: 'killed', 'displaced', …; of a movement what all its claims say, so that who arrived is not displaced.
 * @param {any} layer
 * @param {number} row
 * @returns {string}
 */
export function measureOf({table, claimsTable: claims}, row) {
    if (table.has('deaths_low')) return 'killed';
    const own = table.dictionaries.measure && table.code('measure', row);
    if (own) return own;
    const said = new Set(claims && table.has('claims.size') ? Array.from(table.list('claims', row), claim => claims.code('measure', claim)) : []);
    return said.size === 1 ? [...said][0] || 'displaced' : 'displaced';
}

/**
 * Whether people or families are counted.
 * @param {import('./payload.js').Table} table
 * @param {number} row
 */
export function unitOf(table, row) {
    return table.dictionaries.unit && table.code('unit', row) === 'household' ? 'household' : 'person';
}

/**
 * The figure with what it counts: "22–45 killed", "dozens" households displaced; '' for a statement.
 * @param {import('./i18n/words.js').Words} words
 * @param {any} layer
 * @param {number} row
 * @param {{spoken?: boolean}} [how]
 */
export function figureWords(words, layer, row, {spoken = false} = {}) {
    const measure = measureOf(layer, row), {table} = layer;
    if (measure === 'statement') return '';
    if (table.meta.rate) return rateWords(words, table, row);
    return words.told(figureOf(table, row), measure, unitOf(table, row), {spoken});
}

/**
 * A rate with the count it comes from: "1.5 killed per 10,000 residents (3 killed)".
 * @param {import('./i18n/words.js').Words} words
 * @param {import('./payload.js').Table} table
 * @param {number} row
 */
function rateWords(words, table, row) {
    const t = words.table, rate = rateOf(table, row), {per, of} = table.meta.rate, measure = t.measures.killed;
    const figure = figureOf(table, row), count = `${words.figure(figure)} ${measure}`;
    if (figure.low === null) return t.rateUnknown;
    return rate === null ? `${t.rateUnknown} (${count})` : `${words.number(Number(rate.toPrecision(2)))} ${t.ratePer(measure, words.number(per), of)} (${count})`;
}

/**
 * Who is counted, where all claims of a row say the same; else ''.
 * @param {any} layer
 * @param {number} row
 */
export function groupOf({table, claimsTable}, row) {
    if (!claimsTable || !table.has('claims.size')) return '';
    const groups = new Set(Array.from(table.list('claims', row), claim => claimsTable.code('group', claim)));
    const [group] = groups;
    return groups.size === 1 ? group : '';
}

/**
 * Where it is, in words; '' if nobody said.
 * @param {Record_} record
 */
export function placeWords(record) {
    return record.place_name || [record.origin_name, record.destination_name].filter(Boolean).join(' → ');
}

/**
 * The same in the script of the page.
 * @param {import('./stage.js').Stage} stage
 * @param {Record_} record
 */
export function localPlace(stage, record) {
    const {words} = stage, t = words.table, other = otherNames(stage);
    const name = (/** @type {string} */ word) => localName(words, other, word);
    if (record.place_name) return name(record.place_name);
    if (!record.origin_name && !record.destination_name) return '';
    const from = record.origin_name && name(record.origin_name), to = record.destination_name && name(record.destination_name);
    return from && to ? t.fromTo(from, to) : from ? t.fromOnly(from) : t.toOnly(to);
}

/**
 * @param {import('./payload.js').Table} table
 * @param {number} row
 * @returns {[number | null, number | null]}
 */
export function daysOf(table, row) {
    return table.has('period_start') ? [table.number('period_start', row), table.number('period_end', row)] : [null, null];
}

/**
 * The whole in one line for who does not see the map: "Jableh: 22 to 45 killed, weak, 6–7 March 2025".
 *
 * What nobody graded is "reported": no more than that is known of it.
 * @param {import('./stage.js').Stage} stage
 * @param {any} layer
 * @param {number} row
 * @param {Record_} record
 */
export function sentence(stage, layer, row, record) {
    const {words} = stage, t = words.table, {table, kind} = layer;
    const grade = record.grade && record.grade !== 'ungraded' ? t.grades[record.grade] : kind === 'statements' ? '' : t.reported;
    return `${localPlace(stage, record) || t.placeUnknown}: ${[figureWords(words, layer, row, {spoken: true}) || t.measures.statement,
        words.group(groupOf(layer, row), unitOf(table, row)), grade, words.period(...daysOf(table, row))].filter(Boolean).join(t.comma)}`;
}
