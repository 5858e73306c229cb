const mostWords = 12
const mostCharacters = 2_000

/** The first words of a text as written, without the signs that make a heading of them; null where it has none. */
export function openingOf(text: string): string | null {
  const words = text
    .slice(0, mostCharacters)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.length > 0 ? words.slice(0, mostWords).join(' ') : null
}
