/** Texts by their language (IIIF Presentation 3.0, 4.4); `none` is for those of which it is not known. */
export type LanguageMap = { readonly [language: string]: readonly string[] }

/** A text with its language as a tag of BCP 47, where that is known. */
export type Said = { text: string; lang: string | null }

/** What the archive itself says, in English. */
export const english = (...texts: string[]): LanguageMap => ({ en: texts.map(plain) })

/** Texts in no language that is known. */
export const unspoken = (...texts: string[]): LanguageMap => ({ none: texts.map(plain) })

/** The same thing said in several languages: the first text in each. */
export function translations(said: readonly Said[]): LanguageMap {
  const first = new Map<string, string>()
  for (const { text, lang } of said) {
    const language = languageOf(lang)
    if (!first.has(language)) first.set(language, plain(text))
  }
  return Object.fromEntries([...first].map(([language, text]) => [language, [text]]))
}

/**
 * Several things, each said in a language. A viewer shows the texts of one language only, so that they stand together
 * under one where they share it, and else in none.
 */
export function together(said: readonly Said[]): LanguageMap {
  const languages = new Set(said.map(({ lang }) => languageOf(lang)))
  const [only = 'none'] = languages
  return { [languages.size === 1 ? only : 'none']: said.map(({ text }) => plain(text)) }
}

/** Several things of which each has names in languages: in each language all of them, by their first name where need be. */
export function named(things: readonly (readonly Said[])[]): LanguageMap {
  const nameable = things.filter((names) => names.length > 0)
  const languages = new Set(nameable.flat().map(({ lang }) => languageOf(lang)))
  return Object.fromEntries(
    [...languages].map((language) => [
      language,
      nameable.map((names) => {
        const name = names.find(({ lang }) => languageOf(lang) === language) ?? names[0]
        return plain(name?.text ?? '')
      }),
    ]),
  )
}

const languageOf = (tag: string | null) =>
  tag !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : 'none'

/** A text that looks like markup from its first letter to its last would be taken for it (4.5). */
const plain = (text: string) => (text.startsWith('<') && text.endsWith('>') ? `${text} ` : text)

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** What a language is called in English; what is no tag of a language is given back as it is. */
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}
