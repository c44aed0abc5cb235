// Where the view is: on what the map is about, until somebody moves it, and never beyond the base map.

import L from 'leaflet';

/**
 * Show an extent, and show it again while the page around the map takes its shape. Returns what shows it once more.
 * @param {L.Map} map
 * @param {[[number, number], [number, number]]} bounds south, west, north, east
 */
export function fitUntilMoved(map, bounds) {
    let fitting = false, moved = false, size = '';
    const fit = () => {
        const {clientWidth, clientHeight} = map.getContainer(), before = size;
        size = `${clientWidth} ${clientHeight}`;
        if (size === before) return;
        fitting = true;
        // The extent is fitted at once: what the new size alone would show need not be drawn.
        map.invalidateSize({animate: false, pan: false, debounceMoveend: !moved});
        if (!moved) map.fitBounds(bounds, {padding: [30, 30], maxZoom: 12, animate: false});
        fitting = false;
    };
    map.on('movestart', () => {
        moved ||= !fitting;
    });
    fit();
    new ResizeObserver(fit).observe(map.getContainer());
    return () => {
        moved = false;
        size = '';
        fit();
    };
}

/**
 * Beyond the base map nothing is drawn, and nothing would look like sea.
 * @param {L.Map} map
 * @param {[number, number, number, number]} extent west, south, east, north of the base map
 */
export function keepWithin(map, [west, south, east, north]) {
    const bounds = L.latLngBounds([south, west], [north, east]);
    const limit = () => {
        const least = map.getBoundsZoom(bounds, true);
        // At once: the end of a glide to the least zoom would undo what was fitted meanwhile.
        if (map.getZoom() < least) map.setZoom(least, {animate: false});
        map.setMinZoom(least);
    };
    map.options.maxBoundsViscosity = 1;
    map.panInsideBounds(bounds, {animate: false});
    limit();
    map.setMaxBounds(bounds);
    map.on('resize', limit);
}
