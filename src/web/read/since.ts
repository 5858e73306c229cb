/** What somebody gives of a citation, as the archive is asked: a state by its hash, or the end of a day; null for neither. */
export function sinceOf(entry: string): { claimsHash: string } | { at: string } | null {
  const said = entry.trim().toLowerCase()
  if (said === '') return null
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return { at: `${said}T23:59:59Z` }
  if (/^\d{4}-\d\d-\d\dt/.test(said)) return { at: said.toUpperCase() }
  return { claimsHash: said }
}
