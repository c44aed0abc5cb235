// The one entry: `mapper.*` is what Folium's scripts call.

import './style.css';
import {BoundariesLayer} from './layers/boundaries.js';
import {DeathsLayer} from './layers/deaths.js';
import {FlowsLayer} from './layers/flows.js';
import {label} from './layers/labels.js';
import {MarksLayer} from './layers/marks.js';
import {RatesLayer} from './layers/rates.js';
import {TilesLayer} from './layers/tiles.js';
import {page} from './page.js';
import {Table} from './payload.js';
import {scale} from './scale.js';
import {stageOf} from './stage.js';

const KINDS = /** @type {Record<string, any>} */ ({
    deaths: DeathsLayer, displacement: FlowsLayer, refuge: MarksLayer, statements: MarksLayer, boundaries: BoundariesLayer,
    rates: RatesLayer, tiles: TilesLayer
});

/**
 * A layer from a payload in the page.
 * @param {string} kind
 * @param {string} id
 * @param {{claims?: string | null, label?: string}} options
 */
function layer(kind, id, options) {
    const made = new KINDS[kind](kind, id, options);
    if (options.claims) made.claims = Table.load(options.claims);
    made.on('add', () => label(made._map));
    return made;
}

/**
 * The claims that the layers of a map rest on.
 * @param {L.Map} map
 * @param {string} id
 */
function claims(map, id) {
    stageOf(map).claims = Table.load(id);
}

/** @type {any} */ (globalThis).mapper = {layer, claims, page, scale, stageOf};
