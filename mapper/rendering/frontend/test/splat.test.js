import assert from 'node:assert/strict';
import test from 'node:test';
import {Splat} from '../src/splat.js';

// Node has no ImageData; the splat needs its buffer and nothing else.
/** @type {any} */ (globalThis).ImageData = class {
    /**
     * @param {number} width
     * @param {number} height
     */
    constructor(width, height) {
        this.data = new Uint8ClampedArray(4 * width * height);
    }
};

const DARK = 0xff202020, WHITE = 0xffffffff;

test('a disc has its colour in the middle, a rim round it, and nothing beyond', () => {
    const splat = new Splat(21, 21, DARK, WHITE);
    splat.disc(10, 10, 4, true);
    assert.equal(splat.pixels[10 * 21 + 10], DARK);
    assert.equal(splat.pixels[10 * 21 + 15], WHITE);
    assert.equal(splat.pixels[10 * 21 + 17], 0);
});

test('the area of a disc is that of its radius', () => {
    const splat = new Splat(101, 101, DARK, WHITE);
    splat.disc(50, 50, 20, true);
    const dark = splat.pixels.filter(pixel => pixel !== 0 && (pixel & 255) < 128).length;
    assert.ok(Math.abs(dark - Math.PI * 400) < 40, `${dark}`);
});

test('a disc on the edge stays on its lines', () => {
    const splat = new Splat(20, 20, DARK, WHITE);
    splat.disc(0, 10, 3, true);
    splat.disc(-50, 10, 3, true);
    assert.equal(splat.pixels[10 * 20], DARK);
    assert.equal(splat.pixels[9 * 20 + 19], 0);
    assert.equal(splat.pixels[10 * 20 + 19], 0);
});
