import assert from 'node:assert/strict';
import test from 'node:test';
import {NONE, Table} from '../src/payload.js';

/**
 * @param {Record<string, any>} head
 * @param {number[]} planes
 */
function tableOf(head, planes) {
    const text = new TextEncoder().encode(JSON.stringify({rows: 3, meta: {}, dictionaries: {}, words: [], chunk: 2, ...head}));
    const bytes = new Uint8Array(4 + text.length + planes.length);
    new DataView(bytes.buffer).setUint32(0, text.length, true);
    bytes.set(text, 4);
    bytes.set(planes, 4 + text.length);
    return new Table('t', bytes);
}

const head = {name: 'a', size: 3, width: 1, least: 0, delta: false, nulls: false};

test('differences are summed, also downwards', () => {
    const table = tableOf({arrays: [{...head, delta: true}]}, [20, 3, 2]); // zigzag: +10, −2, +1
    assert.deepEqual([...table.array('a')], [10, 8, 9]);
});

test('nulls stay nulls, and zero stays zero', () => {
    const table = tableOf({arrays: [{...head, nulls: true}]}, [0, 1, 13]);
    assert.deepEqual([...table.array('a')], [NONE, 0, 12]);
    assert.equal(table.number('a', 0), null);
    assert.equal(table.number('a', 1), 0);
});

test('planes are put together lowest byte first', () => {
    const table = tableOf({arrays: [{...head, width: 2, least: 5}]}, [1, 2, 3, 0, 1, 0]);
    assert.deepEqual([...table.array('a')], [6, 263, 8]);
});

test('what is added to another array stays null where it is null, and alone where that is', () => {
    const arrays = [{...head, nulls: true}, {...head, name: 'b', nulls: true, plus: 'a'}];
    const table = tableOf({arrays}, [0, 11, 11, 6, 0, 3]);
    assert.deepEqual([...table.array('b')], [5, NONE, 12]);
});

test('lists are cut where they end', () => {
    const arrays = [{...head, name: 'l.size'}, {...head, name: 'l.items', delta: true}];
    const table = tableOf({arrays}, [2, 0, 1, 2, 2, 2]);
    assert.deepEqual([...table.list('l', 0)], [1, 2]);
    assert.deepEqual([...table.list('l', 1)], []);
    assert.deepEqual([...table.list('l', 2)], [3]);
});

test('an array that is not there is named', () => {
    assert.throws(() => tableOf({arrays: [head]}, [1, 2, 3]).array('b'), /Got no array b in t, expected one of a/);
});
