import type { PageMatch } from './match-pages.ts'

/**
 * Says which pages of a transcription belong to no page of the scan, and behind which a person's text was kept or that of
 * another file came; null where all is as it should be.
 */
export function sayMismatch(
  pages: number,
  matches: readonly PageMatch[],
  behind: readonly number[],
  overtaken: readonly number[] = [],
): string | null {
  const left = matches.filter((match) => match.page === null)
  const [first] = left
  const alone =
    first &&
    `${left.length} of ${pages} ${pages === 1 ? 'page was' : 'pages were'} matched to no page of the scan and ${left.length === 1 ? 'stands by itself' : 'stand by themselves'} (page ${first.filePage}: ${first.says.replace(/\.$/, '')}); bring each to its page by hand, see docs/transcriptions.md`
  const kept =
    behind.length > 0 && `${on(behind)} the text that a person wrote was kept in front ${of(behind)}`
  const passed =
    overtaken.length > 0 && `${on(overtaken)} the text of another file stands in front ${of(overtaken)}`
  return [alone, kept, passed].filter((said) => said).join('; ') || null
}

const on = ({ length }: readonly number[]) => (length === 1 ? 'on one page' : `on ${length} pages`)

const of = (pages: readonly number[]) =>
  `(page ${pages.slice(0, 5).join(', ')}${pages.length > 5 ? ' …' : ''} of the file)`
