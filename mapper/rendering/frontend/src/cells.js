// Several values in one cell, a|b; a bar within a value has a backslash before it. As `mapper.schema.split` reads them.

/**
 * @param {string | null | undefined} cell
 * @returns {string[]}
 */
export function split(cell) {
    if (!cell) return [];
    return (cell.match(/(?:\\.|[^|\\])+/gs) ?? []).map(value => value.replace(/\\(.)/gs, '$1'));
}
