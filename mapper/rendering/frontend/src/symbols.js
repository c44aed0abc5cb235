// The symbols for numbers of people, drawn the same on the map and in its legend.
//
// Area is proportional to the number. A filled disc is the least, a hollow ring the most; a ring open at its top is
// "at least": nobody said where it ends. Grades are strokes, and words where there is room. Several incidents under
// one symbol are a second edge behind it, never a number: numbers on the map count people. Zero is a small ring with a
// stroke through it, an unknown number a small diamond: neither is "no incident".

import {NONE} from './payload.js';

/** Strokes of the ring, by grade. */
const DASHES = /** @type {Record<string, number[]>} */ ({
    confirmed: [], fair: [], weak: [5, 3], contested: [1.5, 3], discounted: [1, 5], ungraded: [], '': []
});
/** The gap in an open ring: 80° at the top. */
const GAP = 80 * Math.PI / 180;

/** The smallest radius that can be seen: only below it is a symbol larger than its number, and the legend says so. */
const LEAST = 1.5;

/**
 * Pixels of radius for one person, so that the greatest number known has a good size.
 * @param {number} most
 * @param {number} [largest] its radius, pixels
 */
export function unitRadius(most, largest = 26) {
    return Math.min(5, largest / Math.sqrt(Math.max(1, most)));
}

/**
 * A number that is easy to say and not below another: the scale ends at it, so the legend can show its largest symbol.
 * @param {number} number
 */
export function niceAbove(number) {
    if (number <= 1) return 1;
    const power = 10 ** Math.floor(Math.log10(number));
    return [1, 2, 3, 4, 5, 6, 8, 10].map(step => step * power).find(step => step >= number) ?? number;
}

/**
 * The radius of a disc for a number of people.
 * @param {number} number
 * @param {number} unit pixels of radius for one person
 */
export function radiusOf(number, unit) {
    return Math.max(LEAST, unit * Math.sqrt(number));
}

/**
 * The number below which all symbols are of one size.
 * @param {number} unit
 */
export function leastShown(unit) {
    return Math.floor((LEAST / unit) ** 2);
}

/**
 * The radius a symbol takes up, ring included.
 * @param {number} low
 * @param {number} high
 * @param {number} unit pixels of radius for one person
 */
export function symbolRadius(low, high, unit) {
    if (high > 0) return radiusOf(high, unit);
    if (high === NONE && low > 0) return radiusOf(low, unit) + 4;
    return 4;
}

/**
 * What a symbol looks like: `text` is its number in words and `notes` its grade, the long way and the short way, all
 * written where they fit.
 * @typedef {{low: number, high: number, grade: string, unit: number, colour: string, halo: string, superseded?: boolean,
 *            several?: boolean, text?: string, notes?: string[]}} Symbol
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {Symbol} symbol
 * @returns {boolean} whether its text was written in it
 */
export function drawSymbol(ctx, x, y, {low, high, grade, unit, colour, halo, superseded, several, text = '', notes = []}) {
    ctx.lineJoin = 'round';
    if (several) drawEdge(ctx, x, y, symbolRadius(low, high, unit), colour, halo);
    if (low <= 0 && high <= 0) {
        drawWithoutNumber(ctx, x, y, low === NONE && high === NONE, colour, halo);
        return false;
    }
    const inner = low > 0 ? radiusOf(low, unit) : 0, outer = symbolRadius(low, high, unit);
    const open = high === NONE;
    if (inner > 0) {
        ctx.beginPath();
        ctx.arc(x, y, inner, 0, 2 * Math.PI);
        ctx.strokeStyle = halo;
        ctx.lineWidth = 2; // half of it below the disc: the smallest must not vanish behind their own edge
        ctx.stroke();
        if (!superseded) {
            ctx.fillStyle = halo; // what lies below must not show through
            ctx.fill();
            ctx.globalAlpha = 0.82;
            ctx.fillStyle = colour;
            ctx.fill();
            ctx.globalAlpha = 1;
        }
    }
    if (open || outer > inner + 0.5 || superseded) {
        const start = open ? -Math.PI / 2 + GAP / 2 : 0, end = open ? 1.5 * Math.PI - GAP / 2 : 2 * Math.PI;
        for (const [width, style] of /** @type {[number, string][]} */ ([[4, halo], [1.75, colour]])) {
            ctx.beginPath();
            ctx.setLineDash(style === colour ? DASHES[grade] ?? [] : []);
            ctx.arc(x, y, outer, start, end);
            ctx.lineWidth = width;
            ctx.strokeStyle = style;
            ctx.stroke();
        }
        ctx.setLineDash([]);
    }
    return !superseded && writeInside(ctx, x, y, inner, text, notes, halo);
}

/**
 * The edge of another disc behind a symbol.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius of the symbol
 * @param {string} colour
 * @param {string} halo
 */
function drawEdge(ctx, x, y, radius, colour, halo) {
    const step = Math.min(3, 1.5 + radius / 8);
    ctx.beginPath();
    ctx.arc(x + step, y + step, radius + 0.5, 0, 2 * Math.PI);
    ctx.fillStyle = halo;
    ctx.fill();
    ctx.lineWidth = 1.25;
    ctx.strokeStyle = colour;
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, y, radius + 1, 0, 2 * Math.PI);
    ctx.fillStyle = halo;
    ctx.fill();
}

/**
 * The number and the grade, as far as they fit in a disc.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {string} text
 * @param {string[]} notes the longest first
 * @param {string} colour
 */
function writeInside(ctx, x, y, radius, text, notes, colour) {
    /** @param {string} words @param {number} size @param {number} rise from the middle to the far edge of the line */
    const fits = (words, size, rise) => {
        ctx.font = `600 ${size}px system-ui, sans-serif`;
        return radius > rise && ctx.measureText(words).width / 2 < Math.sqrt(radius ** 2 - rise ** 2) - 1;
    };
    const number = text && fits(text, 11, 5) ? text : '';
    const note = notes.find(words => words && (number ? fits(number, 11, 11) && fits(words, 9.5, 11) : fits(words, 11, 5))) ?? '';
    if (number) write(ctx, number, x, note ? y - 5.5 : y, colour, 11);
    if (note) write(ctx, note, x, number ? y + 6 : y, colour, number ? 9.5 : 11);
    return number !== '';
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {boolean} unknown
 * @param {string} colour
 * @param {string} halo
 */
function drawWithoutNumber(ctx, x, y, unknown, colour, halo) {
    ctx.beginPath();
    if (unknown) {
        ctx.moveTo(x, y - 5);
        ctx.lineTo(x + 5, y);
        ctx.lineTo(x, y + 5);
        ctx.lineTo(x - 5, y);
        ctx.closePath();
    } else {
        ctx.arc(x, y, 3.5, 0, 2 * Math.PI);
        ctx.moveTo(x - 5, y + 5);
        ctx.lineTo(x + 5, y - 5);
    }
    for (const [width, style] of /** @type {[number, string][]} */ ([[4, halo], [1.5, colour]])) {
        ctx.lineWidth = width;
        ctx.strokeStyle = style;
        ctx.stroke();
    }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 * @param {number} size
 */
function write(ctx, text, x, y, colour, size) {
    ctx.font = `600 ${size}px system-ui, sans-serif`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y + 0.5);
}

/**
 * Text with a halo, as labels on the map have it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 * @param {string} halo
 */
export function drawLabel(ctx, text, x, y, colour, halo) {
    ctx.lineJoin = 'round';
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = halo;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
}
