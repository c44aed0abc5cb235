import assert from 'node:assert/strict';
import {test} from 'node:test';
import {searched} from '../src/search-index.js';

/** A table whose places are codes, and whose quotes lie in chunks of two. */
function tableOf(places, quotes) {
    const names = ['', ...new Set(places)];
    return /** @type {any} */ ({
        rows: places.length, chunkRows: 2, dictionaries: {place_name: names},
        array: () => places.map(place => names.indexOf(place)), isLoose: name => name === 'quote',
        chunk: index => Promise.resolve({quote: quotes.slice(2 * index, 2 * index + 2)})
    });
}

const table = tableOf(['Aton', 'Beton', 'Aton'], ['they fled by night', 'a market burned', null]);

test('all words of a query must stand in a row, in whichever columns', async () => {
    assert.deepEqual([...await searched(table, ['aton'], new Map())], [1, 0, 1]);
    assert.deepEqual([...await searched(table, ['aton', 'night'], new Map())], [1, 0, 0]);
    assert.deepEqual([...await searched(table, ['aton', 'market'], new Map())], [0, 0, 0]);
});

test('a name is found by its other name', async () => {
    assert.deepEqual([...await searched(table, ['اتون'], new Map([['aton', 'أتون']]))], [1, 0, 1]);
});

test('several places in one cell are found by the other name of each', async () => {
    const several = tableOf(['Aton, Beton', 'Gato'], [null, null]), other = new Map([['aton', 'أتون'], ['beton', 'بتون']]);
    assert.deepEqual([...await searched(several, ['بتون'], other)], [1, 0]);
});

test('a search that nobody waits for is given up', async () => {
    assert.equal(await searched(table, ['aton'], new Map(), {goesOn: () => false}), null);
});
