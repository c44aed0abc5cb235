// Names as people type them: without case, accents and points, in Arabic and Latin letters.

const FOLDED = /** @type {Record<string, string>} */ ({
    أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', ی: 'ي', ء: '', ـ: ''
});

/**
 * A text in the form in which texts are compared.
 * @param {string} text
 */
export function fold(text) {
    // Most texts are plain, and a million of them may be searched.
    if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/['`]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
    return text.normalize('NFKD').toLowerCase()
        .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069ʿʾʻʼ'’‘`]/g, '')
        .replace(/[أإآٱىئؤةکیءـ]/g, letter => FOLDED[letter])
        .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) & 15))
        .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/**
 * The bones of a word: spellings such as Lattakia, Latakia and Lādhiqiyya's English cousins share them.
 * @param {string} word folded
 */
export function bones(word) {
    if (!/^[a-z]+$/.test(word)) return word.replace(/^ال(?=.{3})/, '');
    return word.replace(/ph/g, 'f').replace(/[ck]h/g, 'k').replace(/dh|th/g, 't').replace(/q|c/g, 'k').replace(/z/g, 's').replace(/gh/g, 'g')
        .replace(/(.)[aeiouwyh]+/g, '$1').replace(/(.)\1+/g, '$1');
}

/** @type {Map<string, string>} words of texts come again and again */
const known = new Map();

/** @param {string} word */
function knownBones(word) {
    let core = known.get(word);
    if (core === undefined) {
        if (known.size > 50000) known.clear();
        known.set(word, core = bones(word));
    }
    return core;
}

/** The article as it is written in Latin letters, apart or joined to a sun letter. */
const ARTICLES = new Set(['al', 'el', 'ad', 'adh', 'an', 'ar', 'as', 'ash', 'at', 'az', 'ez', 'the']);

/**
 * A word without the ending that some write and some do not: Hama and Hamah, Jableh and Jabla.
 * @param {string} word folded
 */
function stem(word) {
    return word.replace(/(?:ah|eh|a|e|h)$/, '');
}

/**
 * The words somebody looks for, folded; an article is none, unless it is all there is.
 * @param {string} text
 */
export function wordsOf(text) {
    const words = fold(text).split(' ').filter(Boolean), named = words.filter(word => !ARTICLES.has(word));
    return named.length ? named : words;
}

/**
 * Whether all words of a query stand in a text; the last may be unfinished.
 * @param {string} text folded
 * @param {string[]} query folded words
 */
export function matches(text, query) {
    /** @type {string[] | null} */
    let words = null;
    return query.every((part) => {
        const bare = part.replace(/^ال(?=.{3})/, '');
        if (text.includes(part) || text.includes(bare)) return true;
        const core = knownBones(part), start = stem(part);
        if (core.length < 2 && start.length < 3) return false;
        words ??= text.split(' ');
        return words.some(word => (core.length + Math.max(part.length, word.length) > 5 && core.length > 1 && knownBones(word) === core) ||
            (start.length > 2 && stem(word) === start));
    });
}
