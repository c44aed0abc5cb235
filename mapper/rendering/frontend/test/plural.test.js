import assert from 'node:assert/strict';
import test from 'node:test';
import {valueOf} from '../src/i18n/plural.js';
import {groupIn} from '../src/i18n/vocabulary.js';
import {Words} from '../src/i18n/words.js';

const none = {low: null, best: null, high: null}, exactly = (/** @type {number} */ n) => ({low: n, best: n, high: n});

test('digits of both scripts are numbers', () => {
    assert.equal(valueOf('١٬٣٨٣'), 1383);
    assert.equal(valueOf('1,383'), 1383);
});

test('Arabic counts one, two, three to ten, and from eleven on, each in its own form', () => {
    const words = new Words('ar');
    assert.equal(words.told(exactly(1), 'killed'), 'قتيل واحد');
    assert.equal(words.told(exactly(2), 'killed'), 'قتيلان');
    assert.equal(words.told(exactly(3), 'killed'), '٣ قتلى');
    assert.equal(words.told(exactly(10), 'killed'), '١٠ قتلى');
    assert.equal(words.told(exactly(11), 'killed'), '١١ قتيلًا');
    assert.equal(words.told(exactly(100), 'killed'), '١٠٠ قتيل');
    assert.equal(words.told(exactly(745), 'killed'), '٧٤٥ قتيلًا');
    assert.equal(words.told({...none, low: 2, qualifier: 'more_than'}, 'killed'), 'أكثر من قتيلين');
    assert.equal(words.told({...none, low: 2, qualifier: 'at_least'}, 'killed'), 'قتيلان على الأقل');
    assert.equal(words.told({low: 1, best: null, high: 2}, 'killed'), '١–٢ من القتلى');
    assert.equal(words.told(exactly(2), 'displaced', 'household'), 'أسرتان نازحتان');
    assert.equal(words.told(exactly(30), 'displaced', 'household'), '٣٠ أسرة نازحة');
    assert.equal(words.told(exactly(30), ''), '٣٠ شخصًا');
    assert.equal(new Words('en').told(exactly(1), '', 'household'), '1 household');
    assert.equal(new Words('en').told({...none, words: 'dozens'}, ''), '“dozens” of people');
    assert.equal(words.told({...none, low: 12, qualifier: 'vague', words: 'dozens'}, 'displaced', 'household'), '«عشرات» من الأسر النازحة');
});

test('what is said to have happened is a sentence', () => {
    const words = new Words('en');
    assert.equal(words.event({...exactly(745), qualifier: 'about'}, 'killed', 'person', 'civilians'), 'about 745 civilians reported killed');
    assert.equal(words.event(exactly(1), 'killed', 'person', 'civilians'), '1 civilian reported killed');
    assert.equal(words.event(exactly(1), 'killed', 'person', 'all'), '1 person reported killed');
    assert.equal(words.event({...none, low: 12, qualifier: 'vague', words: 'dozens'}, 'displaced', 'household', 'families'),
        '“dozens” of families reported displaced');
    assert.equal(words.event(none, 'killed'), 'unknown number of people reported killed');
    assert.equal(words.event({low: 22, best: null, high: 45}, 'killed', 'person', 'عناصر الحماية'), '22–45 people reported killed (“عناصر الحماية”)');
    assert.equal(new Words('ar').event({...exactly(745), qualifier: 'about'}, 'killed', 'person', 'civilians'), 'نحو ٧٤٥ قتيلًا بحسب ما أُفيد (مدنيون)');
});

test('groups are said in both languages, and composed of what is known', () => {
    assert.equal(groupIn('government soldiers and pro-Assad militants', 'ar'), 'جنود حكوميون ومسلحون موالون للأسد');
    assert.equal(groupIn('civilians, by Assad loyalists', 'ar'), 'مدنيون، على يد موالين للأسد');
    assert.equal(groupIn('مدنيين', 'en'), 'civilians');
    for (const word of ['المدنيين', 'مدنياً', 'مدنيون', 'the civilians']) assert.equal(groupIn(word, 'en'), 'civilians', word);
    assert.equal(groupIn('العائلات', 'en'), 'families');
    for (const word of ['all', 'people', 'قتيلاً', 'شهداء', 'أشخاص', 'deaths']) assert.equal(new Words('en').group(word), '', word);
    assert.equal(groupIn('people of Nowhere', 'ar'), null);
    assert.equal(new Words('ar').group('people of Nowhere'), '«people of Nowhere»');
});

test('a voice has a short and a full name in the script of the page', () => {
    const names = {places: {}, voices: {SOHR: {short: 'SOHR', full: 'Syrian Observatory for Human Rights', short_ar: 'المرصد السوري', full_ar: 'المرصد السوري لحقوق الإنسان'}}};
    assert.equal(new Words('en', names).voice('SOHR', 'full'), 'Syrian Observatory for Human Rights');
    assert.equal(new Words('ar', names).voice('local media (SOHR)'), 'وسائل إعلام محلية (المرصد السوري)');
    assert.equal(new Words('ar', names).voice('The Post'), 'The Post');
});
