// The view stays on the base map: beyond it nothing is drawn, and nothing would look like sea.

import L from 'leaflet';

/**
 * @param {L.Map} map
 * @param {[number, number, number, number]} extent west, south, east, north of the base map
 */
export function keepWithin(map, [west, south, east, north]) {
    const bounds = L.latLngBounds([south, west], [north, east]);
    const limit = () => map.setMinZoom(map.getBoundsZoom(bounds, true));
    map.options.maxBoundsViscosity = 1;
    map.setMaxBounds(bounds);
    map.on('resize', limit);
    limit();
}
