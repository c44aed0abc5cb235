// What is said of an area, written in it: whose figure, of whom, and for which area.

import {overlap} from './labels.js';
import {mostOf} from './regions.js';
import {deathsOf, withoutParts} from '../i18n/words.js';
import {groupOf} from '../items.js';
import {localName, otherNames} from '../names.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** Height of a label of two lines, pixels. */
const HEIGHT = 34;

/** Letters of a voice or a group that are written. */
const LETTERS = 24;

/**
 * Write what is said of each area in view, clear of symbols and of each other: the finest first, since wider ones have
 * more room, and then the greatest numbers.
 * @typedef {{shape: number, rows: number[]}} Region
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer its labels become the boxes written in
 * @param {import('../colours.js').Colours} colours
 * @param {import('./labels.js').Box[]} symbols boxes to keep clear of
 */
export function labelRegions(ctx, view, layer, colours, symbols) {
    const {shapes, regions, visible} = layer;
    layer.labels = [...symbols, ...marksIn(layer._map, view)];
    const shown = regions.rows
        .map((/** @type {number[]} */ all, /** @type {number} */ shape) => ({shape, rows: all.filter(row => visible[row])}))
        .filter((/** @type {Region} */ {shape, rows}) => rows.length && shapes.inView(shape, view))
        .sort((/** @type {Region} */ a, /** @type {Region} */ b) => Number(regions.within[a.shape].length > 0) -
            Number(regions.within[b.shape].length > 0) || mostOf(layer, b.rows) - mostOf(layer, a.rows));
    for (const {shape, rows} of shown) labelRegion(ctx, view, layer, shape, linesOf(layer, shape, rows), colours);
}

/**
 * Where the marks of other layers stand.
 * @param {import('leaflet').Map} map
 * @param {import('./canvas-layer.js').View} view
 * @returns {import('./labels.js').Box[]}
 */
function marksIn(map, view) {
    const marked = [...stageOf(map).layers.values()].filter(layer => layer.sizeOf && layer.visible && map.hasLayer(layer));
    return marked.flatMap(layer => Array.from({length: layer.points}, (_, row) => row).filter(row => layer.visible[row])
        .map((row) => {
            const x = layer.mx[row] * view.scale - view.left, y = layer.my[row] * view.scale - view.top, half = layer.sizeOf(row);
            return /** @type {import('./labels.js').Box} */ ([x - half, y - half, x + half, y + half]);
        }));
}

/**
 * The greatest figure said of an area, who said it, and of whom and where; other figures are counted, never added.
 * @param {any} layer
 * @param {number} shape
 * @param {number[]} rows
 * @returns {[string, string]}
 */
function linesOf(layer, shape, rows) {
    const stage = stageOf(layer._map), {words} = stage, t = /** @type {any} */ (words.table), {table} = layer;
    const own = withoutParts(table, rows);
    const row = own.reduce((a, b) => (mostOf(layer, [b]) > mostOf(layer, [a]) ? b : a));
    const [voice, ...others] = table.code('voices', row).split('|'), more = own.length - 1;
    const who = short(voice) + (others.length ? ` +${words.number(others.length)}` : '');
    const figure = `${words.figure(deathsOf(table, row))} ${t.measures.killed}`;
    const place = localName(words, otherNames(stage), table.meta.areas[shape]);
    return [
        voice ? `${who}: ${figure}` : figure,
        [short(groupOf(layer, row)), place, more ? t.moreFigures(words.number(more)) : ''].filter(Boolean).join(' · ')
    ];
}

/** @param {string} text */
function short(text) {
    return text.length > LETTERS ? `${text.slice(0, LETTERS - 1).trimEnd()}…` : text;
}

/**
 * Write a label at the first spot of its area where nothing stands; without any, not at all.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer its labels take up the box
 * @param {number} shape
 * @param {[string, string]} lines
 * @param {import('../colours.js').Colours} colours
 */
function labelRegion(ctx, view, layer, shape, lines, colours) {
    const fonts = ['600 13px system-ui, sans-serif', '11.5px system-ui, sans-serif'];
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.direction = stageOf(layer._map).words.direction;
    const half = 3 + Math.max(...lines.map((line, i) => {
        ctx.font = fonts[i];
        return ctx.measureText(line).width / 2;
    }));
    for (const [mx, my] of layer.spots(shape)) {
        const x = mx * view.scale - view.left, y = my * view.scale - view.top;
        /** @type {import('./labels.js').Box} */
        const box = [x - half, y - HEIGHT / 2, x + half, y + HEIGHT / 2];
        if (layer.labels.some((/** @type {import('./labels.js').Box} */ other) => overlap(box, other))) continue;
        layer.labels.push(box);
        lines.forEach((line, i) => {
            ctx.font = fonts[i];
            drawLabel(ctx, line, x, y + (lines[1] ? 16 * i - 8 : 0), colours.ink, colours.halo);
        });
        return;
    }
}
