const key = 'fonds-skipped'

/** The pages that were passed over while this window is open. */
export function skippedPages(): string[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  return Array.isArray(kept) ? kept.filter((page) => typeof page === 'string') : []
}

/** Passes over a page for as long as this window is open. */
export const skipPage = (page: string): void =>
  sessionStorage.setItem(key, JSON.stringify([...new Set([...skippedPages(), page])]))

/** The page in most need that is neither this one nor was passed over. */
export const nextOf = <P extends { page: string }>(
  pages: readonly P[],
  current: string,
  skipped: readonly string[],
): P | null => pages.find(({ page }) => page !== current && !skipped.includes(page)) ?? null
