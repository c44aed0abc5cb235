// Which form of a word goes with a number: Arabic has five, English two.

/**
 * @typedef {{one: string, other: string, zero?: string, two?: string, few?: string, many?: string}} Forms
 */

/**
 * The choice of a form in a language, by a number already written in its digits.
 * @param {string} language
 * @returns {(number: string, forms: Forms) => string}
 */
export function plurals(language) {
    const rules = new Intl.PluralRules(language);
    return (number, forms) => forms[rules.select(valueOf(number))] ?? forms.other;
}

/**
 * The number that some digits write, Latin or Arabic, with or without separators.
 * @param {string} text
 */
export function valueOf(text) {
    const digits = text.replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) & 15)).replace(/[^0-9]/g, '');
    return digits ? Number(digits) : NaN;
}
