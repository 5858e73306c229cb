import { langOfWords } from '../text/lang-of-words.ts'
import type { FacetName } from './asked.ts'
import { CollectionTitle } from './collection-title.tsx'

/** What people call the value of a facet: a collection by its title, a language by its name. */
export function ValueName({ of, value }: { of: FacetName; value: string }) {
  if (of === 'collection') return <CollectionTitle id={value} />
  return of === 'language' ? languageName(value) : <span lang={langOfWords(value)}>{value}</span>
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    // Not a tag of BCP 47, as an import may bring it.
    return tag
  }
}
