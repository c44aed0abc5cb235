// How the map was made, and what its grades mean: the same for every map.

import {h} from '../dom.js';

/** Grades, the best supported first. */
const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted', 'ungraded'];

/** @param {import('../i18n/words.js').Words} words */
export function methodList({table: t}) {
    return [
        h('ul', {}, ...Object.values(t.methods).map(sentence => h('li', {}, sentence))),
        h('h3', {}, t.support),
        h('dl', {class: 'mapper-grades'}, ...GRADES.flatMap(grade => [h('dt', {}, t.grades[grade]), h('dd', {}, t.gradeMeans[grade])]))
    ];
}
