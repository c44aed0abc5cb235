// Which rows of a table hold the words of a query, themselves or in the claims they rest on. The words of all texts are numbered once, when somebody first looks
// for something; a key then asks each distinct word, not each text.

import {fold, matches} from './folding.js';

/** Columns that are searched, as far as a table has them. */
const COLUMNS = ['place_name', 'title', 'origin_name', 'destination_name', 'voices', 'quote', 'voice', 'relay', 'group', 'place_words', 'count_words'];

/** Columns that are found by the whole of what stands in them. */
const IDS = ['incident_id', 'flow_id', 'claim_id'];

/** Rows after which it is told what was found so far. */
const STEP = 262144;

/** @typedef {import('./payload.js').Table} Table */

/** @type {WeakMap<Table, Index>} */
const indexes = new WeakMap();

/**
 * Number the words of a table, if nobody has.
 * @param {Table} table
 * @param {Map<string, string>} other the other name of a folded name
 */
export function indexed(table, other) {
    let index = indexes.get(table);
    if (!index) indexes.set(table, index = new Index(table, other));
    return index;
}

/**
 * Mark the rows that hold each of some words, in whichever columns.
 * @param {Table} table
 * @param {string[]} query folded words; up to 30 are looked for
 * @param {Map<string, string>} other the other name of a folded name
 * @param {{claims?: Table | null, goesOn?: () => boolean, tell?: (found: Uint8Array) => void}} [how] `tell` hears what was found so far
 * @returns {Promise<Uint8Array | null>} null when it was given up
 */
export async function searched(table, query, other, {claims = null, goesOn = () => true, tell = () => {}} = {}) {
    const parts = query.slice(0, 30), own = indexed(table, other);
    const below = claims && table.has('claims.size') ? indexed(claims, other) : null;
    const found = () => marked(own.masks(parts), 2 ** parts.length - 1, below && {masks: below.masks(parts), table});
    for (const index of below ? [own, below] : [own]) {
        for (let next = STEP; !index.whole; next += STEP) {
            tell(found());
            while (!index.whole && index.rows < next) {
                await index.more();
                if (!goesOn()) return null;
            }
        }
    }
    return goesOn() ? found() : null;
}

/**
 * The rows that have all marks, with those of their claims.
 * @param {Int32Array} masks
 * @param {number} all
 * @param {{masks: Int32Array, table: Table} | null} below the marks of claims, and whose claims they are
 */
function marked(masks, all, below) {
    if (below) {
        const sizes = below.table.array('claims.size'), items = below.table.array('claims.items');
        for (let row = 0, at = 0; row < masks.length; row++) {
            for (const end = at + sizes[row]; at < end; at++) masks[row] |= below.masks[items[at]];
        }
    }
    return Uint8Array.from(masks, mask => Number(mask === all));
}

class Index {
    /**
     * @param {Table} table
     * @param {Map<string, string>} other
     */
    constructor(table, other) {
        this.table = table;
        this.other = other;
        /** @type {Map<string, number>} */
        this.numbers = new Map();
        /** Of each word that is a code, by column; of the words of each row. */
        this.coded = COLUMNS.filter(name => table.dictionaries[name] && table.array(name).length === table.rows)
            .map(name => ({name, texts: this._texts(table.dictionaries[name])}));
        this.loose = new Texts();
        this.ids = new Int32Array(table.rows);
        /** Rows of which the words are numbered. */
        this.rows = 0;
        this.whole = ![...COLUMNS, ...IDS].some(name => table.isLoose(name));
        /** @type {Promise<void> | null} */
        this._next = null;
    }

    /** Number the words of some more rows; asked by several, it is done once. */
    more() {
        this._next ??= this._more().finally(() => {
            this._next = null;
        });
        return this._next;
    }

    async _more() {
        const {table} = this, chunk = await table.chunk(this.rows / table.chunkRows);
        const rows = Math.min(table.chunkRows, table.rows - this.rows), columns = COLUMNS.filter(name => chunk[name]);
        const id = IDS.find(name => chunk[name]);
        for (let i = 0; i < rows; i++) {
            for (const name of columns) this._number(chunk[name][i], this.loose);
            this.loose.end();
            if (id) this.ids[this.rows + i] = hashOf(fold(chunk[id][i] ?? ''));
        }
        this.rows += rows;
        this.whole = this.rows >= table.rows;
    }

    /** @param {string[]} all */
    _texts(all) {
        const texts = new Texts();
        for (const text of all) {
            this._number(text, texts);
            texts.end();
        }
        return texts;
    }

    /**
     * Add the words of a text, and of its other name.
     * @param {string | null} text
     * @param {Texts} texts
     */
    _number(text, texts) {
        if (!text) return;
        const {numbers} = this, folded = fold(text), twin = twinOf(text, folded, this.other);
        for (const word of (twin ? `${folded} ${twin}` : folded).split(' ')) {
            let number = numbers.get(word);
            if (number === undefined) numbers.set(word, number = numbers.size);
            texts.add(number);
        }
    }

    /**
     * For each row the words it holds, a bit each, as far as they are numbered.
     * @param {string[]} query folded words
     */
    masks(query) {
        const {table} = this, all = 2 ** query.length - 1, id = hashOf(query.join(' ')), marks = new Int32Array(this.numbers.size);
        for (const [word, number] of this.numbers) {
            for (let i = 0; i < query.length; i++) if (matches(word, [query[i]])) marks[number] |= 1 << i;
        }
        const masks = new Int32Array(table.rows), coded = this.coded.map(({name, texts}) => ({codes: table.array(name), known: texts.masks(marks)}));
        const loose = this.loose.masks(marks);
        for (let row = 0; row < masks.length; row++) {
            if (row < this.rows) masks[row] = this.ids[row] === id ? all : loose[row];
            for (const {codes, known} of coded) masks[row] |= known[codes[row]];
        }
        return masks;
    }
}

/** The numbers of the words of many texts, one text after the other. */
class Texts {
    constructor() {
        this.words = new Uint32Array(1024);
        this.size = 0;
        /** @type {number[]} */
        this.ends = [];
    }

    /** @param {number} word */
    add(word) {
        if (this.size === this.words.length) {
            const words = new Uint32Array(2 * this.size);
            words.set(this.words);
            this.words = words;
        }
        this.words[this.size++] = word;
    }

    /** Here a text ends. */
    end() {
        this.ends.push(this.size);
    }

    /**
     * For each text the marks of its words.
     * @param {Int32Array} marks of each word
     */
    masks(marks) {
        const masks = new Int32Array(this.ends.length), {words, ends} = this;
        for (let text = 0, at = 0; text < ends.length; text++) {
            let mask = 0;
            for (; at < ends[text]; at++) mask |= marks[words[at]];
            masks[text] = mask;
        }
        return masks;
    }
}

/**
 * The other names of a text, folded: of the whole, or of the places or voices it lists.
 * @param {string} text
 * @param {string} folded
 * @param {Map<string, string>} other
 */
function twinOf(text, folded, other) {
    const whole = other.get(folded);
    if (whole || !/[,،|]/.test(text)) return fold(whole ?? '');
    return fold(text.split(/, |، |\|/).map(part => other.get(fold(part)) ?? '').join(' '));
}

/**
 * A number for a text; two of a million share one about once in ten thousand searches.
 * @param {string} text
 */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return hash;
}
