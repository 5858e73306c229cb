import { analyse, indexText } from '../../domain/analysis/analyse.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { languageOf } from '../../domain/language/language-of.ts'
import type { ExtractedPage } from '../../ports/extractor.ts'

/**
 * A page as the archive keeps it: its text cleaned, with its language (the `assumed` one where it cannot be told) and the
 * words that the index receives.
 */
export function makePage(
  page: Omit<ExtractedPage, 'words' | 'language'>,
  assumed: string | null = null,
): ExtractedPage {
  const content = cleanText(page.content)
  const language = languageOf(content) ?? assumed
  return { ...page, content, language, words: indexText(analyse(content, language)) }
}
