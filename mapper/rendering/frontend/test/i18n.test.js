import assert from 'node:assert/strict';
import test from 'node:test';
import {LANGUAGES, Words} from '../src/i18n/words.js';

/**
 * @param {Record<string, any>} table
 * @param {string} [path]
 * @returns {string[]}
 */
function keys(table, path = '') {
    return Object.entries(table).flatMap(([key, value]) =>
        (typeof value === 'object' ? keys(value, `${path}${key}.`) : [`${path}${key}:${typeof value}`])).sort();
}

test('every language says everything', () => {
    for (const table of Object.values(LANGUAGES)) assert.deepEqual(keys(table), keys(LANGUAGES.en));
});

/**
 * All a table can say, its sentences filled with a word in Arabic letters.
 * @param {Record<string, any>} table
 * @param {Words} words
 * @returns {string[]}
 */
function sentences(table, words) {
    return Object.entries(table).flatMap(([key, value]) => {
        if (key === 'event' && typeof value === 'function') return [value(words, {low: 3, best: 3, high: 5}, 'killed', 'person', 'civilians', 'number')];
        if (typeof value === 'object') return sentences(value, words);
        return [typeof value === 'function' ? value('٥', '٧', 'س') : value];
    });
}

test('Arabic is Arabic: no sentence has a word in Latin letters', () => {
    const {language, direction, ...table} = LANGUAGES.ar; // eslint-disable-line no-unused-vars
    const latin = sentences(table, new Words('ar')).filter(text => /[A-Za-z]{2,}/.test(text.replace(/CSV|GeoJSON/g, '')));
    assert.deepEqual(latin, []);
});

test('figures keep their hedge', () => {
    const words = new Words('en'), none = {low: null, best: null, high: null};
    assert.equal(words.figure({...none, low: 1000, best: 1000, qualifier: 'more_than'}), 'more than 1,000');
    assert.equal(words.figure({...none, low: 12, qualifier: 'vague', words: 'dozens'}), '“dozens”');
    assert.equal(words.figure({low: 745, best: 745, high: 745, qualifier: 'about'}), 'about 745');
    assert.equal(words.figure({low: 22, best: null, high: 45}), '22–45');
    assert.equal(words.figure({...none, low: 31}), 'at least 31');
    assert.equal(words.figure({...none, words: 'a large crowd'}), '“a large crowd”');
    assert.equal(words.figure(none), 'number unknown');
});

test('Arabic has Arabic digits', () => {
    assert.equal(new Words('ar').figure({low: 1000, best: 1000, high: null, qualifier: 'more_than'}), 'أكثر من ١٬٠٠٠');
});

test('months and digits are those of the country', () => {
    const inCountry = (/** @type {string} */ region) => new Words('ar', {places: {}, voices: {}, region}).day(20154);
    assert.equal(inCountry('SY'), '٧ آذار ٢٠٢٥');
    assert.equal(inCountry('EG'), '٧ مارس ٢٠٢٥');
    assert.equal(inCountry('DZ'), '7 مارس 2025');
    assert.equal(inCountry('XXA'), '٧ مارس ٢٠٢٥');
});

test('days and periods are those of the calendar, whatever the time zone', () => {
    const words = new Words('en');
    assert.equal(words.day(20154), '7 March 2025');
    assert.match(words.period(20154, 20155), /7\D+8 March 2025/);
    assert.equal(words.period(null, null), 'no date');
});

test('after a preposition only a noun of two changes its ending', () => {
    const ar = new Words('ar');
    assert.equal(ar.told({low: 100, best: 100, high: null, qualifier: 'more_than'}, 'sheltering'), 'أكثر من ١٠٠ لاجئ إلى المكان');
    assert.equal(ar.told({low: 2, best: 2, high: null, qualifier: 'more_than'}, 'killed'), 'أكثر من قتيلين');
});

test('a voice that is no name is said to be none', () => {
    assert.equal(new Words('en').voice('reportedly'), 'nobody named (“reportedly”)');
    assert.equal(new Words('en').voice('local media'), 'local media');
});
