/** The languages whose words the archive inflects, as in BCP 47. */
export const languages = ['en', 'ru', 'lt', 'lv', 'et', 'de'] as const

/** One of `languages`. */
export type Language = (typeof languages)[number]

/** The language that a tag (BCP 47) names, if it is one whose words are inflected. */
export function inflected(tag: string | null): Language | null {
  const primary = tag?.split('-')[0]?.toLowerCase()
  return languages.find((language) => language === primary) ?? null
}
