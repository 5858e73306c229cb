/** A page that somebody asks for: by its number, or by the label that it may bear. */
export type PageWish = { kind: 'number'; number: number } | { kind: 'label'; label: string } | null

/** What is meant by an entry such as “12”, “12r” or “#12”: a bare number may be a label as well, which comes first. */
export function pageWishOf(entry: string, isLabelled: boolean): PageWish {
  const said = entry.trim()
  const number = /^#?\s*(\d{1,9})$/.exec(said)?.[1]
  if (said === '') return null
  if (number !== undefined && (said.startsWith('#') || !isLabelled))
    return Number(number) > 0 ? { kind: 'number', number: Number(number) } : null
  return { kind: 'label', label: said }
}
