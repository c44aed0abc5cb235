// Thousands of discs written straight into the pixels of a canvas: without a GPU far faster than paths or WebGL.
//
// Each radius (in quarter pixels) has one stamp, made when first met: the pixels of the disc and of a rim in the
// colour of the ground, as offsets into the image. Stamping is a copy; only the outer edge may be blended.

/**
 * @typedef {object} Stamp
 * @property {number} reach pixels from the centre to the farthest pixel
 * @property {Int32Array} solid offsets of pixels that are covered by half or more
 * @property {Uint32Array} colours of these
 * @property {Int32Array} soft offsets of the rest
 * @property {Uint8Array} alphas of these, 1…127
 */

/** Width of the rim, pixels. */
const RIM = 1;

export class Splat {
    /**
     * @param {number} width device pixels
     * @param {number} height device pixels
     * @param {number} colour 0xffbbggrr
     * @param {number} halo 0xffbbggrr, of the rim
     */
    constructor(width, height, colour, halo) {
        this.width = width;
        this.height = height;
        this.colour = colour;
        this.halo = halo;
        this.image = new ImageData(width, height);
        this.pixels = new Uint32Array(this.image.data.buffer);
        /** @type {Stamp[]} by quarter pixels of radius */
        this._stamps = [];
    }

    /**
     * Whether it can be used again for an image of this size and these colours.
     * @param {number} width
     * @param {number} height
     * @param {number} colour
     * @param {number} halo
     */
    fits(width, height, colour, halo) {
        return this.width === width && this.height === height && this.colour === colour && this.halo === halo;
    }

    clear() {
        this.pixels.fill(0);
    }

    /**
     * @param {number} x device pixels
     * @param {number} y device pixels
     * @param {number} radius device pixels, without the rim
     * @param {boolean} blend whether the outer edge is blended: too fine to be seen among very many
     */
    disc(x, y, radius, blend) {
        const quarters = Math.round(radius * 4), stamp = this._stamps[quarters] ??= this._stamp(quarters / 4);
        const column = Math.round(x), line = Math.round(y), {reach, solid, colours, soft, alphas} = stamp, {pixels} = this;
        if (column < -reach || line < -reach || column >= this.width + reach || line >= this.height + reach) return;
        if (column < reach || line < reach || column >= this.width - reach || line >= this.height - reach) {
            this._clipped(column, line, stamp);
            return;
        }
        const centre = line * this.width + column;
        for (let i = 0; i < solid.length; i++) pixels[centre + solid[i]] = colours[i];
        if (blend) for (let i = 0; i < soft.length; i++) this._blend(centre + soft[i], alphas[i]);
    }

    /**
     * A disc on the edge of the image.
     * @param {number} column
     * @param {number} line
     * @param {Stamp} stamp
     */
    _clipped(column, line, {reach, solid, colours}) {
        for (let i = 0; i < solid.length; i++) {
            const dy = Math.round(solid[i] / this.width), dx = solid[i] - dy * this.width;
            const x = column + dx, y = line + dy;
            if (Math.abs(dx) <= reach && x >= 0 && y >= 0 && x < this.width && y < this.height) this.pixels[y * this.width + x] = colours[i];
        }
    }

    /**
     * The rim over what is there.
     * @param {number} at
     * @param {number} alpha 1…255
     */
    _blend(at, alpha) {
        const there = this.pixels[at], kept = (there >>> 24) * (255 - alpha) / 255, sum = alpha + kept, {halo} = this;
        const mixed = (/** @type {number} */ shift) =>
            ((halo >>> shift & 255) * alpha + (there >>> shift & 255) * kept) / sum << shift;
        this.pixels[at] = (sum << 24 | mixed(16) | mixed(8) | mixed(0)) >>> 0;
    }

    /**
     * @param {number} radius
     * @returns {Stamp}
     */
    _stamp(radius) {
        const reach = Math.ceil(radius + RIM);
        const solid = [], colours = [], soft = [], alphas = [];
        for (let y = -reach; y <= reach; y++) {
            for (let x = -reach; x <= reach; x++) {
                const distance = Math.hypot(x, y), outer = covered(radius + RIM - distance);
                if (outer >= 0.5) {
                    solid.push(y * this.width + x);
                    colours.push(mix(this.halo, this.colour, covered(radius - distance)));
                } else if (outer > 0) {
                    soft.push(y * this.width + x);
                    alphas.push(Math.max(1, outer * 255));
                }
            }
        }
        return {reach, solid: Int32Array.from(solid), colours: Uint32Array.from(colours), soft: Int32Array.from(soft), alphas: Uint8Array.from(alphas)};
    }
}

/**
 * Share of a pixel that lies within an edge this far away.
 * @param {number} distance
 */
function covered(distance) {
    return Math.max(0, Math.min(1, distance + 0.5));
}

/**
 * @param {number} a 0xffbbggrr
 * @param {number} b 0xffbbggrr
 * @param {number} share of b
 */
function mix(a, b, share) {
    const channel = (/** @type {number} */ shift) => Math.round((a >>> shift & 255) * (1 - share) + (b >>> shift & 255) * share) << shift;
    return (0xff000000 | channel(16) | channel(8) | channel(0)) >>> 0;
}
