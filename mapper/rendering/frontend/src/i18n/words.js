// Figures, days and sentences in the language of the page.

import {ar} from './ar.js';
import {en} from './en.js';
import {NONE} from '../payload.js';

/** @type {Record<string, any>} */
export const LANGUAGES = {en, ar};

/**
 * What a language's table holds: texts, and sentences around numbers and words.
 * @typedef {string | ((...words: string[]) => string)} Sentence
 * @typedef {Record<string, Sentence | Record<string, Sentence>>} Strings
 */

/** @typedef {{low: number | null, best: number | null, high: number | null, qualifier?: string, words?: string}} Figure */

export class Words {
    /** @param {string} language */
    constructor(language) {
        this.language = LANGUAGES[language] ? language : 'en';
        this.table = LANGUAGES[this.language];
        this.direction = this.table.direction;
        const locale = this.language === 'ar' ? 'ar-u-nu-arab' : this.language;
        this._number = new Intl.NumberFormat(locale);
        const days = locale === 'en' ? 'en-GB' : locale, calendar = /** @type {const} */ ({year: 'numeric', calendar: 'gregory', timeZone: 'UTC'});
        this._day = new Intl.DateTimeFormat(days, {day: 'numeric', month: 'long', ...calendar});
        this._shortDay = new Intl.DateTimeFormat(days, {day: 'numeric', month: 'short', ...calendar});
        this.collator = new Intl.Collator(this.language, {numeric: true});
    }

    /**
     * A figure as it is read aloud: "22 to 45".
     * @param {Figure} figure
     */
    spoken(figure) {
        const {low, high, qualifier} = figure;
        const range = low !== null && high !== null && low !== high && !['vague', 'unspecified', 'about', 'up_to'].includes(qualifier ?? '');
        return range ? this.table.rangeSpoken(this.number(low), this.number(high)) : this.figure(figure);
    }

    /** @param {number} number */
    number(number) {
        return this._number.format(number);
    }

    /**
     * A figure with its hedge; the words of its source where they are no number.
     * @param {Figure} figure
     */
    figure({low, best, high, qualifier, words}) {
        const t = this.table, n = (/** @type {number} */ number) => this.number(number);
        if ((qualifier === 'vague' || qualifier === 'unspecified') && words) return t.quotedWords(words);
        if (qualifier === 'about' && best !== null) return t.about(n(best));
        if (qualifier === 'more_than' && low !== null && high === null) return t.moreThan(n(low));
        if (qualifier === 'up_to' && high !== null) return t.upTo(n(high));
        if (low !== null && high !== null) return low === high ? n(low) : t.range(n(low), n(high));
        if (low !== null) return t.atLeast(n(low));
        if (high !== null) return t.upTo(n(high));
        if (best !== null) return t.about(n(best));
        return words ? t.quotedWords(words) : t.unknown;
    }

    /**
     * Days since 1970-01-01 as a day.
     * @param {number | null} day
     */
    day(day) {
        return day === null || day === NONE ? this.table.undated : this._day.format(new Date(day * 864e5));
    }

    /**
     * A day with no more letters than it takes.
     * @param {number} day
     */
    shortDay(day) {
        return this._shortDay.format(new Date(day * 864e5));
    }

    /**
     * @param {number | null} start
     * @param {number | null} end
     */
    period(start, end) {
        if (start === null && end === null) return this.table.undated;
        if (start === end) return this.day(start);
        if (start === null || end === null) return start === null ? `… – ${this.day(end)}` : `${this.day(start)} – …`;
        // Days of one month stand close: 6–7 March.
        return this._day.formatRange(new Date(start * 864e5), new Date(end * 864e5)).replace(/^([\d٠-٩]{1,2})\s*–\s*(?=[\d٠-٩]{1,2}\s)/, '$1–');
    }

    /**
     * The deaths of rows as one label: their sum where one voice says them all, else only how many they are.
     * @param {any} layer a deaths layer
     * @param {number[]} rows
     */
    sumOf(layer, rows) {
        const t = this.table, {table} = layer;
        const own = withoutParts(table, rows);
        if (own.length === 1) return `${this.figure(deathsOf(table, own[0]))} ${t.measures.killed}`;
        const voices = new Set(own.map(row => table.code('voices', row)));
        if (voices.size > 1) return t.mixed(this.number(own.length), this.number(voices.size));
        let low = 0, high = 0, open = false;
        for (const row of own) {
            low += Math.max(0, layer.low[row]);
            if (layer.high[row] === NONE) open = true;
            else high += layer.high[row];
        }
        return `${this.figure({low, best: null, high: open ? null : high})} ${t.measures.killed} (${t.incidents(this.number(own.length))})`;
    }
}

/**
 * Rows without those that are a part of another among them.
 * @param {import('../payload.js').Table} table
 * @param {number[]} rows
 */
export function withoutParts(table, rows) {
    if (!table.array('contained_in.items').length) return rows;
    const here = new Set(rows);
    return rows.filter(row => !table.list('contained_in', row).some(whole => here.has(whole)));
}

/**
 * @param {import('../payload.js').Table} table
 * @param {number} row
 * @returns {Figure}
 */
export function deathsOf(table, row) {
    return {
        low: table.number('deaths_low', row), best: table.number('deaths_best', row), high: table.number('deaths_high', row),
        qualifier: table.code('qualifier', row), words: table.code('count_words', row)
    };
}

/**
 * @param {import('../payload.js').Table} table
 * @param {number} row
 * @returns {Figure}
 */
export function countOf(table, row) {
    return {
        low: table.number('count_low', row), best: table.number('count_best', row), high: table.number('count_high', row),
        qualifier: table.code('qualifier', row), words: table.code('count_words', row)
    };
}

/**
 * A grade for a symbol: the word, and its sign where the word does not fit; none where nothing was graded.
 * @param {Words} words
 * @param {string} grade
 * @returns {string[]}
 */
export function gradeWords({table}, grade) {
    return table.gradeSigns[grade] ? [table.grades[grade], table.gradeSigns[grade]] : [];
}
