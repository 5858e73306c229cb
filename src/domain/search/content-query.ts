/** Which annotations are searched: the texts of pages, and what people say (of these motivations; null: of any). */
export type ContentScope = { texts: boolean; notes: boolean; motivations: readonly string[] | null }

/** What texts of pages are to viewers: taken from the page, or in version 1 painted on it. */
const ofTexts: ReadonlySet<string> = new Set(['supplementing', 'painting'])

/**
 * What a list of motivations asks for (IIIF Content Search 2.0, 4.1.1, and 1.0, 3.2.1): all where it is empty. `painting`
 * means the texts in version 1 only, for nothing but images is painted in version 3 of the Presentation API.
 */
export function contentScope(given: string | undefined, version: 1 | 2): ContentScope {
  const asked = (given ?? '').split(/\s+/u).filter((one) => one !== '')
  const named = asked.map((one) => one.replace(/^(oa|sc):/, ''))
  if (named.length === 0) return { texts: true, notes: true, motivations: null }
  const texts = named.some((one) => (one === 'painting' ? version === 1 : one === 'supplementing'))
  if (version === 1 && named.includes('non-painting')) return { texts, notes: true, motivations: null }
  const motivations = named.filter((one) => !ofTexts.has(one))
  return { texts, notes: motivations.length > 0, motivations }
}
