// What layers of rows with a place share: rows with a point come first, then rows with an area, then the rest.

import L from 'leaflet';
import {CanvasLayer, projected} from './canvas-layer.js';
import {regionsOf} from './regions.js';
import {spotsOf} from './region-spots.js';
import {NEAR} from './several.js';
import {Shapes} from './shapes.js';
import {latitudeOf, longitudeOf} from '../mercator.js';

export const PlacedLayer = CanvasLayer.extend({
    options: {pane: 'mapper-symbols'},

    /** @param {import('../payload.js').Table} table */
    prepare(table) {
        const count = table.has('deaths_low') ? 'deaths' : 'count', {meta} = table;
        this.points = meta.points;
        Object.assign(this, projected(table.array('x'), table.array('y'), meta.pointUnit)); // mx, my
        this.low = table.array(`${count}_low`);
        this.high = table.array(`${count}_high`);
        this.shapes = new Shapes(table);
        this.regions = regionsOf(this.shapes, table);
        this.spots = spotsOf(this.shapes, this.regions, this.mx, this.my);
    },

    /**
     * Rows of the areas under a point, smallest first.
     * @param {L.Point} point
     * @returns {number[]}
     */
    areasUnder(point) {
        const {x, y, scale} = this._world(point);
        return this.regions.under(x / scale, y / scale, this.visible, NEAR / scale);
    },

    /**
     * Whether what is chosen shows as the outline of its area: a ring in its middle would look like a place.
     * @param {number} row
     */
    outlines(row) {
        return row >= this.points && Boolean(this.shapes.codes[row]);
    },

    /**
     * The areas that are chosen, once each.
     * @returns {number[]} shapes
     */
    chosen() {
        const rows = this.stage.state.get('selected').filter((/** @type {import('../state.js').Item} */ {layer, row}) => layer === this.key && this.outlines(row));
        return [...new Set(/** @type {number[]} */ (rows.map((/** @type {import('../state.js').Item} */ {row}) => this.shapes.codes[row] - 1)))];
    },

    /** @param {number} row */
    place(row) {
        if (row < this.points) return L.latLng(latitudeOf(this.my[row]), longitudeOf(this.mx[row]));
        const shape = this.shapes.codes[row] ?? 0; // rows without a place have none
        if (!shape) return null;
        const [x, y] = this.spots(shape - 1)[0];
        return L.latLng(latitudeOf(y), longitudeOf(x));
    }
});
