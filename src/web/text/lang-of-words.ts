/** Letters that tell a language for certain among those that an archive is likely to hold; the first that fits. */
const letters: readonly (readonly [lang: string, has: RegExp])[] = [
  ['be', /ў/i],
  ['uk', /[їєґ]/i],
  ['be', /і.*[ыэ]|[ыэ].*і/is],
  ['uk', /і/i],
  ['ru', /[ыэё]/i],
  ['lt', /[ėįų]/i],
  ['lv', /[āīķļņģ]/i],
  ['pl', /[łśźć]/i],
  ['de', /ß/],
]

/** Scripts by their codes in ISO 15924, but for Latin, in which nothing is said of a language. */
const scripts: readonly (readonly [code: string, has: RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
]

/**
 * The language of a title, a name or a few words as far as they tell it (BCP 47): by a letter that only one language has,
 * else by a script that is not Latin (`und-Cyrl`). Undefined where they do not differ from those of the page. A language
 * that is `known` of what bears the words is theirs if they are written in its script.
 */
export function langOfWords(text: string, known?: string | null): string | undefined {
  if (known && scriptOf(known) === (scriptIn(text) ?? 'Latn')) return known
  return letters.find(([, has]) => has.test(text))?.[0] ?? undetermined(text)
}

function undetermined(text: string): string | undefined {
  const script = scriptIn(text)
  return script && `und-${script}`
}

const scriptIn = (text: string): string | undefined => scripts.find(([, has]) => has.test(text))?.[0]

function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch {
    // Not a tag of BCP 47, as an import may bring it.
    return undefined
  }
}
