import type { PageMatch } from './match-pages.ts'

/**
 * Says which pages of a transcription belong to no page of the scan, and behind which a person's text was kept; null where
 * all is as it should be.
 */
export function sayMismatch(
  pages: number,
  matches: readonly PageMatch[],
  behind: readonly number[],
): string | null {
  const left = matches.filter((match) => match.page === null)
  const [first] = left
  const alone =
    first &&
    `${left.length} of ${pages} ${pages === 1 ? 'page was' : 'pages were'} matched to no page of the scan and ${left.length === 1 ? 'stands by itself' : 'stand by themselves'} (page ${first.filePage}: ${first.says.replace(/\.$/, '')}); bring each to its page by hand, see docs/transcriptions.md`
  const kept =
    behind.length > 0 &&
    `on ${behind.length === 1 ? 'one page' : `${behind.length} pages`} the text that a person wrote was kept in front (page ${behind.slice(0, 5).join(', ')}${behind.length > 5 ? ' …' : ''} of the file)`
  return [alone, kept].filter((said) => said).join('; ') || null
}
