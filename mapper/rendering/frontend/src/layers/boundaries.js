// The quiet base map: sea, land, coast, borders, governorates, districts, and places with their names.

import {CanvasLayer, projected} from './canvas-layer.js';
import {coloursOf} from '../colours.js';
import {Shapes} from './shapes.js';
import {mercatorX, mercatorY} from '../mercator.js';

/** How each kind of line is drawn, from which zoom on. */
const LINES = /** @type {Record<string, {colour: string, width: number, dash: number[], zoom: number}>} */ ({
    adm3: {colour: 'admin', width: 0.5, dash: [1, 3], zoom: 11},
    adm2: {colour: 'admin', width: 0.7, dash: [2, 3], zoom: 9},
    adm1: {colour: 'admin', width: 1, dash: [5, 3], zoom: 6},
    disputed: {colour: 'border', width: 1.2, dash: [4, 4], zoom: 0},
    border: {colour: 'border', width: 1.6, dash: [], zoom: 0}
});

export const BoundariesLayer = CanvasLayer.extend({
    options: {padding: 0.25, pane: 'tilePane', interactive: false, overTiles: false},

    /** @param {import('../payload.js').Table} table */
    prepare(table) {
        this.shapes = new Shapes(table);
        const {mx, my} = projected(table.array('x'), table.array('y'), table.meta.pointUnit);
        this.mx = mx;
        this.my = my;
        this.frame = this._frame(table.meta);
        this.kinds = Array.from({length: table.rows}, (_, row) => table.code('kind', row));
    },

    /** @param {Record<string, any>} meta */
    _frame({frame, shapeUnit}) {
        if (!frame) return null;
        const [west, south, east, north] = frame.map((/** @type {number} */ edge) => edge / shapeUnit);
        return [mercatorX(west), mercatorY(north), mercatorX(east), mercatorY(south)];
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        if (!this.options.overTiles) {
            if (this.table.meta.sea) {
                ctx.fillStyle = colours.sea;
                ctx.fillRect(0, 0, view.width, view.height);
            }
            this._fill(ctx, view, 'land', colours.land);
            this._fill(ctx, view, 'water', colours.sea);
        }
        ctx.lineWidth = 1;
        ctx.strokeStyle = colours.coast;
        ctx.stroke(this._path(view, 'land', this.frame));
        for (const [kind, line] of Object.entries(LINES)) {
            if (view.zoom < line.zoom) continue;
            ctx.lineWidth = line.width;
            ctx.strokeStyle = colours[line.colour];
            ctx.setLineDash(line.dash);
            ctx.stroke(this._path(view, kind));
        }
        ctx.setLineDash([]);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     * @param {string} kind
     * @param {string} colour
     */
    _fill(ctx, view, kind, colour) {
        ctx.fillStyle = colour;
        ctx.fill(this._path(view, kind), 'evenodd');
    },

    /**
     * All shapes of a kind that are in view.
     * @param {import('./canvas-layer.js').View} view
     * @param {string} kind
     * @param {number[] | null} [frame] where the land was cut, mercator: no line is drawn along it
     */
    _path(view, kind, frame = null) {
        const path = new Path2D();
        for (let row = 0; row < this.kinds.length; row++) {
            const shape = this.shapes.codes[row];
            if (this.kinds[row] === kind && shape && this.shapes.inView(shape - 1, view)) this.shapes.trace(path, shape - 1, view, frame);
        }
        return path;
    },

    place() {
        return null;
    }
});
