// Letters on the map: as much larger than usual as the reader has set those of the page.

const FACE = 'system-ui, sans-serif';

/** How many times the usual size, 1 to 2; a page that sets its letters small does not make a map illegible. */
export function lettering() {
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    return Math.max(1, Math.min(2, size / 16 || 1));
}

/**
 * A font for a canvas.
 * @param {number} size pixels at the usual size
 * @param {number} [weight]
 * @param {string} [style]
 */
export function font(size, weight = 400, style = '') {
    return `${style} ${weight} ${size * lettering()}px ${FACE}`.trim();
}

/**
 * A text in lines no wider than there is room, in the font that is set.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} width
 */
export function broken(ctx, text, width) {
    /** @type {string[]} */
    const lines = [];
    for (const word of text.split(/\s+/).filter(Boolean)) {
        const last = lines[lines.length - 1], longer = last === undefined ? word : `${last} ${word}`;
        if (last !== undefined && ctx.measureText(longer).width <= width) lines[lines.length - 1] = longer;
        else lines.push(word);
    }
    return lines;
}
