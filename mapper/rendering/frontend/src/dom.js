// The only way elements are made here. Text becomes text nodes; nothing is ever read as HTML.

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` are listeners, `class`, `lang` and the rest attributes; null is left out
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children) if (child || child === '') element.append(/** @type {Node | string} */ (child));
    return element;
}

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
}

/**
 * Somebody else's words: isolated, so that they cannot turn the direction of the words around them.
 * @param {string} text
 * @param {string} [tag]
 * @param {string | null} [lang] of the words, where known; else Arabic letters tell
 */
export function quoted(text, tag = 'bdi', lang = null) {
    return h(tag, {dir: 'auto', lang: lang || (/[\u0600-\u06ff]/.test(text) ? 'ar' : null)}, text);
}

/**
 * A sentence of this project about names: English, whatever script it starts in.
 * @param {string} text
 */
export function reasoned(text) {
    return h('bdi', {dir: 'ltr', lang: 'en'}, text);
}

/**
 * A link out of the page, only to the web and without telling where from; otherwise the bare words.
 * @param {string} url
 * @param {string} text
 */
export function link(url, text) {
    return /^https?:\/\//i.test(url) ? h('a', {href: url, rel: 'noreferrer noopener', target: '_blank'}, text) : quoted(text);
}
