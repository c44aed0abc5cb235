// Areas drawn: hatched by their number, dashed where the region is a zone.

import L from 'leaflet';
import {CanvasLayer} from './canvas-layer.js';
import {classOf, hatch, HATCHES, mostOf} from './regions.js';
import {AREA} from './shapes.js';
import {coloursOf} from '../colours.js';

/** The areas of a layer, on a canvas of their own: arrows lie above them, and the symbols of the layer above those. */
export const RegionsLayer = CanvasLayer.extend({
    options: {pane: 'mapper-areas'},

    /** @param {any} owner the layer whose areas they are */
    initialize(owner) {
        L.stamp(this);
        this._layers = {};
        this.owner = owner;
    },

    waits() {
        return !this.owner.regions;
    },

    /** @param {L.Map} map */
    onAdd(map) {
        this.lay(map);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        drawRegions(ctx, view, this.owner, colours);
        outlineChosen(ctx, view, this.owner, colours);
    }
});

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('../colours.js').Colours} colours
 */
function drawRegions(ctx, view, layer, colours) {
    const {shapes, regions, table, visible} = layer;
    for (const shape of regions.order) {
        const rows = regions.rows[shape].filter((/** @type {number} */ row) => visible[row]);
        if (!rows.length || !shapes.inView(shape, view)) continue;
        const path = new Path2D();
        shapes.trace(path, shape, view);
        if (shapes.kinds[shape] === AREA) {
            ctx.save();
            ctx.clip(path, 'evenodd');
            // Large areas come first, and each part of the land has the hatch of the finest figure for it: two on one
            // another would look like a third, and a governorate left blank for its districts as if few had died there.
            ctx.clearRect(0, 0, view.width, view.height);
            hatch(ctx, view, HATCHES[classOf(mostOf(layer, rows))], colours.region);
            ctx.restore();
        }
        const zone = rows.some((/** @type {number} */ row) => table.code('precision', row) === 'zone');
        ctx.setLineDash(zone ? [8, 5] : []);
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = colours.region;
        ctx.stroke(path);
        ctx.setLineDash([]);
    }
}

/**
 * The edges of what is chosen.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {any} layer
 * @param {import('../colours.js').Colours} colours
 */
export function outlineChosen(ctx, view, layer, colours) {
    ctx.lineJoin = 'round';
    for (const shape of layer.chosen()) {
        const path = new Path2D();
        layer.shapes.trace(path, shape, view);
        for (const [width, style] of /** @type {[number, string][]} */ ([[6, colours.halo], [3, colours.link]])) {
            ctx.lineWidth = width;
            ctx.strokeStyle = style;
            ctx.stroke(path);
        }
    }
}
