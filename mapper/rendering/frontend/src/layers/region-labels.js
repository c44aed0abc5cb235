// What is said of an area, written in it, or beside it with a line that leads there.

import {free} from './boxes.js';
import {mostOf} from './regions.js';
import {LINE as PATH, POINTS} from './shapes.js';
import {broken, lettering} from '../lettering.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** The height of a line, pixels. */
const LINE = 16;

/** Widths to which lines are broken where there is no room for more, pixels. */
const NARROW = [110, 80];

/**
 * Write what is said of each area in view, clear of symbols and of each other: the greatest numbers first, those
 * of several areas in one breath and of regions without fixed bounds after those of one area, since they have more room.
 * @typedef {{shape: number, rows: number[]}} Region
 * @typedef {{spot: number[], side?: number, to?: number[], ours?: (x: number, y: number) => boolean}} Spot mercator; on a
 *     `side` it is the near edge of the label, from which a line leads `to` the area; without one, both ends are to be `ours`
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer its `tell` has the words for an area
 * @param {import('./boxes.js').Box[]} taken boxes to keep clear of; those of the labels are added
 * @param {import('../colours.js').Colours} colours
 */
export function labelRegions(ctx, view, layer, taken, colours) {
    const {shapes, regions, table, visible} = layer;
    const wide = (/** @type {Region} */ {shape, rows}) => (shapes.kinds[shape] !== POINTS && /[,،]/.test(table.meta.areas?.[shape] ?? '')) || table.code('precision', rows[0]) === 'zone';
    const shown = regions.rows
        .map((/** @type {number[]} */ all, /** @type {number} */ shape) => ({shape, rows: all.filter(row => visible[row])}))
        .filter((/** @type {Region} */ {shape, rows}) => rows.length && shapes.inView(shape, view) && large(shapes, shape, view))
        .sort((/** @type {Region} */ a, /** @type {Region} */ b) => Number(wide(a)) - Number(wide(b)) || mostOf(layer, b.rows) - mostOf(layer, a.rows));
    const said = new Set(shown.map((/** @type {Region} */ {shape}) => shape));
    for (const {shape, rows} of shown) {
        const {head, brief, parts} = layer.tell(shape, rows);
        // In one of the areas within it, a wider figure would be taken for that area's own.
        const inner = regions.within[shape].filter((/** @type {number} */ other) => said.has(other));
        const ours = (/** @type {number} */ x, /** @type {number} */ y) => !inner.some((/** @type {number} */ other) => shapes.holds(other, x, y));
        const spots = [...layer.spots(shape).filter((/** @type {number[]} */ [x, y]) => ours(x, y))
            .map((/** @type {number[]} */ spot) => ({spot, ours})), ...besides(shapes, shape, view)];
        for (const lines of [...(parts.length ? [[...head, ...parts]] : []), head, brief, ...NARROW.map(width => narrowed(ctx, brief, width))]) {
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
    if (shapes.kinds[shape] === PATH) return [];
    const [x0, y0, x1, y1] = shapes.box.subarray(4 * shape, 4 * shape + 4), gap = 16 / scale;
    const edges = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9].map(share => y0 + (y1 - y0) * share).map((y) => {
        const cuts = shapes.cuts(shape, y);
        return {y, left: cuts[0], right: cuts[cuts.length - 1]};
    }).filter(({left}) => left !== undefined);
    const spots = (/** @type {(edge: {left: number, right: number}) => [number, number]} */ reach) => edges.flatMap((edge) => {
        const [left, right] = reach(edge), {y} = edge;
        return [{spot: [left - gap, y], side: -1, to: [edge.left, y]}, {spot: [right + gap, y], side: 1, to: [edge.right, y]}];
    });
    // Clear of the whole area, else in a bay of it.
    return [...spots(() => [x0, x1]), ...spots(({left, right}) => [left, right])];
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
 * Lines broken into shorter ones.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./region-words.js').Line[]} lines
 * @param {number} width pixels
 * @returns {import('./region-words.js').Line[]}
 */
function narrowed(ctx, lines, width) {
    return lines.flatMap(({text, font}) => {
        ctx.font = font;
        return broken(ctx, text, width * lettering()).map(part => ({text: part, font}));
    });
}

/**
 * Write a label at the first spot where nothing stands; without any, not at all.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {Spot[]} spots
 * @param {import('./region-words.js').Line[]} lines
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
    const line = LINE * lettering(), rise = lines.length * line / 2 + 1;
    for (const {spot, side = 0, to, ours = () => true} of spots) {
        const x = spot[0] * view.scale - view.left + side * half, y = spot[1] * view.scale - view.top;
        /** @type {import('./boxes.js').Box} */
        const box = [x - half, y - rise, x + half, y + rise];
        if (!free(box, taken) || ![-half, half].every(end => ours(spot[0] + end / view.scale, spot[1]))) continue;
        if (to) {
            const from = x - side * half, end = to[0] * view.scale - view.left;
            /** @type {import('./boxes.js').Box} */
            const way = [Math.min(from, end) - 3, y - 3, Math.max(from, end) + 3, y + 3, 'line'];
            // A line that ends on a symbol, or crosses one, would give it another's words.
            if (!free(way, taken)) continue;
            taken.push(way);
            lead(ctx, from, y, end, colours);
        }
        taken.push(box);
        lines.forEach(({text, font}, i) => {
            ctx.font = font;
            drawLabel(ctx, text, x, y + line * (i - (lines.length - 1) / 2), colours.ink, colours.halo);
        });
        return true;
    }
    return false;
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
