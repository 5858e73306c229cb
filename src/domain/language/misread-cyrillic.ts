const fewestWords = 8
const leastShare = 0.35

/**
 * Whether a text looks like Cyrillic letters read as Latin ones. Their small letters have the shapes of Latin capitals
 * (н, т, в, к, м), so that capitals stand inside words: "nogknapKonw nanbto ManeHbKun".
 */
export function isMisreadCyrillic(text: string): boolean {
  const words = text.match(/(?<!\p{L})\p{Script=Latin}{3,}(?!\p{L})/gu) ?? []
  const odd = words.filter((word) => /\p{Ll}.*\p{Lu}/u.test(word) || /\p{Lu}{2}.*\p{Ll}/u.test(word))
  return words.length >= fewestWords && odd.length >= words.length * leastShare
}
