// Names on the base map: important ones first, and none over another.

import {stageOf} from '../stage.js';
import {drawLabel} from '../symbols.js';

/** From which zoom a place of each rank is named; rank 0 is the most important. */
const ZOOMS = [0, 7, 8, 9, 10, 11, 12];

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('../colours.js').Colours} colours
 */
export function placeLabels(ctx, view, layer, colours) {
    const {table, mx, my} = layer, words = stageOf(layer._map).words;
    const rank = table.array('rank');
    const rows = Array.from({length: table.meta.points}, (_, row) => row).sort((a, b) => rank[a] - rank[b] || a - b);
    /** @type {[number, number, number, number][]} */
    const taken = [];
    ctx.textBaseline = 'middle';
    for (const row of rows) {
        if (view.zoom < (ZOOMS[rank[row]] ?? 13)) break;
        const x = mx[row] * view.scale - view.left, y = my[row] * view.scale - view.top;
        if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
        const kind = layer.kinds[row], area = kind !== 'town';
        const second = words && words.language !== 'ar' ? table.code('name_ar', row) : table.code('name', row);
        const name = (words && words.language === 'ar' && table.code('name_ar', row)) || table.code('name', row) || second;
        if (!name) continue;
        ctx.font = fontOf(kind, rank[row]);
        const width = ctx.measureText(name).width, height = 15;
        const right = /** @type {[number, number, number, number]} */ (area ?
            [x - width / 2, y - height / 2, x + width / 2, y + height / 2] : [x - 4, y - height / 2, x + 8 + width, y + height / 2]);
        const left = /** @type {[number, number, number, number]} */ ([x - 8 - width, y - height / 2, x + 4, y + height / 2]);
        const box = [right, ...(area ? [] : [left])].find(place => !taken.some(other => overlap(place, other)));
        if (!box) continue;
        taken.push(box);
        ctx.textAlign = area ? 'center' : box === right ? 'left' : 'right';
        if (!area) dot(ctx, x, y, rank[row], colours);
        const at = area ? x : box === right ? x + 6 : x - 6;
        drawLabel(ctx, name, at, y, area ? colours.admin : colours.town, kind === 'sea' ? colours.sea : colours.land);
    }
}

/**
 * @param {string} kind
 * @param {number} rank
 */
function fontOf(kind, rank) {
    if (kind === 'country') return '600 15px system-ui, sans-serif';
    if (kind === 'sea') return 'italic 14px system-ui, sans-serif';
    if (kind === 'adm1') return '13px system-ui, sans-serif';
    return `${rank <= 1 ? 600 : 400} ${rank <= 2 ? 12.5 : 11.5}px system-ui, sans-serif`;
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

/**
 * @param {[number, number, number, number]} a
 * @param {[number, number, number, number]} b
 */
function overlap(a, b) {
    return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
