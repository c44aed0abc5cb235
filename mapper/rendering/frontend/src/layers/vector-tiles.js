// Vector tiles, drawn quietly: water, ground, roads and boundaries, by the names that common tile schemas give them.

import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';

/** @typedef {{names: string[], fill?: string, line?: string, width?: number, dash?: number[], zoom?: number}} Style */

/** What is drawn, the lowest first; layers of other names are left out, and so are all words. */
const STYLES = /** @type {Style[]} */ ([
    {names: ['earth', 'land'], fill: 'land'},
    {names: ['landcover', 'landuse'], fill: 'green'},
    {names: ['water', 'ocean'], fill: 'sea'},
    {names: ['waterway', 'physical_line'], line: 'sea', width: 1.2},
    {names: ['buildings', 'building'], fill: 'built', zoom: 13},
    {names: ['roads', 'transportation'], line: 'road', width: 0.8},
    {names: ['boundaries', 'boundary'], line: 'border', width: 1, dash: [4, 3]}
]);

const POLYGON = 3, POINT = 1;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Uint8Array} bytes of one tile
 * @param {number} size of the tile, pixels of the canvas
 * @param {number} zoom
 * @param {import('../colours.js').Colours} colours
 */
export function drawVectors(ctx, bytes, size, zoom, colours) {
    const tile = new VectorTile(new PbfReader(bytes)), more = {...colours, green: mixed(colours.land, colours.admin, 0.08),
        built: mixed(colours.land, colours.admin, 0.2), road: mixed(colours.land, colours.admin, 0.45)};
    ctx.lineJoin = 'round';
    for (const {names, fill, line, width = 1, dash = [], zoom: least = 0} of STYLES) {
        for (const layer of names.map(name => tile.layers[name]).filter(Boolean)) {
            if (zoom < least) continue;
            const path = new Path2D(), scale = size / layer.extent;
            for (let i = 0; i < layer.length; i++) {
                const feature = layer.feature(i);
                if (feature.type === POINT || Boolean(fill) !== (feature.type === POLYGON)) continue;
                for (const ring of feature.loadGeometry()) {
                    ring.forEach(({x, y}, at) => (at ? path.lineTo(x * scale, y * scale) : path.moveTo(x * scale, y * scale)));
                    if (fill) path.closePath();
                }
            }
            if (fill) {
                ctx.fillStyle = more[/** @type {keyof typeof more} */ (fill)];
                ctx.fill(path, 'evenodd');
            } else {
                ctx.lineWidth = width * size / 256;
                ctx.setLineDash(dash.map(length => length * size / 256));
                ctx.strokeStyle = more[/** @type {keyof typeof more} */ (line)];
                ctx.stroke(path);
                ctx.setLineDash([]);
            }
        }
    }
}

/**
 * A colour between two.
 * @param {string} a `#rrggbb`
 * @param {string} b
 * @param {number} share of b
 */
function mixed(a, b, share) {
    const part = (/** @type {string} */ colour, /** @type {number} */ at) => parseInt(colour.slice(at, at + 2), 16);
    return `#${[1, 3, 5].map(at => Math.round(part(a, at) * (1 - share) + part(b, at) * share).toString(16).padStart(2, '0')).join('')}`;
}
