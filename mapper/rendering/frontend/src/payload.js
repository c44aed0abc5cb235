// Tables as the page holds them: one block of numbers to draw from, and chunks of words for later.
// `mapper/rendering/payload.py` is the other half, and says how the bytes lie.

/** What stands for null in an array of whole numbers. */
export const NONE = -0x80000000;

/** Chunks of words that are kept: more than what is shown at once lies in. */
const KEPT = 64;

/**
 * @typedef {{name: string, size: number, width: number, least: number, delta: boolean, nulls: boolean, plus?: string}} ArrayHead
 * @typedef {{rows: number, meta: Record<string, any>, arrays: ArrayHead[],
 *            dictionaries: Record<string, string[]>, words: string[], chunk: number}} Head
 * @typedef {Int32Array | Uint32Array | Uint16Array | Uint8Array} Numbers
 */

export class Table {
    /**
     * Decode the block that stands in the page under an id.
     * @param {string} id
     * @returns {Promise<Table>}
     */
    static async load(id) {
        return new Table(id, await unpacked(await textOf(id)));
    }

    /**
     * @param {string} id
     * @param {Uint8Array} bytes
     */
    constructor(id, bytes) {
        const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
        /** @type {Head} */
        const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
        this.id = id;
        this.rows = head.rows;
        this.meta = head.meta;
        this.dictionaries = head.dictionaries;
        this._chunk = head.chunk;
        this._words = new Set(head.words);
        /** @type {Map<number, Promise<Record<string, (string | null)[]>>>} */
        this._chunks = new Map();
        /** @type {Map<string, Numbers>} */
        this._arrays = new Map();
        /** @type {Record<string, Numbers>} columns that stand in for others for the time being */
        this.instead = {};
        /** @type {Map<string, Uint32Array>} */
        this._starts = new Map();
        let at = 4 + length;
        for (const array of head.arrays) {
            const values = numbers(bytes, at, array);
            if (array.plus) added(/** @type {Int32Array} */ (values), this.array(array.plus));
            this._arrays.set(array.name, values);
            at += array.size * array.width;
        }
    }

    /**
     * Whether the table has a column, whichever way it is kept.
     * @param {string} name
     */
    has(name) {
        return this._arrays.has(name) || this._words.has(name);
    }

    /**
     * A column of numbers, or of codes.
     * @param {string} name
     * @returns {Numbers}
     */
    array(name) {
        const array = this.instead[name] ?? this._arrays.get(name);
        if (!array) throw new Error(`Got no array ${name} in ${this.id}, expected one of ${[...this._arrays.keys()]}.`);
        return array;
    }

    /**
     * A number, or null where nobody said.
     * @param {string} name
     * @param {number} row
     * @returns {number | null}
     */
    number(name, row) {
        const value = this.array(name)[row];
        return value === NONE ? null : value;
    }

    /**
     * The word a code stands for; '' is null.
     * @param {string} name
     * @param {number} row
     * @returns {string}
     */
    code(name, row) {
        return this.dictionaries[name][this.array(name)[row]];
    }

    /**
     * A list of numbers.
     * @param {string} name
     * @param {number} row
     */
    list(name, row) {
        let starts = this._starts.get(name);
        if (!starts) {
            const sizes = this.array(`${name}.size`);
            starts = new Uint32Array(this.rows + 1);
            for (let i = 0; i < this.rows; i++) starts[i + 1] = starts[i] + sizes[i];
            this._starts.set(name, starts);
        }
        return this.array(`${name}.items`).subarray(starts[row], starts[row + 1]);
    }

    /**
     * All words of one row; unpacks the rows around it.
     * @param {number} row
     * @returns {Promise<Record<string, string>>} '' is null
     */
    async record(row) {
        /** @type {Record<string, string>} */
        const record = {};
        for (const name of Object.keys(this.dictionaries)) {
            if (this._arrays.get(name)?.length === this.rows) record[name] = this.code(name, row);
        }
        if (this._words.size) {
            const words = await this.chunk(Math.floor(row / this._chunk));
            for (const name of this._words) record[name] = words[name][row % this._chunk] ?? '';
        }
        return record;
    }

    /**
     * A column of words, whole: for sorting and searching, not for a click.
     * @param {string} name
     * @returns {Promise<string[]>} '' is null
     */
    async column(name) {
        /** @type {string[]} */
        const out = new Array(this.rows).fill('');
        if (this.dictionaries[name]) {
            const words = this.dictionaries[name], codes = this.array(name);
            for (let row = 0; row < this.rows; row++) out[row] = words[codes[row]];
        } else if (this._words.has(name)) {
            for (let from = 0; from < this.rows; from += this._chunk) {
                const chunk = (await this.chunk(from / this._chunk))[name];
                for (let i = 0; i < chunk.length; i++) out[from + i] = chunk[i] ?? '';
            }
        }
        return out;
    }

    /** How many rows have their words in one chunk. */
    get chunkRows() {
        return this._chunk;
    }

    /**
     * Whether the words of a column lie in chunks.
     * @param {string} name
     */
    isLoose(name) {
        return this._words.has(name);
    }

    /**
     * The words of one chunk of rows, column by column. Kept while others are not asked for.
     * @param {number} index
     */
    chunk(index) {
        let chunk = this._chunks.get(index);
        if (!chunk) {
            chunk = textOf(`${this.id}-${index}`).then(unpacked).then(bytes => JSON.parse(new TextDecoder().decode(bytes)));
            if (this._chunks.size > KEPT) this._chunks.clear();
            this._chunks.set(index, chunk);
        }
        return chunk;
    }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {ArrayHead} head
 * @returns {Numbers}
 */
function numbers(bytes, at, {size, width, least, delta, nulls}) {
    if (width === 1 && !least && !delta && !nulls) return bytes.slice(at, at + size);
    const plain = !delta && !nulls && least === 0;
    const out = plain && width === 2 ? new Uint16Array(size) : new Int32Array(size);
    for (let plane = 0; plane < width; plane++) {
        const shift = plane * 8, from = at + plane * size;
        for (let i = 0; i < size; i++) out[i] |= bytes[from + i] << shift;
    }
    if (delta) {
        for (let i = 0, sum = 0; i < size; i++) {
            sum += (out[i] >>> 1) ^ -(out[i] & 1);
            out[i] = sum;
        }
    } else if (nulls) {
        for (let i = 0; i < size; i++) out[i] = out[i] === 0 ? NONE : out[i] - 1 + least;
    } else if (least) {
        for (let i = 0; i < size; i++) out[i] += least;
    }
    return out;
}

/**
 * Add, in place, what is known of another array to what is known.
 * @param {Int32Array} values
 * @param {Numbers} base
 */
function added(values, base) {
    for (let i = 0; i < values.length; i++) {
        if (values[i] !== NONE && base[i] !== NONE) values[i] += base[i];
    }
}

/**
 * The text of an element, once the page has come that far.
 * @param {string} id
 * @returns {Promise<string>}
 */
async function textOf(id) {
    if (!document.getElementById(id) && document.readyState === 'loading') {
        await new Promise((done) => { document.addEventListener('DOMContentLoaded', done, {once: true}); });
    }
    const element = document.getElementById(id);
    if (!element) throw new Error(`Got no data under ${id}; the file is not whole.`);
    return element.textContent ?? '';
}

/**
 * @param {string} text base64 of deflated bytes
 * @returns {Promise<Uint8Array>}
 */
export function unpacked(text) {
    return inflated(fromBase64(text), 'deflate');
}

/**
 * What was deflated. Written at once: a stream out of a Blob makes a way through another process.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionFormat} format
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function inflated(bytes, format) {
    const pipe = new DecompressionStream(format), writer = pipe.writable.getWriter();
    // What is wrong with the bytes is told by the side that is read.
    writer.write(bytes).catch(() => {});
    writer.close().catch(() => {});
    return new Uint8Array(await new Response(pipe.readable).arrayBuffer());
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function fromBase64(text) {
    const native = /** @type {any} */ (Uint8Array).fromBase64;
    if (native) return native.call(Uint8Array, text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
}
