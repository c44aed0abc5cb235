import assert from 'node:assert/strict';
import test from 'node:test';
import {LANGUAGES, Words} from '../src/i18n/words.js';
import {reasonsOf, ruleWords} from '../src/panels/reasons.js';

test('records are read from a cell that anybody can have written', () => {
    assert.deepEqual(reasonsOf('[{"code":"again","a":"c1","b":"c2"}]'), [{code: 'again', a: 'c1', b: 'c2'}]);
    for (const cell of [undefined, '', '{', '{}', '[1, null, "x", {"code": 3}]']) assert.deepEqual(reasonsOf(cell), []);
});

test('a rule is worded by its name, with the voice it follows; another stands as it is', () => {
    const words = new Words('en');
    assert.deepEqual(ruleWords(words, 'lowest'), [LANGUAGES.en.rules.lowest]);
    assert.match(String(ruleWords(words, 'voice:SOHR')[0]), /SOHR/);
});
