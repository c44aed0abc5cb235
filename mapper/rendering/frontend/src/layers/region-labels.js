// What is said of an area, written in it: whose figure, of whom, and for which area; then the parts that were named.

import {free} from './boxes.js';
import {mostOf} from './regions.js';
import {countOf, deathsOf, withoutParts} from '../i18n/words.js';
import {groupOf} from '../items.js';
import {localName, otherNames} from '../names.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** Letters of a voice or a group that are written. */
const LETTERS = 24;

/** Parts of a figure that are written below it; others are counted. */
const PARTS = 3;

/** Fonts of the figure, of whom and where, and of a part; and the height of a line. */
const HEAD = '600 13px system-ui, sans-serif', NOTE = '11.5px system-ui, sans-serif', PART = '600 11.5px system-ui, sans-serif', LINE = 16;

/**
 * Write what is said of each area in view, clear of symbols and of each other: the finest first, since wider ones have
 * more room, and then the greatest numbers.
 * @typedef {{shape: number, rows: number[]}} Region
 * @typedef {{text: string, font: string}} Line
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('./boxes.js').Box[]} taken boxes to keep clear of; those of the labels are added
 * @param {import('../colours.js').Colours} colours
 */
export function labelRegions(ctx, view, layer, taken, colours) {
    const {shapes, regions, visible} = layer;
    const shown = regions.rows
        .map((/** @type {number[]} */ all, /** @type {number} */ shape) => ({shape, rows: all.filter(row => visible[row])}))
        .filter((/** @type {Region} */ {shape, rows}) => rows.length && shapes.inView(shape, view) && large(shapes, shape, view))
        .sort((/** @type {Region} */ a, /** @type {Region} */ b) => Number(regions.within[a.shape].length > 0) -
            Number(regions.within[b.shape].length > 0) || mostOf(layer, b.rows) - mostOf(layer, a.rows));
    for (const {shape, rows} of shown) {
        const {head, parts} = linesOf(layer, shape, rows);
        if (!labelRegion(ctx, view, layer, shape, [...head, ...parts], taken, colours) && parts.length) {
            labelRegion(ctx, view, layer, shape, head, taken, colours);
        }
    }
}

/**
 * Whether an area is no mere speck at this zoom: its label would hide it.
 * @param {import('./shapes.js').Shapes} shapes
 * @param {number} shape
 * @param {import('./canvas-layer.js').View} view
 */
function large(shapes, shape, {scale}) {
    const [x0, y0, x1, y1] = shapes.box.subarray(4 * shape, 4 * shape + 4);
    return Math.max(x1 - x0, y1 - y0) * scale > LINE;
}

/**
 * The greatest figure said of an area, who said it, of whom and where; its parts; other figures are counted, never added.
 * @param {any} layer
 * @param {number} shape
 * @param {number[]} rows
 * @returns {{head: Line[], parts: Line[]}}
 */
function linesOf(layer, shape, rows) {
    const stage = stageOf(layer._map), {words} = stage, t = /** @type {any} */ (words.table), {table} = layer;
    const own = withoutParts(table, rows);
    const row = own.reduce((a, b) => (mostOf(layer, [b]) > mostOf(layer, [a]) ? b : a));
    const [voice, ...others] = table.code('voices', row).split('|');
    const who = apart(short(words.voice(voice))) + (others.length ? ` +${words.number(others.length)}` : '');
    const figure = apart(words.told(deathsOf(table, row), 'killed'));
    const place = localName(words, otherNames(stage), table.meta.areas[shape]);
    const parts = partsOf(layer, row, rows).map(part => [apart(words.figure(part.figure)), apart(short(words.group(part.group)))].filter(Boolean).join(' · '));
    const more = own.length - 1 + Math.max(0, parts.length - PARTS);
    const note = [apart(short(words.group(groupOf(layer, row)))), apart(place), more ? t.moreFigures(words.number(more)) : ''].filter(Boolean).join(' · ');
    return {
        head: [{text: voice ? `${who}: ${figure}` : figure, font: HEAD}, ...(note ? [{text: note, font: NOTE}] : [])],
        parts: parts.slice(0, PARTS).map((text, i) => ({text: i ? text : `${t.ofWhom} ${text}`, font: PART}))
    };
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
function apart(text) {
    return text && `\u2068${text}\u2069`;
}

/** @param {string} text */
function short(text) {
    return text.length > LETTERS ? `${text.slice(0, LETTERS - 1).trimEnd()}…` : text;
}

/**
 * Write a label at the first spot of its area where nothing stands; without any, not at all.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {number} shape
 * @param {Line[]} lines
 * @param {import('./boxes.js').Box[]} taken the label's box is added
 * @param {import('../colours.js').Colours} colours
 */
function labelRegion(ctx, view, layer, shape, lines, taken, colours) {
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.direction = stageOf(layer._map).words.direction;
    const half = 3 + Math.max(...lines.map(({text, font}) => {
        ctx.font = font;
        return ctx.measureText(text).width / 2;
    }));
    const rise = lines.length * LINE / 2 + 1;
    for (const [mx, my] of layer.spots(shape)) {
        const x = mx * view.scale - view.left, y = my * view.scale - view.top;
        /** @type {import('./boxes.js').Box} */
        const box = [x - half, y - rise, x + half, y + rise];
        if (!free(box, taken)) continue;
        taken.push(box);
        lines.forEach(({text, font}, i) => {
            ctx.font = font;
            drawLabel(ctx, text, x, y + LINE * (i - (lines.length - 1) / 2), colours.ink, colours.halo);
        });
        return true;
    }
    return false;
}
