// On a map without our page, what was clicked opens in a popup of Leaflet's, filled like the details of the page.

import L from 'leaflet';
import {h} from './dom.js';
import {itemOf} from './panels/item.js';

const MOST = 20; // things shown at once

/**
 * @param {import('./stage.js').Stage} stage
 * @param {L.LatLng} place
 */
export async function openPopup(stage, place) {
    const items = stage.state.get('selected').slice(0, MOST);
    if (!items.length) return;
    const articles = await Promise.all(items.map(item => itemOf(stage, item)));
    const box = h('div', {class: 'mapper-popup', lang: stage.words.language, dir: stage.words.direction}, ...articles);
    L.popup({maxWidth: 340, maxHeight: 320}).setLatLng(place).setContent(box).openOn(stage.map);
}
