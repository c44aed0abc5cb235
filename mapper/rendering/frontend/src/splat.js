// Thousands of discs written straight into the pixels of a canvas: without a GPU far faster than paths or WebGL.
//
// Each radius (in quarter pixels) has one mask of coverage, made when first met; a disc is its mask blended in.

/** @type {Map<number, {size: number, alpha: Uint8Array}>} */
const masks = new Map();

/**
 * Coverage of a disc centred on a pixel, 0…255.
 * @param {number} quarters of a pixel
 */
function maskOf(quarters) {
    let mask = masks.get(quarters);
    if (!mask) {
        const radius = quarters / 4, half = Math.ceil(radius), size = 2 * half + 1;
        const alpha = new Uint8Array(size * size);
        for (let y = -half; y <= half; y++) {
            for (let x = -half; x <= half; x++) {
                alpha[(y + half) * size + x + half] = 255 * Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(x, y)));
            }
        }
        masks.set(quarters, mask = {size, alpha});
    }
    return mask;
}

export class Splat {
    /**
     * @param {number} width device pixels
     * @param {number} height device pixels
     */
    constructor(width, height) {
        this.width = width;
        this.height = height;
        this.image = new ImageData(width, height);
        this.pixels = new Uint32Array(this.image.data.buffer);
    }

    clear() {
        this.pixels.fill(0);
    }

    /**
     * A disc in one colour, opaque inside, with a soft edge.
     * @param {number} x device pixels
     * @param {number} y device pixels
     * @param {number} radius device pixels
     * @param {number} colour 0xbbggrr
     * @param {number} halo 0xbbggrr, the colour of a one pixel rim
     */
    disc(x, y, radius, colour, halo) {
        this._blend(x, y, radius + 1, halo);
        this._blend(x, y, radius, colour);
    }

    /**
     * @param {number} cx
     * @param {number} cy
     * @param {number} radius
     * @param {number} colour
     */
    _blend(cx, cy, radius, colour) {
        const {size, alpha} = maskOf(Math.round(radius * 4));
        const left = Math.round(cx) - (size >> 1), top = Math.round(cy) - (size >> 1);
        const x0 = Math.max(0, -left), x1 = Math.min(size, this.width - left);
        const y0 = Math.max(0, -top), y1 = Math.min(size, this.height - top);
        const {pixels, width} = this, r = colour & 255, g = colour >> 8 & 255, b = colour >> 16 & 255;
        for (let y = y0; y < y1; y++) {
            let at = (top + y) * width + left + x0;
            for (let m = y * size + x0, end = y * size + x1; m < end; m++, at++) {
                const a = alpha[m];
                if (a === 255) {
                    pixels[at] = 0xff000000 | colour;
                } else if (a) {
                    // over: source alpha a, what is there has alpha d
                    const there = pixels[at], d = there >>> 24, keep = d * (255 - a) / 255, sum = a + keep;
                    const mix = (/** @type {number} */ s, /** @type {number} */ t) => (s * a + t * keep) / sum & 255;
                    pixels[at] = (sum << 24 | mix(b, there >> 16 & 255) << 16 | mix(g, there >> 8 & 255) << 8 | mix(r, there & 255)) >>> 0;
                }
            }
        }
    }
}
