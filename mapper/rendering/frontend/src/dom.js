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

/** What stands in a sentence until a node takes its place: a letter that no language has. */
export const slot = (/** @type {number} */ i) => String.fromCharCode(0xe000 + i);

/**
 * A sentence with nodes where its slots are, in whatever order the language puts them.
 * @param {string} sentence
 * @param {(Node | string)[]} parts
 * @returns {(Node | string)[]}
 */
export function filled(sentence, parts) {
    return sentence.split(/([\ue000-\ue00f])/).map(piece => (/^[\ue000-\ue00f]$/.test(piece) ? parts[piece.charCodeAt(0) - 0xe000] ?? '' : piece))
        .filter(piece => piece !== '');
}

/**
 * A list with the comma of the language between.
 * @param {(Node | string)[]} nodes
 * @param {string} comma
 */
export function listed(nodes, comma) {
    return nodes.flatMap((node, i) => (i ? [comma, node] : [node]));
}

/**
 * A link out of the page, only to the web and without telling where from; otherwise the bare words.
 * @param {string} url
 * @param {string} text
 * @param {string} [to] where it leads, for those who hear links one after the other
 */
export function link(url, text, to = '') {
    const label = to ? `${text}: ${to}` : null;
    return /^https?:\/\//i.test(url) ? h('a', {href: url, rel: 'noreferrer noopener', target: '_blank', 'aria-label': label}, text) : quoted(text);
}
