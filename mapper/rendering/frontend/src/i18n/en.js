// English. Every language has a table with the same keys; functions get numbers already written in its digits.

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
    noNumber: 'no number given',
    quotedWords: words => `“${words}”`,
    measures: {
        killed: 'killed', injured: 'injured', casualties: 'killed or injured', missing: 'missing', detained: 'detained',
        displaced: 'displaced', arrived: 'arrived', returned: 'returned', sheltering: 'sheltering',
        incidents: 'incidents', statement: 'statement'
    },
    units: {person: 'people', household: 'households', event: 'incidents'},
    grades: {
        confirmed: 'confirmed', fair: 'fair', weak: 'weak', contested: 'contested', discounted: 'discounted', ungraded: 'not graded'
    },
    precisions: {
        site: 'a site', settlement: 'a town or village', near: 'near a place', adm3: 'a sub-district', adm2: 'a district',
        adm1: 'a governorate', zone: 'a region without fixed bounds', country: 'a country', sea_air: 'at sea or in the air',
        unplaced: 'no place'
    },
    verifications: {unverified: 'not independently verified', verified: 'verified', disputed: 'disputed', retracted: 'retracted'},
    // headline and panels
    headline: 'What each source says',
    says: voice => `${voice}:`,
    ofWhom: 'of whom',
    ofThem: 'within this figure',
    notLocated: text => `${text} not located more finely than a region`,
    noVoice: 'Source not named',
    layers: 'Layers',
    layerNames: {
        deaths: 'Deaths', displacement: 'Displacement', refuge: 'Places of refuge', statements: 'Statements', boundaries: 'Boundaries and places'
    },
    legend: 'Legend',
    details: 'Details',
    detailsHint: 'Choose a symbol, an area or an arrow on the map.',
    close: 'Close',
    several: n => `${n} here`,
    tray: 'Without a place on the map',
    trayHint: 'Counted, not drawn: nobody said where more finely than this.',
    undated: 'no date',
    limits: 'What this map cannot show',
    sources: 'Sources',
    place: 'Place',
    period: 'When',
    why: 'Why it is here',
    asOf: day => `as of ${day}`,
    published: day => `published ${day}`,
    via: relay => `as passed on by ${relay}`,
    imputed: 'a number put in place of words',
    from: 'From',
    to: 'To',
    whereTo: 'nobody said where to',
    whereFrom: 'nobody said where from',
    superseded: 'superseded by a later figure',
    openReport: 'open the report',
    incidents: n => `${n} incidents`,
    mixed: (n, v) => `${n} figures, ${v} sources`,
    mapOf: title => `Map: ${title}`,
    // legend
    legendDisc: 'filled: the least killed',
    legendRing: 'ring: the most',
    legendOpen: 'open ring: at least; nobody said where it ends',
    legendBadge: 'a number beside a symbol: so many figures there; added only where one source gave them all',
    legendUnknown: 'killed, number unknown',
    legendZero: 'nobody killed',
    legendHatch: 'area: no finer place was given; denser is more',
    legendZone: 'dashed edge: a region without fixed bounds',
    legendNear: 'dashed circle: somewhere near',
    legendGrades: 'Letters and strokes grade the support',
    legendPeople: 'people',
    legendHouseholds: 'households (dashed)',
    legendVague: people => `${people}, a word instead of a number, such as “dozens”`,
    legendStub: 'fading line: nobody said where to, or where from',
    legendFlowUnknown: 'thin arrow: no number',
    legendRefuge: 'people took refuge; sized only where there is a number',
    legendStatement: 'a statement without a figure',
    // limits: keys are written by mapper/rendering/limits.py
    limit: {
        none_verified: (n, of) => `None of the ${of} claims was independently verified by those who reported it.`,
        unverified: (n, of) => `${n} of ${of} claims are marked as not independently verified.`,
        coarse: (n, of) => `${n} of ${of} figures are placed no more finely than a district, a region or a country: they are areas here, not points.`,
        unplaced: (n, of) => `${n} of ${of} claims could not be placed at all.`,
        undated: (n, of) => `${n} of ${of} claims have no date.`,
        vague: (n, of) => `${n} of ${of} figures are words, such as “dozens”, or have no upper end.`,
        one_voice: (n, of, words) => `Every figure comes from one source, ${words}.`,
        voices: (n, of, words) => `All it knows comes from ${n} sources: ${words}.`,
        last: (n, of, words) => `Nothing published after ${words} is in it.`,
        silent: () => 'What nobody reported is not here. An empty place on the map is not a safe one.'
    },
    disclaimer: 'The boundaries and names shown do not imply endorsement or acceptance by anyone.',
    skip: 'Skip the map'
};
