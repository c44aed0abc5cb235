// What is said of an area, in lines: whose figure, of whom, and for which area; then the parts that were named.

import {mostOf} from './regions.js';
import {countOf, deathsOf, withoutParts} from '../i18n/words.js';
import {groupOf} from '../items.js';
import {font} from '../lettering.js';
import {localName, otherNames} from '../names.js';
import {stageOf} from '../stage.js';

/** Letters of a voice or a group that are written. */
const LETTERS = 24;

/** Parts of a figure that are written below it; others are counted. */
const PARTS = 3;

/** @typedef {{text: string, font: string}} Line */

/** The fonts of a figure, of whom and where, and of a part. */
export const fonts = () => ({head: font(13, 600), note: font(11.5), part: font(11.5, 600)});

/**
 * The greatest figure said of an area, who said it, of whom and where; its parts; other figures are counted, never added.
 * @param {any} layer of deaths
 * @param {number} shape
 * @param {number[]} rows
 * @returns {{head: Line[], brief: Line[], parts: Line[]}} `brief` is the least that can be said: a figure, and of where
 */
export function deathsIn(layer, shape, rows) {
    const stage = stageOf(layer._map), {words} = stage, t = /** @type {any} */ (words.table), {table} = layer, {head, note, part: small} = fonts();
    const own = withoutParts(table, rows);
    const row = own.reduce((a, b) => (mostOf(layer, [b]) > mostOf(layer, [a]) ? b : a));
    const deaths = deathsOf(table, row), figure = apart(words.told(deaths, 'killed')), group = groupOf(layer, row);
    const place = localName(words, otherNames(stage), table.meta.areas[shape]);
    const within = partsOf(layer, row, rows);
    // "12 civilians, of whom 5 civilians" are those of some days: they are further figures, and no part one can name.
    const named = within.filter(part => part.group !== group);
    const parts = named.map(part => [apart(words.figure(part.figure)), apart(short(words.group(part.group)))].filter(Boolean).join(' · '));
    const more = own.length - 1 + within.length - named.length + Math.max(0, parts.length - PARTS);
    const noted = [apart(short(words.group(group))), apart(place), more ? t.moreFigures(words.number(more)) : ''].filter(Boolean).join(' · ');
    const voices = table.code('voices', row).split('|'), between = voices.length > 1 && deaths.low !== deaths.high;
    // From the least of one to the most of another is nobody's own figure.
    const who = between ? t.severalVoices(words.number(voices.length)) : whoSays(words, voices);
    const first = {text: who ? `${who}: ${figure}` : figure, font: head};
    return {
        head: [first, ...(noted ? [{text: noted, font: note}] : [])],
        brief: [first, ...(place ? [{text: apart(place), font: note}] : [])],
        parts: parts.slice(0, PARTS).map((text, i) => ({text: i ? text : `${t.ofWhom} ${text}`, font: small}))
    };
}

/**
 * The first of some voices, and how many others.
 * @param {import('../i18n/words.js').Words} words
 * @param {string[]} voices
 * @param {number} [more] who say something else
 */
export function whoSays(words, [voice, ...others], more = 0) {
    if (!voice) return '';
    const count = others.length + more;
    return apart(short(words.voice(voice))) + (count ? ` +${words.number(count)}` : '');
}

/**
 * Figures that are a part of a row's and are said of the same area: in rows of their own, or in its claims.
 * @param {any} layer
 * @param {number} row
 * @param {number[]} rows of the area
 */
function partsOf(layer, row, rows) {
    const {table, claimsTable: claims} = layer;
    const parts = rows.filter(other => other !== row && table.list('contained_in', other).includes(row))
        .map(other => ({figure: deathsOf(table, other), group: groupOf(layer, other), size: mostOf(layer, [other])}));
    const own = claims && table.has('claims.size') ? /** @type {number[]} */ (Array.from(table.list('claims', row))) : [];
    for (const claim of own) {
        const within = Array.from(claims.list('contained_in', claim)).some(whole => own.includes(whole));
        if (!within || claims.code('measure', claim) !== 'killed' || claims.code('superseded', claim) === 'yes') continue;
        const figure = countOf(claims, claim);
        parts.push({figure, group: claims.code('group', claim), size: Math.max(figure.low ?? 0, figure.high ?? 0)});
    }
    return parts.sort((a, b) => b.size - a.size);
}

/**
 * Words whose direction is their own, whatever stands beside them.
 * @param {string} text
 */
export function apart(text) {
    return text && `\u2068${text}\u2069`;
}

/** @param {string} text */
function short(text) {
    return text.length > LETTERS ? `${text.slice(0, LETTERS - 1).trimEnd()}…` : text;
}
