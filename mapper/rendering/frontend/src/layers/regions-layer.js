// Areas drawn: the finest hatched, dashed where the region is a zone.

import L from 'leaflet';
import {CanvasLayer} from './canvas-layer.js';
import {classOf, hatch, HATCHES, mostOf} from './regions.js';
import {AREA, POINTS} from './shapes.js';
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
        drawRegions(ctx, view, this.owner, coloursOf(this._map.getContainer()));
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
        // Only the finest are hatched: a wider figure says nothing of the land between them.
        const finest = !regions.within[shape].some((/** @type {number} */ other) =>
            regions.rows[other].some((/** @type {number} */ row) => visible[row]));
        if (shapes.kinds[shape] === AREA && finest) {
            ctx.save();
            ctx.clip(path, 'evenodd');
            // Where areas overlap, two hatches on one another would look like a third.
            ctx.clearRect(0, 0, view.width, view.height);
            hatch(ctx, view, HATCHES[classOf(mostOf(layer, rows))], colours.region);
            ctx.restore();
        }
        if (shapes.kinds[shape] === POINTS) drawSeveral(ctx, view, shapes, shape, colours);
        const zone = rows.some((/** @type {number} */ row) => table.code('precision', row) === 'zone');
        ctx.setLineDash(zone ? [8, 5] : shapes.kinds[shape] === POINTS ? [2, 4] : []);
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = colours.region;
        ctx.stroke(path);
        ctx.setLineDash([]);
    }
}

/**
 * Several places named in one breath: a ring at each, since nobody said how many died where.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import('./canvas-layer.js').View} view
 * @param {import('./shapes.js').Shapes} shapes
 * @param {number} shape
 * @param {import('../colours.js').Colours} colours
 */
function drawSeveral(ctx, view, shapes, shape, colours) {
    ctx.setLineDash([3, 3]);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = colours.region;
    for (let i = shapes.pointAt[shapes.ringAt[shape]]; i < shapes.pointAt[shapes.ringAt[shape + 1]]; i++) {
        ctx.beginPath();
        ctx.arc(shapes.x[i] * view.scale - view.left, shapes.y[i] * view.scale - view.top, 8, 0, 2 * Math.PI);
        ctx.stroke();
    }
}
