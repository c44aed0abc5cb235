// The view as a picture: title, map and legend on one sheet, with its sources and what the names do not imply.

import {broken} from '../lettering.js';

const RATIO = 2, EDGE = 28, SIDE = 300;

/** Room for a symbol of the legend, its words beside it. */
const BESIDE = 96;
const FACE = 'system-ui, "Segoe UI", "Noto Sans", "Noto Naskh Arabic", sans-serif';

/**
 * @param {import('../stage.js').Stage} stage
 * @param {{title: string, lines: string[]}} words lines stand below the map
 * @returns {HTMLCanvasElement}
 */
export function pictureOf(stage, {title, lines}) {
    const map = stage.map.getContainer(), {width, height} = map.getBoundingClientRect(), rtl = stage.words.direction === 'rtl';
    const sheet = document.createElement('canvas'), ctx = /** @type {CanvasRenderingContext2D} */ (sheet.getContext('2d'));
    const whole = width + SIDE + 3 * EDGE;
    ctx.font = `600 26px ${FACE}`;
    const heading = broken(ctx, title, whole - 2 * EDGE);
    ctx.font = `13px ${FACE}`;
    const foot = lines.flatMap(line => broken(ctx, line, whole - 2 * EDGE));
    const legend = legendEntries(ctx, stage.panels.legend.body);
    const top = EDGE + heading.length * 34 + 10, below = top + Math.max(height, legend.reduce((sum, entry) => sum + entry.height, 0)) + 18;
    sheet.width = whole * RATIO;
    sheet.height = (below + foot.length * 19 + EDGE) * RATIO;
    ctx.scale(RATIO, RATIO);
    const style = getComputedStyle(map), paper = style.getPropertyValue('--mapper-paper'), ink = style.getPropertyValue('--mapper-ink');
    ctx.fillStyle = paper;
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.direction = stage.words.direction;
    ctx.textAlign = 'start';
    ctx.textBaseline = 'top';
    ctx.fillStyle = ink;
    const start = rtl ? whole - EDGE : EDGE, left = rtl ? whole - EDGE - width : EDGE;
    ctx.font = `600 26px ${FACE}`;
    heading.forEach((line, i) => ctx.fillText(line, start, EDGE + i * 34));
    drawMap(ctx, map, left, top, width, height);
    drawLegend(ctx, legend, rtl ? left - EDGE : left + width + EDGE, top, rtl, ink);
    ctx.font = `13px ${FACE}`;
    foot.forEach((line, i) => ctx.fillText(line, start, below + i * 19));
    return sheet;
}

/**
 * Every canvas of the map, in the order in which they lie over one another.
 * @param {CanvasRenderingContext2D} ctx
 * @param {HTMLElement} map
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 */
function drawMap(ctx, map, left, top, width, height) {
    const frame = map.getBoundingClientRect();
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.fillStyle = getComputedStyle(map).backgroundColor;
    ctx.fillRect(left, top, width, height);
    const canvases = [...map.querySelectorAll('.leaflet-pane canvas')].map(canvas => /** @type {HTMLCanvasElement} */ (canvas));
    const depth = (/** @type {Element} */ canvas) => Number(getComputedStyle(/** @type {Element} */ (canvas.closest('.leaflet-pane'))).zIndex) || 0;
    for (const canvas of canvases.sort((a, b) => depth(a) - depth(b))) {
        const box = canvas.getBoundingClientRect();
        if (box.width) ctx.drawImage(canvas, left + box.left - frame.left, top + box.top - frame.top, box.width, box.height);
    }
    const bar = map.querySelector('.leaflet-control-scale-line');
    if (bar?.checkVisibility()) drawScale(ctx, bar, left - frame.left, top - frame.top);
    ctx.restore();
    ctx.strokeStyle = getComputedStyle(map).getPropertyValue('--mapper-line');
    ctx.strokeRect(left, top, width, height);
}

/**
 * The scale bar, as it stands on the map.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Element} bar
 * @param {number} dx
 * @param {number} dy
 */
function drawScale(ctx, bar, dx, dy) {
    const {left, right, top, bottom, width, height} = bar.getBoundingClientRect(), style = getComputedStyle(bar);
    ctx.fillStyle = style.backgroundColor;
    ctx.fillRect(left + dx, top + dy, width, height);
    ctx.strokeStyle = style.borderBottomColor;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(left + dx, top + dy);
    ctx.lineTo(left + dx, bottom + dy);
    ctx.lineTo(right + dx, bottom + dy);
    ctx.lineTo(right + dx, top + dy);
    ctx.stroke();
    ctx.fillStyle = style.color;
    ctx.font = `13px ${FACE}`;
    ctx.textAlign = 'center';
    ctx.fillText(bar.textContent ?? '', (left + right) / 2 + dx, top + dy + 3);
    ctx.textAlign = 'start';
    ctx.lineWidth = 1;
}

/** @typedef {{text: string, lines: string[], canvas: HTMLCanvasElement | null, height: number}} Entry `lines` of a heading: none */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {HTMLElement} body
 * @returns {Entry[]}
 */
function legendEntries(ctx, body) {
    ctx.font = `14px ${FACE}`;
    return [...body.querySelectorAll('h3, li')].map((element) => {
        const canvas = element.querySelector('canvas'), text = element.textContent ?? '';
        const lines = element.localName === 'h3' ? [] : broken(ctx, text, canvas ? SIDE - BESIDE : SIDE);
        return {text, lines, canvas, height: Math.max(canvas ? Math.max(40, canvas.getBoundingClientRect().height + 8) : 32, lines.length * 17 + 6)};
    });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Entry[]} entries
 * @param {number} start
 * @param {number} top
 * @param {boolean} rtl
 * @param {string} ink
 */
function drawLegend(ctx, entries, start, top, rtl, ink) {
    let y = top;
    ctx.fillStyle = ink;
    for (const {text, lines, canvas, height} of entries) {
        if (canvas) {
            const box = canvas.getBoundingClientRect(), x = rtl ? start - BESIDE / 2 - box.width / 2 : start + BESIDE / 2 - box.width / 2;
            if (box.width) ctx.drawImage(canvas, x, y + (height - box.height) / 2, box.width, box.height);
        }
        ctx.font = lines.length ? `14px ${FACE}` : `600 15px ${FACE}`;
        const inset = canvas ? BESIDE : 0, at = y + (height - lines.length * 17) / 2;
        if (!lines.length) ctx.fillText(text, start, y + 8);
        lines.forEach((line, i) => ctx.fillText(line, rtl ? start - inset : start + inset, at + i * 17));
        y += height;
    }
}
