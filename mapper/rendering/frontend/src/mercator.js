// Web Mercator with the world as the unit square, as Leaflet's EPSG:3857 draws it.

const RADIANS = Math.PI / 180;
const LIMIT = 85.0511287798;

/** @param {number} longitude degrees */
export function mercatorX(longitude) {
    return longitude / 360 + 0.5;
}

/** @param {number} latitude degrees */
export function mercatorY(latitude) {
    const sine = Math.sin(Math.max(-LIMIT, Math.min(LIMIT, latitude)) * RADIANS);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @param {number} x */
export function longitudeOf(x) {
    return (x - 0.5) * 360;
}

/** @param {number} y */
export function latitudeOf(y) {
    return Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS;
}

/**
 * Mercator units of a length on the ground.
 * @param {number} km
 * @param {number} latitude degrees
 */
export function mercatorLength(km, latitude) {
    return km / (40075.017 * Math.cos(latitude * RADIANS));
}
