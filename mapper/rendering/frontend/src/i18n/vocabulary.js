// Words of sources that every language has: who people are, how many some words mean, kinds of voices. Each row says
// one thing in each language; what stands in no row stays as it was written.

import {fold} from '../folding.js';

/** Who is counted: English of several, English of one, Arabic. */
const GROUPS = [
    ['people', 'person', 'أشخاص'],
    ['civilians', 'civilian', 'مدنيون'],
    ['women', 'woman', 'نساء'],
    ['men', 'man', 'رجال'],
    ['children', 'child', 'أطفال'],
    ['males', 'male', 'ذكور'],
    ['females', 'female', 'إناث'],
    ['girls', 'girl', 'فتيات'],
    ['boys', 'boy', 'فتيان'],
    ['infants', 'infant', 'رضّع'],
    ['elderly people', 'elderly person', 'مسنّون'],
    ['Alawites', 'Alawite', 'علويون'],
    ['Alawite civilians', 'Alawite civilian', 'مدنيون علويون'],
    ['Alawite militants', 'Alawite militant', 'مسلحون علويون'],
    ['Christians', 'Christian', 'مسيحيون'],
    ['Sunnis', 'Sunni', 'سُنّة'],
    ['Shiites', 'Shiite', 'شيعة'],
    ['Druze', 'Druze', 'دروز'],
    ['Kurds', 'Kurd', 'أكراد'],
    ['Ismailis', 'Ismaili', 'إسماعيليون'],
    ['Syrians', 'Syrian', 'سوريون'],
    ['Lebanese', 'Lebanese', 'لبنانيون'],
    ['Palestinians', 'Palestinian', 'فلسطينيون'],
    ['Iraqis', 'Iraqi', 'عراقيون'],
    ['Israelis', 'Israeli', 'إسرائيليون'],
    ['security forces', 'member of the security forces', 'قوات أمن'],
    ['members of the security forces', 'member of the security forces', 'عناصر من قوات الأمن'],
    ['security personnel', 'member of the security personnel', 'عناصر أمن'],
    ['security and army personnel', 'member of the security or army personnel', 'عناصر من الأمن والجيش'],
    ['army personnel', 'member of the army', 'عناصر من الجيش'],
    ['military personnel', 'member of the military', 'عسكريون'],
    ['soldiers', 'soldier', 'جنود'],
    ['government soldiers', 'government soldier', 'جنود حكوميون'],
    ['government forces', 'member of the government forces', 'قوات حكومية'],
    ['police officers', 'police officer', 'رجال شرطة'],
    ['militants', 'militant', 'مسلحون'],
    ['gunmen', 'gunman', 'مسلحون'],
    ['armed groups', 'member of an armed group', 'مجموعات مسلحة'],
    ['fighters', 'fighter', 'مقاتلون'],
    ['combatants', 'combatant', 'مقاتلون'],
    ['combatants of both sides', 'combatant', 'مقاتلون من الطرفين'],
    ['rebels', 'rebel', 'معارضون مسلحون'],
    ['loyalists', 'loyalist', 'موالون'],
    ['Assad loyalists', 'Assad loyalist', 'موالون للأسد'],
    ['unarmed loyalists', 'unarmed loyalist', 'موالون غير مسلحين'],
    ['pro-Assad militants', 'pro-Assad militant', 'مسلحون موالون للأسد'],
    ['pro-Assad fighters', 'pro-Assad fighter', 'مقاتلون موالون للأسد'],
    ['Assad loyalists killed in combat', 'Assad loyalist killed in combat', 'موالون للأسد قُتلوا في القتال'],
    ['refugees', 'refugee', 'لاجئون'],
    ['Syrian refugees', 'Syrian refugee', 'لاجئون سوريون'],
    ['asylum seekers', 'asylum seeker', 'طالبو لجوء'],
    ['displaced people', 'displaced person', 'نازحون'],
    ['internally displaced people', 'internally displaced person', 'نازحون داخليًا'],
    ['returnees', 'returnee', 'عائدون'],
    ['new arrivals', 'new arrival', 'وافدون جدد'],
    ['migrants', 'migrant', 'مهاجرون'],
    ['families', 'family', 'أُسر'],
    ['households', 'household', 'أُسر'],
    ['Syrian families', 'Syrian family', 'أُسر سورية'],
    ['Lebanese families', 'Lebanese family', 'أُسر لبنانية'],
    ['individuals', 'individual', 'أفراد'],
    ['residents', 'resident', 'سكان'],
    ['villagers', 'villager', 'قرويون'],
    ['activists', 'activist', 'ناشطون'],
    ['journalists', 'journalist', 'صحفيون'],
    ['medical workers', 'medical worker', 'عاملون في القطاع الطبي'],
    ['aid workers', 'aid worker', 'عاملون في الإغاثة'],
    ['students', 'student', 'طلاب'],
    ['workers', 'worker', 'عمال'],
    ['farmers', 'farmer', 'مزارعون'],
    ['prisoners', 'prisoner', 'أسرى'],
    ['detainees', 'detainee', 'معتقلون'],
    ['protesters', 'protester', 'متظاهرون'],
    ['worshippers', 'worshipper', 'مصلّون'],
    ['bodies', 'body', 'جثث'],
    ['massacres', 'massacre', 'مجازر'],
    ['attacks', 'attack', 'هجمات'],
    ['field executions', 'field execution', 'إعدامات ميدانية'],
    ['unknown', 'unknown', 'غير معروفي الصفة']
];

/** More words for the same, folded; the Arabic ones as they stand in running text. */
const SAME = /** @type {Record<string, string>} */ ({
    all: 'people', person: 'people', persons: 'people', victims: 'people', citizens: 'people', dead: 'people', deaths: 'people', fatalities: 'people', killed: 'people', elderly: 'elderly people', 'the elderly': 'elderly people',
    idps: 'internally displaced people', 'internally displaced persons': 'internally displaced people', policemen: 'police officers',
    troops: 'soldiers', 'security force members': 'members of the security forces', 'security officers': 'security personnel', infant: 'infants',
    minors: 'children', kids: 'children', medics: 'medical workers', doctors: 'medical workers',
    'unknown status': 'unknown',
    قتيل: 'people', قتلي: 'people', شهيد: 'people', شهداء: 'people', ضحيه: 'people', ضحايا: 'people', جريح: 'people', جرحي: 'people', نازح: 'people',
    مدني: 'civilians', مواطن: 'people', مواطنون: 'people', شخص: 'people', افراد: 'people',
    سيده: 'women', سيدات: 'women', امراه: 'women', طفل: 'children', رجل: 'men', عنصر: 'security personnel', عناصر: 'security personnel',
    مسلح: 'militants', مقاتل: 'fighters', جندي: 'soldiers', لاجي: 'refugees', عائله: 'families', عائلات: 'families', اسره: 'families', علوي: 'Alawites'
});

/** How many, in words: English, Arabic. */
const VAGUE = [
    ['dozens', 'عشرات'], ['scores', 'عشرات عديدة'], ['tens', 'عشرات'], ['hundreds', 'مئات'], ['thousands', 'آلاف'],
    ['tens of thousands', 'عشرات الآلاف'], ['hundreds of thousands', 'مئات الآلاف'], ['millions', 'ملايين'], ['several', 'عدة'],
    ['several hundred', 'عدة مئات'], ['several dozen', 'عشرات'], ['several thousand', 'عدة آلاف'], ['many', 'كثيرون'], ['some', 'بعض'],
    ['a few', 'بضعة'], ['a number of', 'عدد من'], ['a number', 'عدد'], ['a large number', 'عدد كبير'], ['a large number of', 'عدد كبير من'],
    ['large numbers', 'أعداد كبيرة'], ['a crowd', 'حشد'], ['a large crowd', 'حشد كبير'], ['crowds', 'حشود'], ['a handful', 'حفنة'],
    ['dozens of', 'عشرات'], ['hundreds of', 'مئات'], ['thousands of', 'آلاف'], ['no one', 'لا أحد'], ['numerous', 'عدد كبير']
];

/** Voices that are no name: English, Arabic. */
const SPEAKERS = [
    ['reportedly', 'لم يُسمَّ أحد («بحسب تقارير»)', 'nobody named (“reportedly”)'], ['reports', 'تقارير'], ['local media', 'وسائل إعلام محلية'], ['state media', 'الإعلام الرسمي'], ['media', 'وسائل إعلام'],
    ['media reports', 'تقارير إعلامية'], ['local sources', 'مصادر محلية'], ['sources', 'مصادر'], ['medical sources', 'مصادر طبية'],
    ['security sources', 'مصادر أمنية'], ['a security source', 'مصدر أمني'], ['residents', 'سكان'], ['locals', 'سكان محليون'], ['activists', 'ناشطون'],
    ['witnesses', 'شهود'], ['eyewitnesses', 'شهود عيان'], ['witness', 'شاهد'], ['residents and activists', 'سكان وناشطون'],
    ['officials', 'مسؤولون'], ['local officials', 'مسؤولون محليون'], ['an official', 'مسؤول'], ['authorities', 'السلطات'],
    ['the government', 'الحكومة'], ['government', 'الحكومة'], ['police', 'الشرطة'], ['the army', 'الجيش'], ['a monitor', 'جهة رصد'], ['monitors', 'جهات رصد'],
    ['a war monitor', 'مرصد حربي'], ['war monitor', 'مرصد حربي'], ['a monitoring group', 'جهة رصد'], ['rights groups', 'منظمات حقوقية'],
    ['handwritten list', 'قائمة بخط اليد'], ['a physics teacher', 'مدرّس فيزياء'], ['the centre itself', 'المركز نفسه'], ['video', 'فيديو'],
    ['Arabic', 'بالعربية'], ['French', 'بالفرنسية'], ['English', 'بالإنكليزية'], ['spokesperson', 'متحدث'],
    ['the program’s own claims table', 'جدول الادعاءات الخاص بالبرنامج'], ['leaked from Military Operations', 'تسريب من إدارة العمليات العسكرية'],
    ['Lebanese authorities', 'السلطات اللبنانية'], ['Red Cross', 'الصليب الأحمر'], ['Lebanese authorities and Red Cross', 'السلطات اللبنانية والصليب الأحمر'], ['hospital', 'مستشفى'], ['hospitals', 'مستشفيات'],
    ['families of the victims', 'ذوو الضحايا'], ['relatives', 'أقارب'], ['survivors', 'ناجون'], ['aid workers', 'عاملون في الإغاثة'],
    ['UN', 'الأمم المتحدة'], ['satellite images', 'صور الأقمار الصناعية']
];

const groups = pairs(GROUPS);
for (const [word, same] of Object.entries(SAME)) groups.set(fold(word), /** @type {string[]} */ (groups.get(fold(same))));
const vague = pairs(VAGUE), speakers = pairs(SPEAKERS);

/** @param {string[][]} rows */
function pairs(rows) {
    /** @type {Map<string, string[]>} */
    const found = new Map();
    for (const row of rows) for (const word of row) if (!found.has(fold(word))) found.set(fold(word), row);
    return found;
}

/** @param {string} text */
export function isArabic(text) {
    return /[\u0600-\u06ff]/.test(text);
}

/**
 * Who is counted, in a language; null where no row says it.
 * @param {string} text
 * @param {string} language
 * @param {boolean} [one] of one person
 * @returns {string | null}
 */
export function groupIn(text, language, one = false) {
    const row = rowOf(text);
    if (row) return language === 'ar' ? row[2] : row[one ? 1 : 0];
    if (isArabic(text) === (language === 'ar')) return one ? null : text;
    return language === 'ar' ? composed(text) : null;
}

/**
 * Who some words mean; in Arabic also with the article, and in whatever case.
 * @param {string} text
 */
function rowOf(text) {
    const word = fold(text), bare = word.replace(/^ال(?=.{3})/, '');
    const forms = isArabic(word) ? [word, bare, bare.replace(/ا$/, ''), bare.replace(/ين$/, 'ون')] : [word, word.replace(/^the /, '')];
    return forms.map(form => groups.get(form)).find(row => row);
}

/** How parts of an English phrase stand in an Arabic one. */
const FRAMES = /** @type {[RegExp, (...parts: string[]) => string][]} */ ([
    [/^(.+), mostly (.+)$/, (a, b) => `${a}، معظمهم ${b}`],
    [/^mostly (.+)$/, a => `معظمهم ${a}`],
    [/^(.+), by (.+)$/, (a, b) => `${a}، على يد ${oblique(b)}`],
    [/^all but (.+)$/, a => `الجميع عدا ${oblique(a)}`],
    [/^(.+), in an ambush$/, a => `${a}، في كمين`],
    [/^(.+), executed$/, a => `${a}، أُعدموا`],
    [/^(.+) in two collective shelters$/, a => `${a} في مركزي إيواء جماعيين`],
    [/^(.+) in (?:collective )?shelters$/, a => `${a} في مراكز إيواء`],
    [/^(.+) \(mine\)$/, a => `${a} (لغم)`],
    [/^(.+) \(explosive remnants\)$/, a => `${a} (مخلفات متفجرة)`],
    [/^(.+) and (.+)$/, (a, b) => `${a} و${b}`],
    [/^(.+), (.+)$/, (a, b) => `${a}، ${b}`]
]);

/**
 * An English phrase in Arabic, if all its parts are known.
 * @param {string} text
 * @returns {string | null}
 */
function composed(text) {
    for (const [frame, made] of FRAMES) {
        const match = frame.exec(text);
        if (!match) continue;
        const parts = match.slice(1).map(part => rowOf(part)?.[2] ?? composed(part));
        if (parts.every(part => part !== null)) return made(...(/** @type {string[]} */ (parts)));
    }
    return null;
}

/**
 * Arabic people after a preposition.
 * @param {string} text
 */
function oblique(text) {
    return text.replace(/ون(?=[\s،)]|$)/g, 'ين');
}

/**
 * How many, in the words of a language; as it was written where no row says it.
 * @param {string} text
 * @param {string} language
 */
export function vagueIn(text, language) {
    return vague.get(fold(text))?.[language === 'ar' ? 1 : 0] ?? text;
}

/**
 * A voice that is no name; null where no row says it.
 * @param {string} text
 * @param {string} language
 */
export function speakerIn(text, language) {
    const row = speakers.get(fold(text));
    return row ? row[language === 'ar' ? 1 : 2] ?? row[0] : null;
}
