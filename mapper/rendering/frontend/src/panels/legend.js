// The legend, drawn by the same code as the map, and only for what is on it.

import {h, quoted} from '../dom.js';
import {coloursOf} from '../colours.js';
import {drawArrow, NO_NUMBER, VAGUE, widest} from '../layers/flows.js';
import {balanceWords} from '../layers/flow-labels.js';
import {curveOf} from '../layers/flow-geometry.js';
import {drawRefuge, drawStatement} from '../layers/marks.js';
import {classOf, hatch, HATCHES, mostOf} from '../layers/regions.js';
import {AREA} from '../layers/shapes.js';
import {localName, otherNames} from '../names.js';
import {NONE} from '../payload.js';
import {ratesLegend} from './rates-legend.js';
import {gradeWords} from '../i18n/words.js';
import {drawSymbol, leastShown, niceAbove, symbolRadius} from '../symbols.js';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {HTMLElement} body
 */
export function fillLegend(stage, body) {
    const shown = [...stage.layers.values()].filter(layer => layer.table && layer.table.rows && stage.map.hasLayer(layer) && layer.visible?.includes(1));
    const parts = shown.flatMap((layer) => {
        if (layer.kind === 'deaths') return layer.points || layer.shapes.size ? [deathsLegend(stage, layer)] : [];
        if (layer.kind === 'displacement') return layer.order.length ? [flowsLegend(stage, layer)] : [];
        if (layer.kind === 'rates') return [ratesGroup(stage, layer)];
        if (layer.kind === 'refuge' || layer.kind === 'statements') return [marksLegend(stage, layer)];
        return [];
    });
    body.replaceChildren(...parts);
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 */
function deathsLegend(stage, layer) {
    const words = /** @type {any} */ (stage.words), t = words.table, c = coloursOf(stage.map.getContainer());
    const {table, low, high, unit, visible} = layer, deaths = {unit, colour: c.deaths, halo: c.halo, grade: ''};
    const any = (/** @type {(row: number) => boolean} */ test, to = table.rows) => {
        for (let row = 0; row < to; row++) if (visible[row] && test(row)) return true;
        return false;
    };
    const rows = [];
    if (any(() => true, layer.points)) {
        for (const size of sizes(layer.most)) {
            rows.push(entry(words.number(size), swatch(2 * symbolRadius(size, size, unit) + 6, (ctx, s) =>
                drawSymbol(ctx, s / 2, s / 2, {...deaths, low: size, high: size}))));
        }
        if (leastShown(unit) > 1) rows.push(entry(t.legendLeast(words.number(leastShown(unit))), swatch(12, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {...deaths, low: 1, high: 1}))));
        const example = Math.max(4, Math.round(100 / unit ** 2));
        rows.push(entry(t.legendDisc, swatch(30, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {...deaths, low: example, high: example}))));
        if (any(row => high[row] !== NONE && high[row] > low[row], layer.points)) {
            rows.push(entry(t.legendRing, swatch(36, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {...deaths, low: example / 2, high: example * 2}))));
        }
        if (any(row => high[row] === NONE && low[row] > 0, layer.points)) {
            rows.push(entry(t.legendOpen, swatch(36, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {...deaths, low: example, high: NONE}))));
        }
        if (any(row => high[row] === NONE && low[row] === NONE, layer.points)) {
            rows.push(entry(t.legendUnknown, swatch(24, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {...deaths, low: NONE, high: NONE}))));
        }
        if (any(row => high[row] === 0, layer.points)) {
            rows.push(entry(t.legendZero, swatch(24, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {...deaths, low: 0, high: 0}))));
        }
        if (layer.clusters?.some((/** @type {any} */ cluster) => cluster.count > 1)) {
            rows.push(entry(t.legendSeveral, swatch(40, (ctx, s) =>
                drawSymbol(ctx, s / 2 - 1, s / 2 - 1, {...deaths, low: example, high: example, several: true}))));
        }
        const alone = new Set(layer.clusters?.map((/** @type {any} */ {count, row}) => (count === 1 ? table.code('grade', row) : '')));
        for (const grade of table.dictionaries.grade) {
            const signs = gradeWords(words, grade);
            if (!signs.length || !alone.has(grade)) continue;
            rows.push(entry(t.legendGrade(signs[1], signs[0]), swatch(40, (ctx, s) => drawSymbol(ctx, s / 2, s / 2, {
                ...deaths, unit: 1, grade, low: 150, high: 290, notes: signs.slice(1)}))));
        }
    }
    const said = layer.regions.order.filter((/** @type {number} */ shape) => layer.regions.rows[shape].some((/** @type {number} */ row) => visible[row]));
    if (said.some((/** @type {number} */ shape) => layer.shapes.dots(shape).length)) {
        rows.push(entry(t.legendPlaces, swatch([64, 26], (ctx, width, height) => {
            ctx.setLineDash([3, 3]);
            ctx.strokeStyle = c.region;
            ctx.lineWidth = 1.75;
            for (const x of [12, width - 12]) {
                ctx.beginPath();
                ctx.arc(x, height / 2, 9, 0, 2 * Math.PI);
                ctx.stroke();
            }
            ctx.beginPath();
            ctx.moveTo(21, height / 2);
            ctx.lineTo(width - 21, height / 2);
            ctx.stroke();
        })));
    }
    const classes = new Set(said.filter((/** @type {number} */ shape) => layer.shapes.kinds[shape] === AREA)
        .map((/** @type {number} */ shape) => classOf(mostOf(layer, layer.regions.rows[shape].filter((/** @type {number} */ row) => visible[row])))));
    if (classes.size) {
        rows.push(entry(t.legendHatch, h('span')));
        for (const [index, gap] of HATCHES.entries()) {
            if (!classes.has(index)) continue;
            const least = 10 ** index, high = index < HATCHES.length - 1 ? 10 * least - 1 : null;
            rows.push(entry(words.figure({low: least, best: null, high}), swatch([64, 26], (ctx, width, height) => {
                hatch(ctx, {left: 0, top: 0, width, height}, gap, c.region);
                ctx.strokeStyle = c.region;
                ctx.lineWidth = 3;
                ctx.strokeRect(0, 0, width, height);
            })));
        }
        if (any(row => table.code('precision', row) === 'zone')) {
            rows.push(entry(t.legendZone, swatch(34, (ctx, s) => {
                ctx.setLineDash([8, 5]);
                ctx.strokeStyle = c.region;
                ctx.lineWidth = 1.5;
                ctx.strokeRect(2, 7, s - 4, s - 14);
            })));
        }
    }
    if (table.meta.near.some((/** @type {[number, number]} */ [row]) => visible[row])) {
        rows.push(entry(t.legendNear, swatch(34, (ctx, s) => {
            ctx.setLineDash([4, 4]);
            ctx.strokeStyle = c.region;
            ctx.beginPath();
            ctx.arc(s / 2, s / 2, s / 2 - 3, 0, 2 * Math.PI);
            ctx.stroke();
        })));
    }
    return group(layer.options.label || `${t.layerNames.deaths} (${t.measures.killed})`, rows);
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 */
function flowsLegend(stage, layer) {
    const words = /** @type {any} */ (stage.words), t = words.table, c = coloursOf(stage.map.getContainer());
    const {table} = layer, rows = [];
    const arrow = (/** @type {number} */ width, dashed = false, stub = false) => swatch([80, 32], (ctx, w, h_) =>
        drawArrow(ctx, curveOf(12, h_ / 2, w - (stub ? 9 : 3), h_ / 2, 0.08), {
            width, band: 0, open: false, end: stub ? 1 : 2, dashed, colour: c.displaced, halo: c.halo}));
    for (const [unit, most] of Object.entries(table.meta.most)) {
        const label = (/** @type {number} */ count) => {
            const told = words.told({low: count, best: count, high: count}, '', unit);
            return unit === 'household' ? t.legendDashed(told) : told;
        };
        rows.push(entry(label(most), arrow(widest(most), unit === 'household')));
        if (most > 5) rows.push(entry(label(niceBelow(most / 4)), arrow(Math.max(1.5, widest(most) * niceBelow(most / 4) / most), unit === 'household')));
    }
    const any = (/** @type {(row: number) => boolean} */ test) => layer.order.some((/** @type {number} */ row) => layer.visible[row] && test(row));
    for (const unit of ['person', 'household']) {
        if (any(row => layer.isVague(row) && (table.code('unit', row) || 'person') === unit)) {
            rows.push(entry(unit === 'household' ? t.legendVagueHouseholds : t.legendVague, arrow(VAGUE, unit === 'household')));
        }
    }
    if (any(row => layer.low[row] === NONE)) rows.push(entry(t.legendFlowUnknown, arrow(NO_NUMBER)));
    if (any(row => layer.ends[row] !== 2)) rows.push(entry(t.legendStub, arrow(6, false, true)));
    if (layer.balances?.length) rows.push(entry(t.legendBalance, h('span')), ...balanceRows(stage, layer));
    if (layer.others) rows.push(entry(t.legendOthers(words.number(layer.others)), h('span')));
    return group(layer.options.label || t.layerNames.displacement, rows);
}

/**
 * The balances of places in words; their names come when they are decoded.
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 */
function balanceRows(stage, layer) {
    return layer.balances.slice(0, 8).map((/** @type {import('../layers/flow-balance.js').Balance} */ balance) => {
        const name = h('strong'), text = balanceWords(/** @type {any} */ (stage.words), balance).join(' · ');
        layer.table.record(balance.row).then((/** @type {Record<string, string>} */ record) => {
            const place = balance.starts ? record.origin_name : record.destination_name;
            if (place) name.append(quoted(localName(/** @type {any} */ (stage.words), otherNames(stage), place)), ': ');
        });
        return h('li', {class: 'mapper-balance'}, h('span'), h('span', {}, name, text));
    });
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 */
function ratesGroup(stage, layer) {
    const {title, rows} = ratesLegend(stage, layer, {entry, swatch});
    return group(title, rows);
}

/**
 * @param {import('../stage.js').Stage} stage
 * @param {any} layer
 */
function marksLegend(stage, layer) {
    const t = /** @type {any} */ (stage.words).table, c = coloursOf(stage.map.getContainer());
    const refuge = layer.kind === 'refuge';
    const numbered = refuge ? sizes(layer.table.meta.most).filter(size => size > 1) : [];
    const words = /** @type {any} */ (stage.words);
    const mark = swatch(30, (ctx, s) => (refuge ? drawRefuge(ctx, s / 2, s / 2, 7, c.refuge, c.halo) : drawStatement(ctx, s / 2, s / 2, c.statement, c.halo)));
    return group(layer.options.label || t.layerNames[layer.kind], [
        entry(refuge ? t.legendRefuge : t.legendStatement, mark),
        ...numbered.map(size => entry(words.number(size), swatch(60, (ctx, s) =>
            drawRefuge(ctx, s / 2, s / 2 + 3, layer.halfFor(size), c.refuge, c.halo))))
    ]);
}

/**
 * Three numbers that are easy to say, the greatest not below the greatest on the map.
 * @param {number} most
 */
export function sizes(most) {
    const top = niceAbove(most);
    return [...new Set([top, niceBelow(top / 4), niceBelow(top / 16)])].filter(size => size >= 1);
}

/** @param {number} number */
function niceBelow(number) {
    if (number < 1) return 1;
    const power = 10 ** Math.floor(Math.log10(number));
    return [5, 2, 1].map(step => step * power).find(step => step <= number) ?? power;
}

/**
 * @param {string} title
 * @param {HTMLElement[]} rows
 */
function group(title, rows) {
    return h('div', {class: 'mapper-legend-group'}, h('h3', {}, title), h('ul', {}, ...rows));
}

/**
 * @param {string} text
 * @param {HTMLElement} picture
 */
function entry(text, picture) {
    return h('li', {}, picture, h('span', {}, text));
}

/**
 * A small canvas, sharp on every screen.
 * @param {number | [number, number]} size
 * @param {(ctx: CanvasRenderingContext2D, width: number, height: number) => void} draw
 */
function swatch(size, draw) {
    const [width, height] = typeof size === 'number' ? [size, size] : size;
    const ratio = Math.max(2, window.devicePixelRatio || 1);
    const canvas = /** @type {HTMLCanvasElement} */ (h('canvas', {width: Math.round(width * ratio), height: Math.round(height * ratio), 'aria-hidden': 'true'}));
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    ctx.scale(ratio, ratio);
    draw(ctx, width, height);
    return canvas;
}
