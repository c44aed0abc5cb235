// Names on the base map: important ones first, and none over another.

import {free} from './boxes.js';
import {font, lettering} from '../lettering.js';
import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** Ranks up to this are capitals and seats of governorates: they are named before anything is said of them. */
const GREAT = 1;

/** From which zoom a place of each rank is named; rank 0 is the most important. */
const ZOOMS = [0, 6.5, 8, 9, 10, 11, 12];

/** @typedef {import('./boxes.js').Box} Box */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any[]} layers of boundaries and places
 * @param {Box[]} taken what names keep clear of; theirs are added
 * @param {import('../colours.js').Colours} colours
 * @param {{great: boolean, written: Set<string>}} which the great towns, or all the rest; names that are written already
 */
export function writeNames(ctx, view, layers, taken, colours, {great, written}) {
    for (const {table, mx, my, kinds, _map} of layers) {
        const rank = table.array('rank'), arabic = stageOf(_map).words.language === 'ar';
        // Rows stand in the order of their rank.
        for (let row = 0; row < table.meta.points; row++) {
            if (view.zoom < (ZOOMS[rank[row]] ?? 13)) break;
            if (great && (rank[row] > GREAT || kinds[row] !== 'town')) continue;
            const x = mx[row] * view.scale - view.left, y = my[row] * view.scale - view.top;
            if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
            const name = (arabic && table.code('name_ar', row)) || table.code('name', row) || table.code('name_ar', row);
            // A town and the governorate it is the seat of share a name: once is enough.
            if (!name || written.has(name)) continue;
            if (writeName(ctx, {name, x, y, kind: kinds[row], rank: rank[row]}, taken, colours) || !great) written.add(name);
        }
    }
}

/**
 * Write a name where it covers no other, or leave it out; returns whether it is there.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{name: string, x: number, y: number, kind: string, rank: number}} name
 * @param {Box[]} taken the name's own is added
 * @param {import('../colours.js').Colours} colours
 */
function writeName(ctx, {name, x, y, kind, rank}, taken, colours) {
    const area = kind !== 'town';
    ctx.font = fontOf(kind, rank);
    ctx.textBaseline = 'middle';
    const width = ctx.measureText(name).width, half = 7.5 * lettering();
    /** @type {[CanvasTextAlign, number, Box][]} */
    const spots = area ? [['center', x, [x - width / 2, y - half, x + width / 2, y + half]]] : [
        ['left', x + 6, [x - 4, y - half, x + 8 + width, y + half]],
        ['right', x - 6, [x - 8 - width, y - half, x + 4, y + half]]
    ];
    const spot = spots.find(([, , box]) => free(box, taken));
    if (!spot) return false;
    taken.push(spot[2]);
    ctx.textAlign = spot[0];
    if (!area) dot(ctx, x, y, rank, colours);
    drawLabel(ctx, name, spot[1], y, area ? colours.admin : colours.town, kind === 'sea' ? colours.sea : colours.land);
    return true;
}

/**
 * @param {string} kind
 * @param {number} rank
 */
function fontOf(kind, rank) {
    if (kind === 'country') return font(15, 600);
    if (kind === 'sea') return font(14, 400, 'italic');
    if (kind === 'adm1') return font(13);
    return font(rank <= 2 ? 12.5 : 11.5, rank <= 1 ? 600 : 400);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} rank
 * @param {import('../colours.js').Colours} colours
 */
function dot(ctx, x, y, rank, colours) {
    ctx.beginPath();
    ctx.arc(x, y, rank <= 1 ? 2.5 : 1.75, 0, 2 * Math.PI);
    ctx.fillStyle = colours.town;
    ctx.fill();
}
