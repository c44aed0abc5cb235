import assert from 'node:assert/strict';
import test from 'node:test';
import {State} from '../src/state.js';

test('a listener hears what changed, after all of it is in place', () => {
    const state = new State();
    /** @type {any[]} */
    const heard = [];
    state.on('time', (/** @type {any} */ value) => heard.push(value, state.get('asOf')));
    state.set({time: {from: 1, to: 2}, asOf: 3});
    assert.deepEqual(heard, [{from: 1, to: 2}, 3]);
});

test('setting the same again tells nobody, and who stopped listening hears nothing', () => {
    const state = new State();
    let told = 0;
    const stop = state.on('*', () => told++);
    state.set({hidden: []});
    state.set({hidden: ['deaths']});
    stop();
    state.set({hidden: []});
    assert.equal(told, 1);
});
