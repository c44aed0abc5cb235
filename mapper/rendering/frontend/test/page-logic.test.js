import assert from 'node:assert/strict';
import test from 'node:test';
import {facet} from '../src/filters.js';
import {fold, matches, wordsOf} from '../src/folding.js';
import {fragmentOf, parseFragment} from '../src/fragment.js';
import {NONE} from '../src/payload.js';
import {ordered} from '../src/rows.js';
import {State} from '../src/state.js';
import {csvOf, polygons} from '../src/takeaway/export.js';
import {addCounts, binsOf, extent} from '../src/time/bins.js';

test('a bar holds what is said of its own days; longer periods lie over them, both ends included; open ends reach on', () => {
    const bins = binsOf(10, 13), counts = new Float64Array(bins.count), long = new Float64Array(bins.count);
    const told = addCounts(bins, [10, 11, NONE, 12, NONE, 13], [10, 12, NONE, NONE, 10, 13], [1, 1, 1, 1, 1, 1], counts, long);
    assert.deepEqual([...counts], [1, 0, 0, 1]);
    assert.deepEqual([...long], [1, 1, 2, 1]);
    assert.deepEqual(told, {undated: 1, long: 3});
});

test('a month fills no bar of a day, and a week lies in the bar of its week', () => {
    const days = binsOf(0, 99), weeks = binsOf(0, 400), bars = new Float64Array(days.count), over = new Float64Array(days.count);
    addCounts(days, [5], [35], [1], bars, over);
    assert.equal(bars.reduce((a, b) => a + b), 0);
    const inWeek = new Float64Array(weeks.count);
    addCounts(weeks, [7], [13], [1], inWeek, new Float64Array(weeks.count));
    assert.equal(inWeek[1], 1);
});

test('no more bars than can be told apart, and none is lost at the end', () => {
    for (const days of [1, 30, 121, 5000, 40000]) {
        const {size, count} = binsOf(0, days - 1);
        assert.ok(count <= 120 && size * count >= days && size * (count - 1) < days);
    }
});

test('the days of rows without days are none', () => {
    assert.equal(extent([{starts: [NONE], ends: [NONE]}]), null);
    assert.deepEqual(extent([{starts: [NONE, 5], ends: [9, NONE]}]), {first: 5, last: 9});
});

test('names are found however they are spelt', () => {
    assert.equal(fold('اللّاذقيّة ٢٠٢٥'), fold('اللاذقيه 2025'));
    assert.equal(fold('Ḥamā'), 'hama');
    for (const [name, query] of [['Latakia', 'lattakia'], ['اللاذقية', 'لاذقيه'], ['Tartous', 'tartus'], ['Hmeimim', 'HMEIMIM'], ['Baniyas', 'ban'],
        ['al-Haffah', 'haffeh'], ['Haffeh', 'al-Haffah'], ['Hama', 'hamah'], ['Idlib', 'idleb'], ['إدلب', 'ادلب'], ['ادلب', 'إدلب'], ['الحفة', 'حفه'],
        ['Jableh', 'jabla'], ['Deir ez-Zor', 'deir al-zour'], ['جَبَلة', 'جبله'], ['الرقّة', 'رقة'], ['al-Lādhiqiyya', 'ladhiqiyah']]) {
        assert.ok(matches(fold(name), wordsOf(query)), `${query} finds ${name}`);
    }
    assert.ok(!matches(fold('Homs'), ['hama']));
});

test('a state goes into a fragment and comes back', () => {
    const state = new State({time: {from: 22344, to: 22346}, query: 'a & b', hidden: ['refuge'], filters: {voices: ['A=1', 'ب'], grade: ['']}, step: 2});
    const {values, items} = parseFragment(fragmentOf(/** @type {any} */ ({state, data: null}), {items: ['i1']}));
    assert.deepEqual(values, {time: {from: 22344, to: 22346}, asOf: null, query: 'a & b', hidden: ['refuge'], filters: {voices: ['A=1', 'ب'], grade: ['']}, step: 2});
    assert.deepEqual(items, ['i1']);
});

test('a fragment that says nothing sensible is as good as none', () => {
    const {values, view} = parseFragment('#from=2031-13-45&to=x&asof=yesterday&view=1,2&f.evil=x&step=-4');
    assert.deepEqual(values, {time: null, asOf: null, query: '', hidden: [], filters: {}, step: 0});
    assert.equal(view, null);
});

test('cells that a spreadsheet would run are words', () => {
    assert.equal(csvOf([{a: '=1+1', b: 'x,"y"\n', c: null, d: -3}], ['a', 'b', 'c', 'd']), '\ufeffa,b,c,d\r\n\'=1+1,"x,""y""\n",,-3\r\n');
});

test('a ring within a ring is its hole, and one within the hole an island', () => {
    const square = (/** @type {number} */ r) => [[-r, -r], [-r, r], [r, r], [r, -r], [-r, -r]];
    const found = polygons([square(1), square(3), square(2), square(9).map(([x, y]) => [x + 20, y])]);
    assert.deepEqual(found.map(rings => rings.length).sort(), [1, 1, 2]);
});

test('what has no value comes last, whichever way the order runs', () => {
    const table = {has: () => true, array: () => Int32Array.of(5, NONE, 2), dictionaries: {}};
    const items = {layers: [{table}], layer: Uint8Array.of(0, 0, 0), row: Uint32Array.of(0, 1, 2), length: 3};
    const sorted = (/** @type {boolean} */ down) => [...ordered(items, 'when', down, new Intl.Collator())];
    assert.deepEqual(sorted(false), [2, 0, 1]);
    assert.deepEqual(sorted(true), [0, 2, 1]);
});

test('a choice counts each row once for each of its words', () => {
    const table = /** @type {any} */ ({rows: 3, dictionaries: {voices: ['', 'A', 'A|B']}, array: () => Uint8Array.of(1, 2, 0), has: () => false});
    assert.deepEqual(facet([{table}], null, 'voices'), [{word: 'A', count: 2}, {word: '', count: 1}, {word: 'B', count: 1}]);
});
