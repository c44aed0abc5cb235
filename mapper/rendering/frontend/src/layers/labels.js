// All words on the map, on one canvas above everything that is drawn: no symbol, area or arrow covers them, and none
// of them covers another. First the great towns, then what layers say of their figures, then all other names.

import L from 'leaflet';
import {around} from './boxes.js';
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
        const given = [...this._controls(view), ...layers.flatMap(layer => layer.boxes?.(view) ?? [])], taken = [...given];
        const maps = layers.filter(layer => layer.kind === 'boundaries'), written = new Set();
        writeNames(ctx, view, maps, taken, colours, {great: true, written});
        // A figure is written whole or not at all; a name may run over the edge, to be read when the map is dragged.
        const {x, y} = this._map.getSize(), left = (view.width - x) / 2, top = (view.height - y) / 2;
        const edges = around([left, top, left + x, top + y]), figures = [...taken, ...edges];
        // Symbols and arrows have few places for their words; a line leads to an area from wherever there is room.
        for (const layer of layers) layer.write?.(ctx, view, figures, colours);
        for (const layer of layers) layer.writeAreas?.(ctx, view, figures, colours);
        for (const layer of layers) layer.writeRest?.(ctx, view, figures, colours);
        taken.splice(0, Infinity, ...figures.filter(box => !edges.includes(box)));
        writeNames(ctx, view, maps, taken, colours, {great: false, written});
        this.boxes = taken.slice(given.length).filter(([, , , , kind]) => kind !== 'line');
    },

    /**
     * Where buttons and the scale lie over the map.
     * @param {import('./canvas-layer.js').View} view
     * @returns {import('./boxes.js').Box[]}
     */
    _controls({width, height}) {
        const container = this._map.getContainer(), frame = container.getBoundingClientRect(), {x, y} = this._map.getSize();
        const dx = (width - x) / 2 - frame.left, dy = (height - y) / 2 - frame.top;
        return [...container.querySelectorAll('.leaflet-control')].map(control => control.getBoundingClientRect())
            .map(({left, top, right, bottom}) => [left + dx, top + dy, right + dx, bottom + dy]);
    }
});
