// What is shown now, row by row, for the files.

import {h} from '../dom.js';
import {idOf} from '../fragment.js';
import {figureOf, groupOf, measureOf, sentence, shownLayers} from '../items.js';
import {ownTitle} from '../panels/item.js';
import {reasonItems, ruleWords} from '../panels/reasons.js';
import {geometryOf} from './export.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @returns {Promise<{row: import('./export.js').Row, geometry: any}[]>}
 */
export async function shownRows(stage) {
    const rows = [];
    for (const layer of shownLayers(stage)) {
        const {table, claimsTable: claims} = layer, linked = claims && table.has('claims.size');
        const why = linked ? await claims.column('match_reason') : [];
        for (let row = 0; row < table.rows; row++) {
            if (!layer.visible[row]) continue;
            const record = await table.record(row), figure = figureOf(table, row), geometry = geometryOf(layer, row);
            const [lon, lat] = geometry?.type === 'Point' ? /** @type {number[]} */ (geometry.coordinates) : [null, null];
            rows.push({
                geometry, row: {
                    layer: layer.key, id: await idOf(stage, {layer: layer.key, row}), place_name: record.place_name ?? '',
                    origin_name: record.origin_name ?? '', destination_name: record.destination_name ?? '', measure: measureOf(layer, row), group: groupOf(layer, row),
                    unit: record.unit || 'person', count_low: figure.low, count_best: figure.best, count_high: figure.high,
                    qualifier: figure.qualifier ?? '', count_words: figure.words ?? '', period_start: date(table, 'period_start', row),
                    period_end: date(table, 'period_end', row), precision: record.precision ?? '', grade: record.grade ?? '',
                    voices: record.voices ?? '', title: titleOf(stage, layer, row, record), rule: record.rule ? h('p', {}, ...ruleWords(stage.words, record.rule)).textContent : '',
                    reasons: (await reasonItems(stage, claims, record)).map(item => item.textContent).join(' | '), match_reason: linked ? [...new Set(Array.from(table.list('claims', row), claim => why[claim]))].filter(Boolean).join('; ') : '',
                    lat, lon
                }
            });
        }
    }
    return rows;
}

/**
 * A title somebody gave; one that was made of figure, place and days is made anew in another language.
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 * @param {number} row
 * @param {Record<string, string>} record
 */
function titleOf(stage, layer, row, record) {
    return !record.title || stage.words.language === 'en' || ownTitle(record) ? record.title ?? '' : sentence(stage, layer, row, record);
}

/**
 * @param {import('../payload.js').Table} table
 * @param {string} name
 * @param {number} row
 */
function date(table, name, row) {
    const day = table.has(name) ? table.number(name, row) : null;
    return day === null ? '' : new Date(day * 864e5).toISOString().slice(0, 10);
}
