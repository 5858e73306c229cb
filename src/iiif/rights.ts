const licence =
  /https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z+-]+\/\d\.\d(?:\/(?!deed|legalcode)[a-z]{2,3})?)(?![\w.]*\d)/i
const statement = /https?:\/\/(?:www\.)?rightsstatements\.org\/(?:vocab|page)\/([A-Za-z-]+\/\d\.\d)/i

/**
 * The licence of Creative Commons or the statement of RightsStatements.org that a text names by its address, as these
 * write it for machines (IIIF Presentation 3.0, 3.1, rights); null where it names none, or several.
 */
export function rightsIn(text: string): string | null {
  const all = (pattern: RegExp) => [...text.matchAll(new RegExp(pattern, 'gi'))]
  const found = new Set([
    ...all(licence).map(
      ([, kind = '', name = '']) => `http://creativecommons.org/${kind.toLowerCase()}/${name.toLowerCase()}/`,
    ),
    ...all(statement).map(([, name = '']) => `http://rightsstatements.org/vocab/${name}/`),
  ])
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}
