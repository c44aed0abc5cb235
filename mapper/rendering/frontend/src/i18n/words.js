// Figures, days and sentences in the language of the page.

import {ar} from './ar.js';
import {en} from './en.js';
import {groupIn, speakerIn, vagueIn} from './vocabulary.js';
import {NONE} from '../payload.js';

/** @type {Record<string, any>} */
export const LANGUAGES = {en, ar};

/**
 * What a language's table holds: texts, and sentences around numbers and words.
 * @typedef {string | ((...words: any[]) => string)} Sentence
 * @typedef {Record<string, Sentence | Record<string, Sentence>>} Strings
 */

/**
 * @typedef {{short: string, full: string, short_ar?: string, full_ar?: string}} VoiceNames
 * @typedef {{places: Record<string, string>, voices: Record<string, VoiceNames>, region?: string}} Names
 */

/** @typedef {{low: number | null, best: number | null, high: number | null, qualifier?: string, words?: string}} Figure */

/** Countries whose own months and digits Arabic is written with. */
const ARAB = ['AE', 'BH', 'DZ', 'EG', 'IQ', 'JO', 'KW', 'LB', 'LY', 'MA', 'OM', 'PS', 'QA', 'SA', 'SD', 'SY', 'TN', 'YE'];

export class Words {
    /**
     * @param {string} language
     * @param {Names} [names] of voices and places, as the page brings them
     */
    constructor(language, names = {places: {}, voices: {}}) {
        this.names = names;
        this.language = LANGUAGES[language] ? language : 'en';
        this.table = LANGUAGES[this.language];
        this.direction = this.table.direction;
        const locale = this.language === 'ar' ? (ARAB.includes(names.region ?? '') ? `ar-${names.region}` : 'ar-u-nu-arab') : this.language;
        this._number = new Intl.NumberFormat(locale);
        const days = locale === 'en' ? 'en-GB' : locale, calendar = /** @type {const} */ ({year: 'numeric', calendar: 'gregory', timeZone: 'UTC'});
        this._day = new Intl.DateTimeFormat(days, {day: 'numeric', month: 'long', ...calendar});
        this._shortDay = new Intl.DateTimeFormat(days, {day: 'numeric', month: 'short', ...calendar});
        this.collator = new Intl.Collator(this.language, {numeric: true});
    }

    /** @param {number} number */
    number(number) {
        return this._number.format(number);
    }

    /**
     * A year, in whose digits nothing is grouped.
     * @param {number} year
     */
    year(year) {
        return new Intl.NumberFormat(this._number.resolvedOptions().locale, {useGrouping: false}).format(year);
    }

    /**
     * A figure with its hedge; the words of its source where they are no number.
     * @param {Figure} figure
     * @param {(number: number, inRange?: boolean) => string} [count] writes the number that a noun may follow
     * @param {boolean} [spoken] a range as it is read aloud: "22 to 45"
     */
    figure({low, best, high, qualifier, words}, count = number => this.number(number), spoken = false) {
        const t = this.table;
        if ((qualifier === 'vague' || qualifier === 'unspecified') && words) return t.quotedWords(vagueIn(words, this.language));
        if (qualifier === 'about' && best !== null) return t.about(count(best));
        if (qualifier === 'more_than' && low !== null && high === null) return t.moreThan(count(low));
        if (qualifier === 'up_to' && high !== null) return t.upTo(count(high));
        if (low !== null && high !== null) return low === high ? count(low) : (spoken ? t.rangeSpoken : t.range)(this.number(low), count(high, true));
        if (low !== null) return t.atLeast(count(low));
        if (high !== null) return t.upTo(count(high));
        if (best !== null) return t.about(count(best));
        return words ? t.quotedWords(vagueIn(words, this.language)) : t.unknown;
    }

    /**
     * A figure with what it counts: "22–45 killed", “dozens” of households displaced, number unknown.
     * @param {Figure} figure
     * @param {string} measure '' is no more than people, or families
     * @param {string} [unit]
     * @param {{spoken?: boolean}} [how] a range as it is read aloud
     */
    told(figure, measure, unit = 'person', {spoken = false} = {}) {
        const t = this.table;
        if (isWords(figure)) return t.toldWords(this.figure(figure), measure, unit);
        if (isUnknown(figure)) return t.toldUnknown(t.measures[measure] ?? measure);
        return this.figure(figure, (number, inRange) => t.told(this.number(number), measure, unit, inRange), spoken);
    }

    /**
     * What is said to have happened, as a sentence: "about 745 civilians reported killed".
     * @param {Figure} figure
     * @param {string} measure
     * @param {string} [unit]
     * @param {string} [group]
     */
    event(figure, measure, unit = 'person', group = '') {
        const how = isWords(figure) ? 'words' : isUnknown(figure) ? 'unknown' : 'number';
        return this.table.event(this, figure, measure, unit, group && groupIn(group, 'en') === 'people' ? '' : group, how);
    }

    /**
     * Who is counted, in the language of the page, or quoted; '' is everybody.
     * @param {string} group
     * @param {string} [unit] families counted in families are no group
     */
    group(group, unit = 'person') {
        const plain = group && groupIn(group, 'en');
        if (!group || plain === 'people' || (unit === 'household' && plain === 'families')) return '';
        return groupIn(group, this.language) ?? this.table.quotedWords(group);
    }

    /**
     * Who says it: the short name, or the full one, in the script of the page where the voice has one.
     * @param {string} voice
     * @param {'short' | 'full'} [length]
     * @returns {string}
     */
    voice(voice, length = 'short') {
        const known = this.names.voices[voice];
        const name = this.language === 'ar' ? known?.[`${length}_ar`] : known?.[length];
        if (name) return name;
        const spoken = known ? null : speakerIn(voice, this.language);
        if (spoken) return spoken;
        const relayed = /^(.+?) \((.+)\)$/.exec(voice);
        if (relayed) return `${this.voice(relayed[1], length)} (${this.voice(relayed[2], length)})`;
        const several = known ? [] : voice.split('; ');
        return several.length > 1 ? several.map(one => this.voice(one, length)).join(this.table.comma) : voice;
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
        if (start === null || end === null) return start === null ? this.table.until(this.day(end)) : this.table.since(this.day(start));
        // Days of one month stand close: 6–7 March.
        return this._day.formatRange(new Date(start * 864e5), new Date(end * 864e5)).replace(/^([\d٠-٩]{1,2})\s*–\s*(?=[\d٠-٩]{1,2}\s)/, '$1–');
    }
}

/**
 * Whether a figure is words in place of a number.
 * @param {Figure} figure
 */
function isWords({low, best, high, qualifier, words}) {
    if (!words) return false;
    return qualifier === 'vague' || qualifier === 'unspecified' || (low === null && best === null && high === null);
}

/** @param {Figure} figure */
function isUnknown({low, best, high}) {
    return low === null && best === null && high === null;
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
