import { analyse, indexText } from '../../domain/analysis/analyse.ts'
import { cleanText } from '../../domain/clean-text.ts'
import type { ExtractedPage } from '../../ports/extractor.ts'

/** A page as the archive keeps it: its text cleaned, with the words that the index receives. */
export function makePage(page: Omit<ExtractedPage, 'words'>): ExtractedPage {
  const content = cleanText(page.content)
  return { ...page, content, words: indexText(analyse(content, null)) }
}
