// English. Every language has a table with the same keys; functions get numbers already written in its digits.

import {plurals} from './plural.js';
import {groupIn} from './vocabulary.js';

const MEASURES = /** @type {Record<string, string>} */ ({
    killed: 'killed', injured: 'injured', casualties: 'killed or injured', missing: 'missing', detained: 'detained',
    displaced: 'displaced', arrived: 'arrived', returned: 'returned', sheltering: 'sheltering',
    incidents: 'incidents', statement: 'statement'
});

const plural = plurals('en');
const some = (/** @type {string} */ n, /** @type {string} */ one, other = `${one}s`) => `${n} ${plural(n, {one, other})}`;
const household = (/** @type {string} */ n) => plural(n, {one: 'household', other: 'households'});

/** @type {import('./words.js').Strings} */
export const en = {
    language: 'en',
    name: 'English',
    direction: 'ltr',
    // figures
    upTo: n => `up to ${n}`,
    atLeast: n => `at least ${n}`,
    moreThan: n => `more than ${n}`,
    about: n => `about ${n}`,
    range: (a, b) => `${a}–${b}`,
    unknown: 'number unknown',
    quotedWords: words => `“${words}”`,
    each: place => `each ${place}`,
    measures: MEASURES,
    told: (n, measure, unit) => {
        if (measure === 'incidents') return some(n, 'incident');
        if (unit === 'household') return `${n} ${household(n)} ${MEASURES[measure] ?? measure}`.trim();
        return measure ? `${n} ${MEASURES[measure] ?? measure}` : some(n, 'person', 'people');
    },
    toldWords: (words, measure, unit) => {
        const who = unit === 'household' ? ' of households' : measure ? '' : ' of people';
        return `${words}${who} ${MEASURES[measure] ?? measure}`.trim();
    },
    toldUnknown: measure => `${measure}, number unknown`,
    event: (words, figure, measure, unit, group, how) => {
        const event = measure === 'incidents', many = group.includes(',') ? '' : groupIn(group, 'en') ?? '', none = event ? 'incident' : unit === 'household' ? 'household' : 'person';
        const noun = (/** @type {string} */ n) => (many ? plural(n, {one: groupIn(group, 'en', true) ?? none, other: many}) :
            plural(n, {one: none, other: none === 'person' ? 'people' : `${none}s`}));
        const number = () => words.figure(figure, (/** @type {number} */ count, /** @type {boolean} */ inRange) =>
            `${words.number(count)} ${noun(inRange ? '2' : String(count))}`);
        const counted = how === 'words' ? `${words.figure(figure)} of ${noun('2')}` : how === 'unknown' ? `unknown number of ${noun('2')}` : number();
        const who = group && !many ? ` (${words.group(group)})` : '';
        return `${counted} reported${event ? '' : ` ${MEASURES[measure] ?? measure}`}${who}`;
    },
    grades: {
        confirmed: 'confirmed', fair: 'fair', weak: 'weak', contested: 'contested', discounted: 'discounted', ungraded: 'not graded'
    },
    gradeSigns: {confirmed: '✓', fair: 'F', weak: 'W', contested: 'vs', discounted: 'D'}, // where the word does not fit
    precisions: {
        site: 'a site', settlement: 'a town or village', near: 'near a place', adm3: 'a sub-district', adm2: 'a district',
        adm1: 'a governorate', zone: 'a region without fixed bounds', country: 'a country', sea_air: 'at sea or in the air',
        unplaced: 'no place'
    },
    verifications: {unverified: 'not independently verified', verified: 'verified', disputed: 'disputed', retracted: 'retracted'},
    // headline and panels
    headline: 'What each source says',
    moreVoices: n => some(n, 'more source'),
    severalVoices: n => some(n, 'source'),
    tabled: (n, measure) => `${n} figures (${measure}), row by row from its table: no total of its own, and none is made here`,
    offSheet: n => `${some(n, 'more source')}: in the map itself, not on this sheet`,
    ofWhom: 'of whom',
    notLocated: text => `${text} not located more finely than a region`,
    noVoice: 'Source not named',
    layers: 'Layers',
    layerNames: {
        deaths: 'Deaths', displacement: 'Displacement', refuge: 'Places of refuge', statements: 'Statements', rates: 'Rates', tiles: 'Base map tiles', boundaries: 'Boundaries and places'
    },
    legend: 'Legend',
    details: 'Details',
    detailsHint: 'Choose a symbol, an area or an arrow on the map.',
    close: 'Close',
    several: n => `${n} things here, one below the other`,
    sumsNote: 'sums of one source’s figures, made here; figures within others are left out, and sources are never added',
    tray: 'Without a place on the map',
    trayHint: 'Counted, not drawn: nobody said where more finely than this.',
    moreInTable: n => `${n} more in the table`,
    undated: 'no date',
    limits: 'What this map cannot show',
    sources: 'Sources',
    place: 'Place',
    period: 'When',
    why: 'Why it is here',
    asOf: day => `as of ${day}`,
    since: day => `from ${day}`,
    until: day => `until ${day}`,
    published: day => `published ${day}`,
    via: relay => `as passed on by ${relay}`,
    whoSays: 'Who says it',
    whenSaid: 'When it was said',
    where: 'Where',
    inTheirWords: 'In the words of the sources',
    moreClaims: n => some(n, 'more claim'),
    howMade: 'How the figures were put together',
    // why it is here: by how the words of a source led to the place
    placed: {
        given: (said, place) => `The source gives ${place ? `${place} itself` : 'the place itself'}.`,
        exact: (said, place, several) => `Called ${said}, ${several ? 'names' : 'a name'} of ${place}.`,
        skeleton: (said, place) => `Called ${said}, another spelling of ${place}.`,
        fuzzy: (said, place) => `Called ${said}, spelt nearly like ${place}. It may be another place.`,
        context: (said, place) => `Called ${said}, which is in no list of places used here; shown at ${place}, which holds it or lies near it.`
    },
    notPlaced: said => `Called ${said}. No list of places used here could settle where that is.`,
    gradeMeans: {
        confirmed: 'somebody verified it', fair: 'two independent sources or more', weak: 'one source only, or nobody could verify it',
        contested: 'a source disputes it', discounted: 'its source took it back', ungraded: 'only a party to the fighting says so, or nobody who is named'
    },
    reasons: {
        part: (a, b, why) => `${a} is part of ${b}, and not added to it${why ? `: ${why}` : ''}.`,
        supersedes: (a, b) => `${a} is a later or more exact figure of the same source, and stands in place of ${b}.`,
        again: (a, b) => `${a} repeats ${b}, and is counted once.`,
        one: (a, b) => `${a} and ${b} are taken for the same event.`,
        apart: (a, b, why) => `${a} is kept apart from ${b}${why ? `: ${why}` : ''}.`,
        passed: (a, b) => `${a} counts fewer days than ${b}, a later total that is no smaller: it contradicts nothing, and widens neither the lowest nor the highest figure.`,
        likely: (a, b) => `${a} lies within the area and days of ${b}, said by another source. It is probably counted there too, so the two are not added.`,
        vague: (a, b) => `${a} says in vaguer words what ${b} says exactly, and is not counted beside it.`,
        added: (a, b) => `${a} is of one event what another source tells as several: ${b}. The figures of these are added.`,
        graded: (a, b) => `A person graded it “${a}”: ${b}.`,
        corrected: (a, b, why) => `A person corrected ${a} (${b}): ${why}.`,
        party: a => `${a} is what a party to the fighting says: it can only raise the highest figure.`,
        twice: a => `${a}: figures of one source, place and day, so a correction or two events. They are not added, and somebody should look at them.`
    },
    because: {
        says: 'the source says so', split: 'the source’s own parts add up to the total', within: 'the same source, and its place, people and days lie inside',
        here: 'the same source and place, and its people and days lie inside',
        figures: 'the figures cannot both be right', groups: 'they count people who exclude one another', episode: 'the days they tell of differ too much',
        summary: 'one may sum up several events', area: 'one is an area, the other a point', far: 'too far apart', weak: 'not alike enough', better: 'another figure fits better',
        tie: 'several figures fit about equally well, and somebody should look at them'
    },
    everybody: 'people, not said who',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    method: 'How this map was made',
    methods: {
        claims: 'Each figure is a claim of somebody: who says it, in which words, of which days and place. Nothing here was counted anew.',
        reported: 'People are “reported killed”: a figure on this map is what was said, not what was found by a court or an inquiry.',
        places: 'A claim stands no more finely than its source says where. An area is drawn as an area, and never as a point in its middle.',
        together: 'Figures of one event are put side by side, not added: a later figure of one source takes the place of its earlier one, a part is not added to its whole, and sources are never added to one another.',
        words: 'Words such as “dozens” stay words. Where a symbol needs a number, the least that the word can mean is taken, and said.',
        support: 'How well a figure is supported follows from who says it and whether somebody verified it, by these rules:'
    },
    eventAt: (event, place) => `${event} (${place})`,
    otherFigure: 'another figure',
    rules: {
        ladder: 'lowest and highest: those of the independent sources. In between: what was verified goes before what is exact, that before “at least”, that before words; of two alike the lower. What a party to the fighting says can only raise the highest.',
        lowest: 'lowest and highest: those of the independent sources; in between: the lowest of them.',
        envelope: 'lowest and highest: those of the independent sources; none is chosen in between.',
        voice: voice => `the figures of one chosen source${voice ? `, ${voice}` : ''}, where it speaks.`
    },
    defaultTitle: 'Reported violence and displacement',
    imputed: 'a number put in place of words',
    from: 'From',
    to: 'To',
    superseded: 'superseded by a later or more exact figure of this source',
    openReport: 'open the report',
    incidents: n => some(n, 'incident'),
    moreFigures: n => some(n, 'more figure'),
    nothing: 'There is nothing to show here.',
    nowhere: n => plural(n, {one: 'The only figure has no place on the map: see the table.', other: `None of these ${n} figures has a place on the map: see the table.`}),
    mapOf: title => `Map: ${title}`,
    metres: n => `${n} m`,
    kilometres: n => `${n} km`,
    // legend
    legendLeast: n => `${n} or fewer: one size, so that they can be seen`,
    legendDisc: 'filled: the least killed',
    legendRing: 'ring: the most',
    legendOpen: 'open ring: at least; nobody said where it ends',
    legendSeveral: 'second edge: several incidents, one source’s sum',
    legendUnknown: 'killed, number unknown',
    legendZero: 'nobody killed',
    legendHatch: 'hatched area: no finer place was given; the lines stand closer for more killed',
    legendZone: 'dashed edge: a region without fixed bounds',
    legendNear: 'dashed circle: somewhere near',
    legendPlaces: 'dashed rings, joined: one figure for several places',
    legendGrade: (sign, grade) => `${sign} support: ${grade}`,
    legendDashed: households => `${households} (dashed)`,
    legendVague: 'people, a word instead of a number, such as “dozens”',
    legendVagueHouseholds: 'households (dashed), a word instead of a number, such as “dozens”',
    legendStub: 'fading line: nobody said where to, or where from',
    legendOthers: n => `and ${n} smaller movements that are not drawn here; closer in they are`,
    legendFlowUnknown: 'thin arrow: no number',
    inAndOut: (came, left) => `in ${came} · out ${left}`,
    balance: n => `balance ${n}`,
    endUnknown: n => `${n} from or to unknown places`,
    legendBalance: 'in, out and balance of a place: one source, at least so many',
    legendRefuge: 'people took refuge; sized only where there is a number',
    legendStatement: 'a statement without a figure',
    ratePer: (measure, per, of) => `${measure} per ${per} ${of}`,
    rateFirst: end => `up to ${end}`,
    rateClass: (from, to) => `above ${from}, up to ${to}`,
    rateNone: 'none counted',
    rateUnknown: 'no data',
    rateSource: (of, source, year) => `${of}: ${source}, ${year}`,
    // limits: keys are written by mapper/rendering/limits.py
    limit: {
        none_verified: (n, of) => `${plural(of, {one: 'The only claim was not', other: `None of the ${of} claims was`})} independently verified by those who reported it.`,
        unverified: (n, of) => `${n} of ${some(of, 'claim')} ${plural(n, {one: 'is', other: 'are'})} marked as not independently verified.`,
        coarse: (n, of) => `${n} of ${some(of, 'figure')} ${plural(n, {one: 'is', other: 'are'})} placed no more finely than a district, a region or a country: ${plural(n, {one: 'an area here, not a point', other: 'areas here, not points'})}.`,
        unplaced: (n, of) => `${n} of ${some(of, 'claim')} could not be placed at all.`,
        undated: (n, of) => `${n} of ${some(of, 'claim')} ${plural(n, {one: 'has', other: 'have'})} no date.`,
        vague: (n, of) => `${n} of ${some(of, 'figure')} ${plural(n, {one: 'is a word, such as “dozens”, or has', other: 'are words, such as “dozens”, or have'})} no upper end.`,
        one_voice: (n, of, words) => `Every figure comes from one source, ${words}.`,
        voices: (n, of, words) => `All it knows comes from ${n} sources: ${words}.`,
        last: (n, of, words) => `Nothing published after ${words} is in it.`,
        no_claims: () => 'Its figures came without the claims they rest on: who said what, and in which words, cannot be checked here.',
        silent: () => 'What nobody reported is not here. An empty place on the map is not a safe one.'
    },
    disclaimer: 'The boundaries and names shown do not imply endorsement or acceptance by anyone.',
    skip: 'Skip the map, read the table',
    comma: ', ',
    reported: 'reported',
    placeUnknown: 'Place unknown',
    fromTo: (from, to) => `From ${from} to ${to}`,
    toOnly: to => `To ${to} (nobody said where from)`,
    fromOnly: from => `From ${from} (nobody said where to)`,
    rangeSpoken: (a, b) => `${a} to ${b}`,
    notSaid: 'not stated',
    // time
    time: 'Time',
    whatHappened: 'When it happened',
    whatWasKnown: 'What was published',
    knownOn: 'Published by',
    knownBy: day => `Published by ${day}`,
    wholePeriod: 'Whole period',
    play: 'Play',
    stop: 'Stop',
    undatedBar: n => `${n} without a date, always shown`,
    unpublishedBar: n => `${some(n, 'claim')} without a date of publication, counted from the last day ${plural(n, {one: 'it tells', other: 'they tell'})} of`,
    // summary
    shownAll: all => `${some(all, 'entry', 'entries')}`,
    shownOf: (n, all) => `${n} of ${some(all, 'entry', 'entries')} shown`,
    whereShown: (placed, unplaced) => `${placed} on the map, ${unplaced} without a place`,
    allOnMap: 'all have a place on the map',
    noneFits: 'nothing fits the search, the filters and the time',
    undatedCount: (n, of) => plural(of, {one: 'it has no date', other: `${n} of these ${of} ${plural(n, {one: 'has', other: 'have'})} no date`}),
    longBand: n => `Stripe below the bars: ${some(n, 'entry', 'entries')} said of a longer time than one bar`,
    longOnly: n => `${plural(n, {one: 'The only entry is', other: `All ${n} entries with a date are`})} said of a longer time than one bar: higher where more of them reach`,
    dataFrom: words => `What happened: ${words}`,
    publishedUntil: day => `Last report: ${day}`,
    // filters
    filters: 'Filters',
    filterHint: 'Nothing ticked means everything.',
    facets: {measure: 'What is counted', group: 'Who', grade: 'Support', precision: 'How finely placed', voices: 'Who says so'},
    chosen: n => `${n} chosen`,
    clearFilters: 'Clear all filters',
    search: 'Search names and words',
    goTo: 'Go to',
    // table
    tableName: 'Table',
    showTable: 'Show the table',
    hideTable: 'Hide the table',
    tableCaption: n => `Everything shown on the map or listed beside it: ${some(n, 'row')}`,
    notAdded: 'Rows are not added up: figures of several sources, of wider and of smaller areas, may count the same people.',
    columns: {place: 'Place', what: 'What', number: 'Number', when: 'When', grade: 'Support', precision: 'How finely placed', voices: 'Who says so'},
    earlier: 'Previous',
    later: 'Next',
    rowsOf: (from, to, all) => `${from}–${to} of ${all}`,
    onTheMap: 'Things on the map',
    stepThrough: n => `Step through ${some(n, 'thing')} on the map: arrow keys move, Enter opens`,
    // disagreement
    disagreement: 'What each source says of this',
    different: groups => `These figures count different people (${groups}). They cannot be compared one to one.`,
    ruleWords: 'How one figure was made of them:',
    support: 'Support',
    countedAs: n => `counted here as ${n}`,
    computedBefore: 'Figures as they stood on the chosen day, worked out in this page.',
    // take away
    takeaway: 'Take it with you',
    csv: 'Shown rows as CSV',
    geojson: 'Shown rows as GeoJSON',
    png: 'This view as a picture',
    print: 'Print',
    copyLink: 'Copy link to this view',
    copied: 'Link copied',
    notCopied: 'Copy this link:',
    saved: name => `Saved ${name}`,
    permalink: 'Link to this',
    openWhole: 'Open the whole page',
    story: 'Story',
    stepOf: (n, all) => `Step ${n} of ${all}`,
    gone: id => `What the link pointed to (${id}) is not in this edition.`,
    licence: 'Licence'
};
