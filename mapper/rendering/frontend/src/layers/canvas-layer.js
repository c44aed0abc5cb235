// A Leaflet layer that is one canvas, a little larger than the map, drawn anew when the map comes to rest.
// While the map moves, Leaflet moves the canvas; L.Renderer knows how.

import L from 'leaflet';
import {Table} from '../payload.js';
import {stageOf} from '../stage.js';
import {mercatorX, mercatorY} from '../mercator.js';

/**
 * What a layer draws with.
 * @typedef {object} View
 * @property {number} scale pixels of the canvas per mercator unit (the world is 0…1)
 * @property {number} left mercator pixels at the left edge
 * @property {number} top mercator pixels at the top edge
 * @property {number} width in CSS pixels
 * @property {number} height in CSS pixels
 * @property {number} ratio device pixels per CSS pixel
 * @property {number} zoom of the map
 */

/** What lies over what: areas below arrows and all that Folium draws, symbols above them, words on top. */
const PANES = /** @type {Record<string, string>} */ ({'mapper-areas': '390', 'mapper-symbols': '420', 'mapper-labels': '450'});

export const CanvasLayer = L.Renderer.extend({
    options: {padding: 0.25, pane: 'overlayPane', interactive: false},

    /**
     * @param {string} kind
     * @param {string} id of the payload in the page
     * @param {object} options
     */
    initialize(kind, id, options) {
        L.setOptions(this, options);
        L.stamp(this);
        this._layers = {};
        this.kind = kind;
        this.table = null;
        this.visible = new Uint8Array(0);
        this.ready = Table.load(id).then((table) => {
            this.table = table;
            this.visible = new Uint8Array(table.rows).fill(1);
            this.prepare(table);
            // The stage draws it when it knows what passes; where that has to wait for claims, all is shown until then.
            if (this._map && (this.kind === 'boundaries' || this.claims || this.stage.claims)) this.redraw();
        });
    },

    /** Whether what it draws is still to come. */
    waits() {
        return !this.table;
    },

    /** @param {L.Map} map */
    onAdd(map) {
        this.stage = stageOf(map);
        this.lay(map);
        this.stage.add(this);
    },

    /**
     * Put the canvas on its pane, and draw if there is something to draw.
     * @param {L.Map} map
     */
    lay(map) {
        const {pane: name} = this.options;
        if (PANES[name] && !map.getPane(name)) {
            const {style} = map.createPane(name);
            style.zIndex = PANES[name];
            style.pointerEvents = 'none';
        }
        L.Renderer.prototype.onAdd.call(this, map);
    },

    /** Draw what is there now. */
    redraw() {
        this._drawnAt = '';
        if (this._map) this._update();
        return this;
    },

    _initContainer() {
        this._drawnAt = '';
        this._container = document.createElement('canvas');
        this._container.className = 'leaflet-zoom-animated'; // fingers pull it from its corner, with animations and without
        this._container.setAttribute('aria-hidden', 'true');
    },

    _destroyContainer() {
        L.DomUtil.remove(this._container);
        this._container = null;
    },

    _onZoomEnd() {
        // the map comes to rest: _update follows
    },

    _update() {
        if (this._map._animatingZoom && this._bounds) return;
        /** @type {any} */ (L.Renderer.prototype)._update.call(this);
        if (!this._container || this.waits()) return;
        const canvas = this._container, size = this._bounds.getSize(), ratio = this.options.ratio ?? window.devicePixelRatio ?? 1;
        L.DomUtil.setPosition(canvas, this._bounds.min);
        // Leaflet tells of one change several times.
        const view = this._view(size, ratio), at = JSON.stringify(view);
        if (at === this._drawnAt) return;
        this._drawnAt = at;
        const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
        if (canvas.width !== width || canvas.height !== height) {
            canvas.width = width;
            canvas.height = height;
            canvas.style.width = `${size.x}px`;
            canvas.style.height = `${size.y}px`;
        }
        const ctx = canvas.getContext('2d');
        ctx.setTransform(1, 0, 0, 1, 0, 0);
        ctx.clearRect(0, 0, width, height);
        ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
        this.view = view;
        this.draw(ctx, this.view);
        if (!this._timed) {
            this._timed = true;
            performance.mark(`mapper:${this.kind ?? 'labels'}`); // read by the benchmarks
        }
        this.stage?.tell('drawn', this);
        const legend = JSON.stringify(this.legend?.() ?? null);
        if (legend !== this._legend) this.stage?.tell('legend', this);
        this._legend = legend;
    },

    /**
     * @param {L.Point} size
     * @param {number} ratio
     * @returns {View}
     */
    _view(size, ratio) {
        const zoom = this._map.getZoom(), origin = this._map.getPixelOrigin();
        return {
            scale: 256 * 2 ** zoom,
            left: origin.x + this._bounds.min.x,
            top: origin.y + this._bounds.min.y,
            width: size.x, height: size.y, ratio, zoom
        };
    },

    /**
     * A point of the container in mercator pixels.
     * @param {L.Point} point
     */
    _world(point) {
        const layer = this._map.containerPointToLayerPoint(point), origin = this._map.getPixelOrigin();
        return {x: layer.x + origin.x, y: layer.y + origin.y, scale: 256 * 2 ** this._map.getZoom()};
    }
});

/**
 * Mercator coordinates (0…1) of grid steps.
 * @param {ArrayLike<number>} x
 * @param {ArrayLike<number>} y
 * @param {number} unit steps a degree
 */
export function projected(x, y, unit) {
    const mx = new Float64Array(x.length), my = new Float64Array(x.length);
    for (let i = 0; i < x.length; i++) {
        mx[i] = mercatorX(x[i] / unit);
        my[i] = mercatorY(y[i] / unit);
    }
    return {mx, my};
}
