// The shown rows as files: CSV that no spreadsheet runs, and GeoJSON whose areas stay areas.

import {latitudeOf, longitudeOf} from '../mercator.js';

/** The columns of both files, named as in the project's tables. */
export const COLUMNS = ['layer', 'id', 'place_name', 'origin_name', 'destination_name', 'measure', 'group', 'unit', 'count_low', 'count_best',
    'count_high', 'qualifier', 'count_words', 'period_start', 'period_end', 'precision', 'grade', 'voices', 'title', 'rule', 'reasons', 'match_reason', 'lat', 'lon'];

/** @typedef {Record<string, string | number | null>} Row */

/**
 * A table as CSV: UTF-8 with a byte order mark, lines end as RFC 4180 has it. What a spreadsheet would take for a
 * formula gets an apostrophe before it.
 * @param {Row[]} rows
 * @param {string[]} [columns]
 */
export function csvOf(rows, columns = COLUMNS) {
    return `\ufeff${[columns, ...rows.map(row => columns.map(column => row[column]))].map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** @param {string | number | null | undefined} value */
function cell(value) {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    const safe = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * @param {{row: Row, geometry: object | null}[]} rows
 * @param {{title: string, sources: string[]}} about
 */
export function geojsonOf(rows, {title, sources}) {
    const names = COLUMNS.filter(name => name !== 'lat' && name !== 'lon'); // the geometry says it
    const features = rows.map(({row, geometry}) => (
        {type: 'Feature', id: row.id, properties: Object.fromEntries(names.map(name => [name, row[name]])), geometry}));
    return JSON.stringify({type: 'FeatureCollection', name: title, sources, features});
}

/**
 * The geometry of a row, as the map has it; null where nobody said where.
 * @param {any} layer
 * @param {number} row
 */
export function geometryOf(layer, row) {
    if (layer.ends) {
        if (!layer.ends[row]) return null;
        const from = degrees(layer.fromX[row], layer.fromY[row]);
        return layer.ends[row] === 1 ? {type: 'Point', coordinates: from} :
            {type: 'LineString', coordinates: [from, degrees(layer.toX[row], layer.toY[row])]};
    }
    if (row < layer.points) return {type: 'Point', coordinates: degrees(layer.mx[row], layer.my[row])};
    const shapes = layer.shapes, shape = (shapes.codes[row] ?? 0) - 1; // rows without a place have none
    if (shape < 0) return null;
    const rings = [];
    for (let ring = shapes.ringAt[shape]; ring < shapes.ringAt[shape + 1]; ring++) {
        const points = [];
        for (let i = shapes.pointAt[ring]; i < shapes.pointAt[ring + 1]; i++) points.push(degrees(shapes.x[i], shapes.y[i]));
        rings.push(points);
    }
    if (shapes.kinds[shape] === 0) return {type: 'MultiPoint', coordinates: rings.flat()};
    return shapes.kinds[shape] === 1 ? {type: 'MultiLineString', coordinates: rings} : {type: 'MultiPolygon', coordinates: polygons(rings)};
}

/**
 * Rings as polygons: a ring within an odd number of others is a hole of the smallest that holds it.
 * @param {number[][][]} rings
 */
export function polygons(rings) {
    const closed = rings.map(ring => (same(ring[0], ring[ring.length - 1]) ? ring : [...ring, ring[0]]));
    const around = closed.map((ring, i) => closed.map((_, j) => j).filter(j => j !== i && holds(closed[j], ring[0])));
    const outer = around.map(({length}) => length % 2 === 0);
    const found = new Map(closed.flatMap((ring, i) => (outer[i] ? [[i, [turned(ring, 1)]]] : [])));
    closed.forEach((ring, i) => {
        if (outer[i]) return;
        const parent = around[i].filter(j => outer[j]).sort((a, b) => around[b].length - around[a].length)[0];
        found.get(parent)?.push(turned(ring, -1));
    });
    return [...found.values()];
}

/**
 * A ring that runs counterclockwise (1) or clockwise (−1), as RFC 7946 wants outer rings and holes.
 * @param {number[][]} ring
 * @param {number} sense
 */
function turned(ring, sense) {
    let area = 0;
    for (let i = 0; i + 1 < ring.length; i++) area += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    return area * sense < 0 ? ring.toReversed() : ring;
}

/**
 * @param {number[][]} ring
 * @param {number[]} point
 */
function holds(ring, [x, y]) {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i], [xj, yj] = ring[j];
        if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function same(a, b) {
    return a[0] === b[0] && a[1] === b[1];
}

/**
 * @param {number} x mercator
 * @param {number} y mercator
 */
function degrees(x, y) {
    return [round(longitudeOf(x)), round(latitudeOf(y))];
}

/** @param {number} number */
function round(number) {
    return Math.round(number * 1e5) / 1e5;
}
