// The state of one map: one flat object, changed only by `set`, heard by `on`.
//
//   key        value                                       meaning
//   language   'en' | 'ar' | …                             of the page; a table in i18n/
//   selected   {layer: string, row: number}[]              what the details show; [] is nothing
//   hidden     string[]                                    keys of layers that are switched off
//   filters    {[column: string]: string[]}                words that may stand in a column (voices, grade,
//                                                          precision, measure, group); a column that is absent passes all
//   time       {from: number, to: number} | null           days since 1970-01-01, both included; null is the whole period
//   asOf       number | null                               only what was published by that day; null is all
//   query      string                                      the search
//   step       number                                      of the story, from 0
//
// `state.on('time', (value, before) => …)` hears one key, `state.on('*', changed => …)` hears every set with the
// keys that changed. A listener runs after all keys of one `set` are in place. Values are never changed in place:
// set a new one. `on` returns a function that stops listening. fragment.js keeps the keys it knows in the URL.

/**
 * @typedef {{layer: string, row: number}} Item
 * @typedef {{language: string, selected: Item[], hidden: string[], filters: Record<string, string[]>,
 *            time: {from: number, to: number} | null, asOf: number | null, query: string, step: number}} Values
 * @typedef {keyof Values} Key
 */

/** @type {Values} */
const BLANK = {language: 'en', selected: [], hidden: [], filters: {}, time: null, asOf: null, query: '', step: 0};

export class State {
    /** @param {Partial<Values>} [values] */
    constructor(values = {}) {
        /** @type {Values} */
        this._values = {...BLANK, ...values};
        /** @type {Map<string, Set<Function>>} */
        this._listeners = new Map();
    }

    /**
     * @template {Key} K
     * @param {K} key
     * @returns {Values[K]}
     */
    get(key) {
        return this._values[key];
    }

    /** All of it, as it is now. */
    get all() {
        return this._values;
    }

    /** @param {Partial<Values>} values */
    set(values) {
        const before = this._values;
        const changed = /** @type {Key[]} */ (Object.keys(values)).filter(key => !same(before[key], values[key]));
        if (!changed.length) return;
        this._values = {...before, ...values};
        for (const key of changed) this._tell(key, this._values[key], before[key]);
        this._tell('*', changed);
    }

    /**
     * @param {Key | '*'} key
     * @param {Function} listener
     * @returns {() => void} stops listening
     */
    on(key, listener) {
        const listeners = this._listeners.get(key) ?? new Set();
        this._listeners.set(key, listeners.add(listener));
        return () => listeners.delete(listener);
    }

    /**
     * @param {string} key
     * @param {...any} what
     */
    _tell(key, ...what) {
        for (const listener of this._listeners.get(key) ?? []) listener(...what);
    }
}

/**
 * @param {any} a
 * @param {any} b
 */
function same(a, b) {
    return a === b || a?.length === b?.length && JSON.stringify(a) === JSON.stringify(b);
}
