// A base map of tiles that the page carries: pictures as they are, vector tiles drawn quietly in the colours of the page.
// Names come from our own base map, in both scripts.

import L from 'leaflet';
import {inflated, Table} from '../payload.js';
import {coloursOf} from '../colours.js';
import {stageOf} from '../stage.js';

export const TilesLayer = L.GridLayer.extend({
    options: {pane: 'tilePane', zIndex: 2, keepBuffer: 1},

    /**
     * @param {string} kind
     * @param {string} id of the payload in the page
     * @param {object} options
     */
    initialize(kind, id, options) {
        L.setOptions(this, options);
        this.kind = kind;
        this.table = null;
        this.drawn = 0;
        this.ready = Table.load(id).then((table) => {
            this.table = table;
            this._prepare(table);
            if (this._map) {
                this._map.attributionControl?.addAttribution(this.getAttribution());
                this._resetView();
                this.redraw();
            }
        });
    },

    /** @param {import('../payload.js').Table} table */
    _prepare(table) {
        const [z, x, y, size] = ['z', 'x', 'y', 'size'].map(name => table.array(name)), bytes = table.array('bytes');
        /** @type {Map<string, Uint8Array>} */
        this._tilesInside = new Map();
        for (let i = 0, at = 0; i < z.length; at += size[i++]) {
            this._tilesInside.set(`${z[i]}/${x[i]}/${y[i]}`, /** @type {Uint8Array} */ (bytes.subarray(at, at + size[i])));
        }
        [this.options.minNativeZoom, this.options.maxNativeZoom] = table.meta.zooms;
    },

    getAttribution() {
        // Words from outside go into the page as words.
        const text = document.createElement('span');
        text.textContent = this.table?.meta.attribution ?? '';
        return text.innerHTML;
    },

    /** @param {L.Map} map */
    onAdd(map) {
        L.GridLayer.prototype.onAdd.call(this, map);
        stageOf(map).add(this);
    },

    /**
     * @param {L.Coords} coords
     * @param {L.DoneCallback} done
     */
    createTile(coords, done) {
        const bytes = this._tilesInside?.get(`${coords.z}/${coords.x}/${coords.y}`), size = this.getTileSize();
        const tile = bytes && this.table.meta.type ? document.createElement('img') : document.createElement('canvas');
        tile.setAttribute('role', 'presentation');
        if (tile instanceof HTMLImageElement) {
            tile.alt = '';
            opened(bytes, this.table.meta.zipped).then((plain) => {
                tile.onload = () => {
                    URL.revokeObjectURL(tile.src);
                    this.drawn++;
                    done(undefined, tile);
                };
                tile.onerror = () => done(new Error('A tile in this page is no picture.'), tile);
                tile.src = URL.createObjectURL(new Blob([plain], {type: this.table.meta.type}));
            });
            return tile;
        }
        const ratio = window.devicePixelRatio || 1;
        Object.assign(tile, {width: size.x * ratio, height: size.y * ratio});
        opened(bytes ?? new Uint8Array(0), Boolean(bytes) && this.table.meta.zipped).then((plain) => {
            if (plain.length && this._map) {
                /** @type {any} */ (globalThis).mapper.drawVectors(/** @type {CanvasRenderingContext2D} */ (tile.getContext('2d')), plain, tile.width, coords.z, coloursOf(this._map.getContainer()));
                this.drawn++;
            }
            done(undefined, tile);
        }).catch(error => done(error, tile));
        return tile;
    },

    place() {
        return null;
    }
});

/**
 * @param {Uint8Array} bytes
 * @param {boolean} zipped
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
function opened(bytes, zipped) {
    const copy = Uint8Array.from(bytes);
    return zipped ? inflated(copy, 'gzip') : Promise.resolve(copy);
}
