// What is said of an area, written in it: whose figure, of whom, and for which area; then the parts that were named.

import {free} from './boxes.js';
import {mostOf} from './regions.js';
import {AREA} from './shapes.js';
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
 * @typedef {{spot: number[], side?: number, to?: number[]}} Spot mercator; on a `side` it is the near edge of the label,
 *     from which a line leads `to` the area
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
    const said = new Set(shown.map((/** @type {Region} */ {shape}) => shape));
    for (const {shape, rows} of shown) {
        const {head, parts} = linesOf(layer, shape, rows);
        // In one of the areas within it, a wider figure would be taken for that area's own.
        const inner = regions.within[shape].filter((/** @type {number} */ other) => said.has(other));
        const spots = [...layer.spots(shape).filter((/** @type {number[]} */ [x, y]) => !inner.some((/** @type {number} */ other) => shapes.holds(other, x, y)))
            .map((/** @type {number[]} */ spot) => ({spot})), ...besides(shapes, shape, view)];
        for (const lines of parts.length ? [[...head, ...parts], head] : [head]) {
            if (labelRegion(ctx, view, layer, spots, lines, taken, colours)) break;
        }
    }
}

/**
 * Spots beside an area, from which a line leads to it.
 * @param {import('./shapes.js').Shapes} shapes
 * @param {number} shape
 * @param {import('./canvas-layer.js').View} view
 * @returns {Spot[]}
 */
function besides(shapes, shape, {scale}) {
    if (shapes.kinds[shape] !== AREA) return [];
    const [x0, y0, x1, y1] = shapes.box.subarray(4 * shape, 4 * shape + 4), gap = 16 / scale;
    return [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
        const y = y0 + (y1 - y0) * share, cuts = shapes.cuts(shape, y);
        return cuts.length ? [{spot: [x0 - gap, y], side: -1, to: [cuts[0], y]}, {spot: [x1 + gap, y], side: 1, to: [cuts[cuts.length - 1], y]}] : [];
    });
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
 * Write a label at the first spot where nothing stands; without any, not at all.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {Spot[]} spots
 * @param {Line[]} lines
 * @param {import('./boxes.js').Box[]} taken the label's box is added
 * @param {import('../colours.js').Colours} colours
 */
function labelRegion(ctx, view, layer, spots, lines, taken, colours) {
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.direction = stageOf(layer._map).words.direction;
    const half = 3 + Math.max(...lines.map(({text, font}) => {
        ctx.font = font;
        return ctx.measureText(text).width / 2;
    }));
    const rise = lines.length * LINE / 2 + 1;
    for (const {spot, side = 0, to} of spots) {
        const x = spot[0] * view.scale - view.left + side * half, y = spot[1] * view.scale - view.top;
        /** @type {import('./boxes.js').Box} */
        const box = [x - half, y - rise, x + half, y + rise];
        if (!free(box, taken) || to && !seen(box, view, layer._map.getSize())) continue;
        taken.push(box);
        if (to) lead(ctx, x - side * half, y, to[0] * view.scale - view.left, colours);
        lines.forEach(({text, font}, i) => {
            ctx.font = font;
            drawLabel(ctx, text, x, y + LINE * (i - (lines.length - 1) / 2), colours.ink, colours.halo);
        });
        return true;
    }
    return false;
}

/**
 * Whether a box lies in the part of the canvas that the map shows.
 * @param {import('./boxes.js').Box} box
 * @param {import('./canvas-layer.js').View} view
 * @param {{x: number, y: number}} size of the map
 */
function seen(box, {width, height}, {x, y}) {
    const left = (width - x) / 2, top = (height - y) / 2;
    return box[0] >= left && box[1] >= top && box[2] <= width - left && box[3] <= height - top;
}

/**
 * A level line from a label to the edge of its area.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} from
 * @param {number} y
 * @param {number} to
 * @param {import('../colours.js').Colours} colours
 */
function lead(ctx, from, y, to, colours) {
    for (const [width, style] of /** @type {[number, string][]} */ ([[4, colours.halo], [1.25, colours.region]])) {
        ctx.beginPath();
        ctx.moveTo(from, y);
        ctx.lineTo(to, y);
        ctx.lineWidth = width;
        ctx.strokeStyle = style;
        ctx.stroke();
    }
    ctx.beginPath();
    ctx.arc(to, y, 2.5, 0, 2 * Math.PI);
    ctx.fillStyle = colours.region;
    ctx.fill();
}
