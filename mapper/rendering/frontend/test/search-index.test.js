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

const three = () => tableOf(['Aton', 'Beton', 'Aton'], ['they fled by night', 'a market burned', null]), table = three();

test('all words of a query must stand in a row, in whichever columns', async () => {
    assert.deepEqual([...await searched(table, ['aton'], new Map())], [1, 0, 1]);
    assert.deepEqual([...await searched(table, ['aton', 'night'], new Map())], [1, 0, 0]);
    assert.deepEqual([...await searched(table, ['aton', 'market'], new Map())], [0, 0, 0]);
});

test('a name is found by its other name', async () => {
    assert.deepEqual([...await searched(three(), ['اتون'], new Map([['aton', 'أتون']]))], [1, 0, 1]);
});

test('several places in one cell are found by the other name of each', async () => {
    const several = tableOf(['Aton, Beton', 'Gato'], [null, null]), other = new Map([['aton', 'أتون'], ['beton', 'بتون']]);
    assert.deepEqual([...await searched(several, ['بتون'], other)], [1, 0]);
});

test('what is known at once is told before the quotes are read, and they are read once', async () => {
    const told = [], fresh = three();
    let read = 0;
    const {chunk} = fresh;
    fresh.chunk = (index) => {
        read++;
        return chunk(index);
    };
    await Promise.all([
        searched(fresh, ['aton'], new Map(), {tell: found => told.push([...found])}),
        searched(fresh, ['market'], new Map())
    ]);
    assert.deepEqual(told[0], [1, 0, 1]);
    assert.deepEqual([...await searched(fresh, ['market'], new Map())], [0, 1, 0]);
    assert.equal(read, 2);
});

test('an id is found by the whole of it', async () => {
    const named = tableOf(['Aton', 'Beton'], [null, null]);
    named.isLoose = name => name === 'incident_id';
    named.chunk = () => Promise.resolve({incident_id: ['incident:1a', 'incident:1b']});
    assert.deepEqual([...await searched(named, ['incident', '1b'], new Map())], [0, 1]);
    assert.deepEqual([...await searched(named, ['incident'], new Map())], [0, 0]);
});

test('a search that nobody waits for is given up', async () => {
    assert.equal(await searched(three(), ['aton'], new Map(), {goesOn: () => false}), null);
});
