// The scale of the map, in the words and digits of the page, on the side where its lines begin.

import L from 'leaflet';
import {stageOf} from './stage.js';

const Scale = /** @type {any} */ (L.Control.Scale).extend({
    options: {imperial: false},

    /** @param {number} most metres that there is room for */
    _updateMetric(most) {
        const {words} = stageOf(this._map), t = words.table, metres = this._getRoundNum(most);
        this._updateScale(this._mScale, metres < 1000 ? t.metres(words.number(metres)) : t.kilometres(words.number(metres / 1000)), metres / most);
    }
});

/**
 * Give a map its scale.
 * @param {L.Map} map
 */
export function scale(map) {
    stageOf(map).scale = new Scale().addTo(map);
}

/**
 * Put the map's own controls where a reader of its language looks for them.
 * @param {import('./stage.js').Stage} stage
 */
export function turn({map, scale: bar, words}) {
    const [start, end] = words.direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
    map.zoomControl?.setPosition(/** @type {L.ControlPosition} */ (`top${start}`));
    bar?.setPosition(`bottom${start}`);
    map.attributionControl?.setPosition(/** @type {L.ControlPosition} */ (`bottom${end}`));
}
