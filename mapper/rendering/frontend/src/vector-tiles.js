// What draws vector tiles: only in pages that carry some.

import {drawVectors} from './layers/vector-tiles.js';

/** @type {any} */ (globalThis).mapper.drawVectors = drawVectors;
