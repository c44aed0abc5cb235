// Arabic.

import {plurals} from './plural.js';

const MEASURES = /** @type {Record<string, string>} */ ({
    killed: 'قتلى', injured: 'جرحى', casualties: 'قتلى أو جرحى', missing: 'مفقودون', detained: 'معتقلون',
    displaced: 'نازحون', arrived: 'وافدون', returned: 'عائدون', sheltering: 'لاجئون إلى المكان',
    incidents: 'حوادث', statement: 'تصريح'
});

/** A noun with a number before it, and after "many of". */
const COUNTED = /** @type {Record<string, Counted>} */ ({
    '': noun('شخص', 'شخصان', 'أشخاص', 'شخصًا', 'الأشخاص'),
    killed: noun('قتيل', 'قتيلان', 'قتلى', 'قتيلًا', 'القتلى'),
    injured: noun('جريح', 'جريحان', 'جرحى', 'جريحًا', 'الجرحى'),
    casualties: {...noun('قتيل أو جريح', 'قتيلان أو جريحان', 'قتلى أو جرحى', 'قتيلًا أو جريحًا', 'القتلى أو الجرحى'), one: 'قتيل أو جريح واحد'},
    missing: noun('مفقود', 'مفقودان', 'مفقودين', 'مفقودًا', 'المفقودين'),
    detained: noun('معتقل', 'معتقلان', 'معتقلين', 'معتقلًا', 'المعتقلين'),
    displaced: noun('نازح', 'نازحان', 'نازحين', 'نازحًا', 'النازحين'),
    arrived: noun('وافد', 'وافدان', 'وافدين', 'وافدًا', 'الوافدين'),
    returned: noun('عائد', 'عائدان', 'عائدين', 'عائدًا', 'العائدين'),
    sheltering: noun('لاجئ', 'لاجئان', 'لاجئين', 'لاجئًا', 'اللاجئين', ' إلى المكان'),
    incidents: noun('حادث', 'حادثان', 'حوادث', 'حادثًا', 'الحوادث')
});

/** What happened to families, after their noun. */
const FAMILIES = /** @type {Record<string, string>} */ ({displaced: 'نازحة', arrived: 'وافدة', returned: 'عائدة', sheltering: 'لاجئة'});

const plural = plurals('ar');
const some = (/** @type {string} */ n, /** @type {Counted} */ forms) => counted(n, forms, false);
const FIGURE = noun('رقم', 'رقمان', 'أرقام', 'رقمًا', 'الأرقام'), CLAIM = noun('ادعاء', 'ادعاءان', 'ادعاءات', 'ادعاءً', 'الادعاءات');
const SOURCE = noun('مصدر', 'مصدران', 'مصادر', 'مصدرًا', 'المصادر');
const ENTRY = noun('مدخل', 'مدخلان', 'مدخلات', 'مدخلًا', 'المدخلات'), THING = noun('عنصر', 'عنصران', 'عناصر', 'عنصرًا', 'العناصر');

const otherSources = (/** @type {string} */ n) => plural(n, {one: 'مصدر آخر', two: 'مصدران آخران', few: `${n} مصادر أخرى`, many: `${n} مصدرًا آخر`, other: `${n} مصدر آخر`});

/** @type {import('./words.js').Strings} */
export const ar = {
    language: 'ar',
    name: 'العربية',
    direction: 'rtl',
    upTo: n => `حتى ${oblique(n)}`,
    atLeast: n => `${n} على الأقل`,
    moreThan: n => `أكثر من ${oblique(n)}`,
    about: n => `نحو ${oblique(n)}`,
    range: (a, b) => `${a}–${b}`,
    unknown: 'العدد غير معروف',
    quotedWords: words => `«${words}»`,
    each: place => `كل منها ${place}`,
    measures: MEASURES,
    told: (n, measure, unit, inRange) => counted(n, unit === 'household' ? families(measure) : COUNTED[measure] ?? COUNTED.missing, Boolean(inRange)),
    toldWords: (words, measure, unit) => `${words} من ${unit === 'household' ? families(measure).all : (COUNTED[measure] ?? COUNTED.missing).all}`,
    toldUnknown: measure => `${measure}، العدد غير معروف`,
    event: (words, figure, measure, unit, group) => {
        const who = words.group(group, unit);
        return `${words.told(figure, measure, unit)} بحسب ما أُفيد${who ? ` (${who})` : ''}`;
    },
    grades: {
        confirmed: 'مؤكد', fair: 'مرجّح', weak: 'ضعيف', contested: 'متنازع عليه', discounted: 'مستبعد', ungraded: 'غير مصنّف'
    },
    gradeSigns: {confirmed: '✓', fair: 'ر', weak: 'ض', contested: 'ن', discounted: 'م'},
    precisions: {
        site: 'موقع', settlement: 'مدينة أو قرية', near: 'قرب مكان', adm3: 'ناحية', adm2: 'منطقة', adm1: 'محافظة',
        zone: 'إقليم بلا حدود ثابتة', country: 'بلد', sea_air: 'في البحر أو الجو', unplaced: 'بلا مكان'
    },
    verifications: {unverified: 'لم يُتحقق منه بصورة مستقلة', verified: 'تم التحقق منه', disputed: 'محل خلاف', retracted: 'مسحوب'},
    headline: 'ما يقوله كل مصدر',
    moreVoices: otherSources,
    severalVoices: n => some(n, SOURCE),
    tabled: (n, measure) => `${some(n, FIGURE)} (${measure})، سطرًا سطرًا من جدوله: بلا مجموع منه، ولا يُجمع هنا`,
    offSheet: n => `${otherSources(n)}: في الخريطة نفسها، لا على هذه الورقة`,
    ofWhom: 'منهم',
    notLocated: text => `${text} لم يُحدَّد مكانهم بأدق من إقليم`,
    noVoice: 'مصدر غير مسمّى',
    layers: 'الطبقات',
    layerNames: {
        deaths: 'القتلى', displacement: 'النزوح', refuge: 'أماكن اللجوء', statements: 'تصريحات', rates: 'المعدلات', tiles: 'خريطة الأساس', boundaries: 'الحدود والأماكن'
    },
    legend: 'مفتاح الخريطة',
    details: 'التفاصيل',
    detailsHint: 'اختر رمزًا أو منطقة أو سهمًا على الخريطة.',
    close: 'إغلاق',
    several: n => `${some(n, THING)} هنا، واحدًا تحت آخر`,
    sumsNote: 'مجاميع أرقام كل مصدر على حدة، محسوبة هنا؛ لا تُحسب الأرقام الواردة ضمن غيرها ولا تُجمع المصادر',
    tray: 'بلا مكان على الخريطة',
    trayHint: 'محسوب وغير مرسوم: لم يذكر أحد المكان بأدق من ذلك.',
    moreInTable: n => `و${some(n, ENTRY)} بعدُ في الجدول`,
    undated: 'بلا تاريخ',
    limits: 'ما لا تستطيع هذه الخريطة إظهاره',
    sources: 'المصادر',
    place: 'المكان',
    period: 'الزمان',
    why: 'لماذا هو هنا',
    asOf: day => `حتى ${day}`,
    since: day => `منذ ${day}`,
    until: day => `حتى ${day}`,
    published: day => `نُشر في ${day}`,
    via: relay => `نقلًا عن ${relay}`,
    whoSays: 'من يقول ذلك',
    whenSaid: 'متى قيل',
    where: 'أين',
    inTheirWords: 'بكلمات المصادر',
    moreClaims: n => plural(n, {one: 'ادعاء آخر', two: 'ادعاءان آخران', few: `${n} ادعاءات أخرى`, many: `${n} ادعاءً آخر`, other: `${n} ادعاء آخر`}),
    howMade: 'كيف جُمعت الأرقام معًا',
    placed: {
        given: (said, place) => (place ? `المصدر نفسه يحدد المكان: ${place}.` : 'المصدر نفسه يحدد المكان.'),
        exact: (said, place, several) => (several ? `ورد بالأسماء ${said}، وهي من أسماء ${place}.` : `ورد باسم ${said}، وهو من أسماء ${place}.`),
        skeleton: (said, place) => `ورد باسم ${said}، وهو رسم آخر لاسم ${place}.`,
        fuzzy: (said, place) => `ورد باسم ${said}، وهو قريب في الكتابة من ${place}. وقد يكون مكانًا آخر.`,
        context: (said, place) => `ورد باسم ${said}، وليس في أي قائمة أماكن مستخدمة هنا؛ فوُضع عند ${place}، الذي يضمه أو يقع قربه.`
    },
    notPlaced: said => `ورد باسم ${said}. ولم تحسم أي قائمة أماكن مستخدمة هنا أين يقع.`,
    gradeMeans: {
        confirmed: 'تحققت منه جهة ما', fair: 'مصدران مستقلان أو أكثر', weak: 'مصدر واحد فقط، أو لم يستطع أحد التحقق',
        contested: 'ينازع فيه مصدر', discounted: 'سحبه مصدره', ungraded: 'لا يقوله إلا طرف في القتال، أو من لم يُسمَّ'
    },
    reasons: {
        part: (a, b, why) => `${a} جزء من ${b}، ولا يُضاف إليه${why ? `: ${why}` : ''}.`,
        supersedes: (a, b) => `${a} رقم لاحق أو أدق من المصدر نفسه، يحل محل ${b}.`,
        again: (a, b) => `${a} تكرار لـ${b}، ويُحسب مرة واحدة.`,
        one: (a, b) => `${a} و${b} يُعدّان حدثًا واحدًا.`,
        apart: (a, b, why) => `${a} منفصل عن ${b}${why ? `: ${why}` : ''}.`,
        passed: (a, b) => `${a} يشمل أيامًا أقل من ${b}، وهو مجموع لاحق ليس أصغر منه: فلا يناقضه، ولا يوسّع الحد الأدنى ولا الأعلى.`,
        likely: (a, b) => `${a} يقع ضمن مساحة وأيام ${b} من مصدر آخر. والأرجح أنه محسوب فيه، فلا يُجمعان.`,
        vague: (a, b) => `${a} يقول بكلمات أعم ما يقوله ${b} بدقة، ولا يُحسب معه.`,
        added: (a, b) => `${a} حدث واحد يرويه مصدر آخر عدة أحداث: ${b}. تُجمع أرقام هذه الأحداث.`,
        graded: (a, b) => `صنّفه شخص «${a}»: ${b}.`,
        corrected: (a, b, why) => `صحّح شخص ${a} (${b}): ${why}.`,
        party: a => `${a} قول طرف في القتال: لا يفعل سوى رفع الحد الأعلى.`,
        twice: a => `${a}: أرقام من مصدر واحد ومكان ويوم واحد، فهي تصحيح أو حدثان. لا تُجمع، وينبغي أن ينظر فيها شخص.`
    },
    because: {
        says: 'المصدر يقول ذلك', split: 'مجموع أجزاء المصدر نفسه يساوي الكل', within: 'المصدر نفسه، ومكانه وناسه وأيامه داخله',
        here: 'المصدر والمكان نفسهما، وناسه وأيامه داخله',
        figures: 'لا يمكن أن يصح الرقمان معًا', groups: 'يحصيان أناسًا مختلفين', episode: 'تختلف أيامهما كثيرًا',
        summary: 'قد يجمع أحدهما عدة أحداث', area: 'أحدهما مساحة والآخر نقطة', far: 'متباعدان', weak: 'غير متشابهين بما يكفي', better: 'رقم آخر أقرب إليه',
        tie: 'عدة أرقام تصلح بالقدر نفسه تقريبًا، وينبغي أن ينظر فيها شخص'
    },
    everybody: 'أشخاص دون تخصيص',
    zoomIn: 'تقريب',
    zoomOut: 'تبعيد',
    method: 'كيف صُنعت هذه الخريطة',
    methods: {
        claims: 'كل رقم ادعاء صادر عن جهة: من يقوله، وبأي كلمات، وعن أي أيام ومكان. ولم يُحصَ هنا شيء من جديد.',
        reported: 'القتلى هنا «بحسب ما أُفيد»: الرقم على الخريطة هو ما قيل، لا ما أثبتته محكمة أو تحقيق.',
        places: 'لا يُحدَّد مكان الادعاء بأدق مما يقوله مصدره. والمساحة تُرسم مساحة، لا نقطة في وسطها.',
        together: 'توضع أرقام الحدث الواحد جنبًا إلى جنب ولا تُجمع: الرقم اللاحق من مصدر واحد يحل محل سابقه، والجزء لا يُضاف إلى كله، والمصادر لا يُجمع بعضها إلى بعض.',
        words: 'كلمات مثل «العشرات» تبقى كلمات. وحيث يحتاج الرمز إلى عدد يؤخذ أقل ما قد تعنيه الكلمة، ويُذكر ذلك.',
        support: 'قوة إسناد الرقم تتبع من يقوله وهل تحقق منه أحد، وفق هذه القواعد:'
    },
    eventAt: (event, place) => `${event}، ${place}`,
    otherFigure: 'رقم آخر',
    rules: {
        ladder: 'الأدنى والأعلى: ما تقوله المصادر المستقلة. وبينهما: ما تم التحقق منه قبل الرقم المحدد، وهذا قبل «على الأقل»، وهذا قبل الكلمات؛ وعند التساوي الأقل. وقول طرف في القتال لا يفعل سوى رفع الأعلى.',
        lowest: 'الأدنى والأعلى: ما تقوله المصادر المستقلة؛ وبينهما: أقلها.',
        envelope: 'الأدنى والأعلى: ما تقوله المصادر المستقلة؛ ولا يُختار شيء بينهما.',
        voice: voice => `أرقام مصدر مختار${voice ? `، ${voice}` : ''}، حيث يتحدث.`
    },
    defaultTitle: 'العنف والنزوح كما وردت في التقارير',
    imputed: 'رقم وُضع بدل كلمات',
    from: 'من',
    to: 'إلى',
    superseded: 'حلّ محله رقم لاحق أو أدق من المصدر نفسه',
    openReport: 'افتح التقرير',
    incidents: n => some(n, COUNTED.incidents),
    moreFigures: n => plural(n, {one: 'رقم آخر', two: 'رقمان آخران', few: `${n} أرقام أخرى`, many: `${n} رقمًا آخر`, other: `${n} رقم آخر`}),
    nothing: 'لا يوجد ما يُعرض هنا.',
    nowhere: n => `لا مكان على الخريطة لأي من هذه الأرقام (${n}): انظر الجدول.`,
    mapOf: title => `خريطة: ${title}`,
    metres: n => `${n} م`,
    kilometres: n => `${n} كم`,
    legendLeast: n => `${n} أو أقل: حجم واحد كي تُرى`,
    legendDisc: 'القرص الممتلئ: أقل عدد للقتلى',
    legendRing: 'الحلقة: أكبر عدد',
    legendOpen: 'حلقة مفتوحة: على الأقل؛ لم يذكر أحد الحد الأعلى',
    legendSeveral: 'حافة ثانية: عدة حوادث، مجموع مصدر واحد',
    legendUnknown: 'قتلى، العدد غير معروف',
    legendZero: 'لا قتلى',
    legendHatch: 'منطقة مظللة: لم يُذكر مكان أدق؛ كثافة الخطوط بحسب عدد القتلى',
    legendZone: 'حافة متقطعة: إقليم بلا حدود ثابتة',
    legendNear: 'دائرة متقطعة: في مكان قريب',
    legendPlaces: 'حلقات متقطعة متصلة: رقم واحد لعدة أماكن',
    legendGrade: (sign, grade) => `${sign} قوة الإسناد: ${grade}`,
    legendDashed: households => `${households} (خط متقطع)`,
    legendVague: 'أشخاص، كلمة بدل رقم، مثل «العشرات»',
    legendVagueHouseholds: 'أُسر (خط متقطع)، كلمة بدل رقم، مثل «العشرات»',
    legendStub: 'خط متلاشٍ: لم يذكر أحد الوجهة أو المصدر',
    legendOthers: n => `حركات أصغر غير مرسومة هنا: ${n}؛ تظهر عند التقريب`,
    legendFlowUnknown: 'سهم رفيع: بلا عدد',
    inAndOut: (came, left) => `وصل ${came} · غادر ${left}`,
    balance: n => `الفرق \u2066${n}\u2069`,
    endUnknown: n => `${n} من أماكن مجهولة أو إليها`,
    legendBalance: 'الواصلون والمغادرون والفرق في مكان: من مصدر واحد، وعلى الأقل',
    legendRefuge: 'لجأ إليه أشخاص؛ الحجم بحسب العدد إن وُجد',
    legendStatement: 'تصريح بلا رقم',
    ratePer: (measure, per, of) => `${measure} لكل ${per} من ${of}`,
    rateFirst: end => `حتى ${end}`,
    rateClass: (from, to) => `فوق ${from} وحتى ${to}`,
    rateNone: 'لم يُحصَ أحد',
    rateUnknown: 'لا بيانات',
    rateSource: (of, source, year) => `${of}: ${source}، ${year}`,
    limit: {
        none_verified: (n, of) => plural(of, {one: 'لم يتحقق ناقلو الأخبار بصورة مستقلة من الادعاء الوحيد.', other: `لم يتحقق ناقلو الأخبار بصورة مستقلة من أيٍّ من الادعاءات، وعددها ${of}.`}),
        unverified: (n, of) => `الموسوم بأنه لم يُتحقق منه بصورة مستقلة: ${n} من أصل ${oblique(some(of, CLAIM))}.`,
        coarse: (n, of) => `ما لم يُحدَّد مكانه بأدق من منطقة أو إقليم أو بلد: ${n} من أصل ${oblique(some(of, FIGURE))}. يظهر هنا مساحة لا نقطة.`,
        unplaced: (n, of) => `ما تعذّر تحديد أي مكان له: ${n} من أصل ${oblique(some(of, CLAIM))}.`,
        undated: (n, of) => `ما لا تاريخ له: ${n} من أصل ${oblique(some(of, CLAIM))}.`,
        vague: (n, of) => `ما هو كلمة مثل «العشرات» أو بلا حد أعلى: ${n} من أصل ${oblique(some(of, FIGURE))}.`,
        one_voice: (n, of, words) => `كل الأرقام من مصدر واحد: ${words}.`,
        voices: (n, of, words) => `كل ما تعرفه الخريطة من ${oblique(some(n, SOURCE))}: ${words}.`,
        last: (n, of, words) => `ليس فيها شيء نُشر بعد ${words}.`,
        no_claims: () => 'جاءت أرقامها بلا الادعاءات التي تستند إليها: لا يمكن هنا التحقق ممن قال ماذا وبأي كلمات.',
        silent: () => 'ما لم يُبلِّغ عنه أحد ليس هنا. المكان الخالي على الخريطة ليس مكانًا آمنًا.'
    },
    disclaimer: 'لا تعني الحدود والأسماء المبيّنة إقرارًا أو قبولًا من أي جهة.',
    skip: 'تجاوز الخريطة إلى الجدول',
    comma: '، ',
    reported: 'بحسب ما أُفيد',
    placeUnknown: 'مكان غير معروف',
    fromTo: (from, to) => `من ${from} إلى ${to}`,
    toOnly: to => `إلى ${to} (لم يذكر أحد من أين)`,
    fromOnly: from => `من ${from} (لم يذكر أحد إلى أين)`,
    rangeSpoken: (a, b) => `من ${a} إلى ${b}`,
    notSaid: 'غير مذكور',
    time: 'الزمن',
    whatHappened: 'متى حدث',
    whatWasKnown: 'ما كان منشورًا',
    knownOn: 'المنشور حتى',
    knownBy: day => `المنشور حتى ${day}`,
    wholePeriod: 'المدة كلها',
    play: 'تشغيل',
    stop: 'إيقاف',
    undatedBar: n => `بلا تاريخ: ${n}، تظهر دائمًا`,
    unpublishedBar: n => `بلا تاريخ نشر: ${some(n, CLAIM)}، تُحسب من آخر يوم تتحدث عنه`,
    shownAll: all => some(all, ENTRY),
    shownOf: (n, all) => `المعروض ${n} من أصل ${oblique(some(all, ENTRY))}`,
    whereShown: (placed, unplaced) => `على الخريطة ${placed}، وبلا مكان ${unplaced}`,
    allOnMap: 'لكلٍّ منها مكان على الخريطة',
    noneFits: 'لا شيء يوافق البحث والتصفية والزمن',
    undatedCount: n => `منها ${n} بلا تاريخ`,
    longBand: n => `الشريط تحت الأعمدة: ${some(n, ENTRY)} عن مدة أطول من عمود واحد`,
    longOnly: n => `كل المدخلات المؤرخة (${n}) عن مدة أطول من عمود واحد: الأعلى حيث يمتد أكثرها`,
    dataFrom: words => `زمن الأحداث: ${words}`,
    publishedUntil: day => `آخر تقرير: ${day}`,
    filters: 'التصفية',
    filterHint: 'إن لم يُحدَّد شيء فكل شيء معروض.',
    facets: {measure: 'ما يُحصى', group: 'من هم', grade: 'قوة الإسناد', precision: 'دقة المكان', voices: 'من يقول ذلك'},
    chosen: n => `المحدد ${n}`,
    clearFilters: 'إزالة كل التصفية',
    search: 'ابحث في الأسماء والكلمات',
    goTo: 'انتقل إلى',
    tableName: 'الجدول',
    showTable: 'أظهر الجدول',
    hideTable: 'أخفِ الجدول',
    tableCaption: n => `كل ما هو معروض على الخريطة أو مذكور بجانبها: عدد الصفوف ${n}`,
    notAdded: 'لا تُجمع الأسطر: أرقام مصادر مختلفة، ومساحات أوسع وأضيق، قد تحصي الأشخاص أنفسهم.',
    columns: {place: 'المكان', what: 'الموضوع', number: 'العدد', when: 'الزمان', grade: 'قوة الإسناد', precision: 'دقة المكان', voices: 'من يقول ذلك'},
    earlier: 'السابق',
    later: 'التالي',
    rowsOf: (from, to, all) => `${from}–${to} من ${all}`,
    onTheMap: 'ما على الخريطة',
    stepThrough: n => `تنقّل بين عناصر الخريطة، وعددها ${n}: الأسهم للتنقل، والإدخال للفتح`,
    disagreement: 'ما يقوله كل مصدر في هذا',
    different: groups => `هذه الأرقام تُحصي أناسًا مختلفين (${groups})، فلا تصح المقارنة بينها رقمًا برقم.`,
    ruleWords: 'كيف استُخلص منها رقم واحد:',
    support: 'قوة الإسناد',
    countedAs: n => `محسوبة هنا: ${n}`,
    computedBefore: 'الأرقام كما كانت في اليوم المختار، محسوبة في هذه الصفحة.',
    takeaway: 'خذها معك',
    csv: 'الصفوف المعروضة بصيغة CSV',
    geojson: 'الصفوف المعروضة بصيغة GeoJSON',
    png: 'هذا المنظر صورةً',
    print: 'اطبع',
    copyLink: 'انسخ رابط هذا المنظر',
    copied: 'نُسخ الرابط',
    notCopied: 'انسخ هذا الرابط:',
    saved: name => `حُفظ ${name}`,
    permalink: 'رابط إلى هذا',
    openWhole: 'افتح الصفحة كاملة',
    story: 'القصة',
    stepOf: (n, all) => `الخطوة ${n} من ${all}`,
    gone: id => `ما يشير إليه الرابط (${id}) ليس في هذه الطبعة.`,
    licence: 'الرخصة'
};

/**
 * @typedef {import('./plural.js').Forms & {all: string}} Counted
 * @param {string} one
 * @param {string} two
 * @param {string} few
 * @param {string} many
 * @param {string} all after "of the"
 * @param {string} [after] words that follow each form
 * @returns {Counted}
 */
function noun(one, two, few, many, all, after = '') {
    return {one: `${one} واحد${after}`, two: two + after, few: few + after, many: many + after, other: one + after, zero: few + after, all: all + after};
}

/**
 * Families of whom something is said.
 * @param {string} measure
 * @returns {Counted}
 */
function families(measure) {
    const what = FAMILIES[measure] ? ` ${FAMILIES[measure]}` : '';
    return {
        one: `أسرة${what} واحدة`, two: FAMILIES[measure] ? `أسرتان ${FAMILIES[measure].slice(0, -1)}تان` : 'أسرتان', few: `أسر${what}`,
        many: `أسرة${what}`, other: `أسرة${what}`, zero: `أسر${what}`, all: FAMILIES[measure] ? `الأسر ال${FAMILIES[measure]}` : 'الأسر'
    };
}

/**
 * A number and its noun: one and two are words of their own, without a digit.
 * @param {string} n
 * @param {Counted} forms
 * @param {boolean} inRange at the end of a range, where the digit stays
 */
function counted(n, forms, inRange) {
    const form = plural(n, forms), small = form === forms.one || form === forms.two;
    if (small) return inRange ? `${n} من ${forms.all}` : form;
    return `${n} ${form}`;
}

/**
 * A noun of two, after a preposition; what has an article is none.
 * @param {string} text
 */
function oblique(text) {
    return text.replace(/(?<![\u0600-\u06ff])(?!ال)([\u0600-\u06ff]+)ان(?= |$)/g, '$1ين');
}
