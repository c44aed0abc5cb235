// All words on the map, on one canvas above everything that is drawn: no symbol, area or arrow covers them, and none
// of them covers another. First the great towns, then what layers say of their figures, then all other names.

import L from 'leaflet';
import {CanvasLayer} from './canvas-layer.js';
import {writeNames} from './place-names.js';
import {coloursOf} from '../colours.js';
import {stageOf} from '../stage.js';

/** @type {WeakSet<L.Map>} */
const labelled = new WeakSet();

/**
 * Give a map its labels, once.
 * @param {L.Map} map
 */
export function label(map) {
    if (labelled.has(map)) return;
    labelled.add(map);
    map.addLayer(new /** @type {any} */ (LabelsLayer)());
}

const base = /** @type {any} */ (CanvasLayer.prototype);

const LabelsLayer = CanvasLayer.extend({
    options: {padding: 0.25, pane: 'mapper-labels', interactive: false},

    initialize() {
        L.stamp(this);
        this._layers = {};
    },

    waits() {
        return ![...stageOf(this._map).layers.values()].some(layer => layer.table);
    },

    /** @param {L.Map} map */
    onAdd(map) {
        this.lay(map);
        const later = () => this._later();
        stageOf(map).on('drawn', later);
        map.on('layerremove', later);
    },

    /** Words follow what they are said of, in the next frame and once. */
    _later() {
        cancelAnimationFrame(this._frame);
        this._frame = requestAnimationFrame(() => this.redraw());
    },

    redraw() {
        this._drawnAt = '';
        if (this._map) base._update.call(this);
        return this;
    },

    _update() {
        if (this._bounds) this._later();
        else base._update.call(this);
    },

    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {import('./canvas-layer.js').View} view
     */
    draw(ctx, view) {
        const colours = coloursOf(this._map.getContainer());
        const layers = [...stageOf(this._map).layers.values()].filter(layer => layer.table && this._map.hasLayer(layer));
        /** @type {import('./boxes.js').Box[]} */
        const taken = layers.flatMap(layer => layer.boxes?.(view) ?? []);
        const maps = layers.filter(layer => layer.kind === 'boundaries'), written = new Set();
        writeNames(ctx, view, maps, taken, colours, {great: true, written});
        for (const layer of layers) layer.write?.(ctx, view, taken, colours);
        writeNames(ctx, view, maps, taken, colours, {great: false, written});
        this.boxes = taken;
    }
});
