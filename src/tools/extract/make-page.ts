import { analyse, indexText } from '../../domain/analysis/analyse.ts'
import { cleanText } from '../../domain/clean-text.ts'
import { languageOf } from '../../domain/language/language-of.ts'
import type { ExtractedPage } from '../../ports/extractor.ts'

/** A page as the archive keeps it: its text cleaned, with its language and the words that the index receives. */
export function makePage(page: Omit<ExtractedPage, 'words' | 'language'>): ExtractedPage {
  const content = cleanText(page.content)
  const language = languageOf(content)
  return { ...page, content, language, words: indexText(analyse(content, language)) }
}
