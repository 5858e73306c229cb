/** What somebody wrote of a page and did not save. `basedOn` is the revision that it began with, null for none. */
export type Draft = {
  page: string
  basedOn: string | null
  layer: string
  content: string
  base: string
  at: string
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const prefix = 'fonds-draft:'
const keyOf = ({ page, basedOn, layer }: Omit<Draft, 'content' | 'at' | 'base'>) =>
  `${prefix}${page}:${layer}:${basedOn ?? ''}`

/** Keeps a draft on this device; false where it has no room or keeps nothing. */
export function keepDraft(kept: Kept, draft: Draft): boolean {
  try {
    kept.setItem(keyOf(draft), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

/** Forgets a draft: it was saved, or thrown away. */
export function dropDraft(kept: Kept, draft: Omit<Draft, 'content' | 'at' | 'base'>): void {
  kept.removeItem(keyOf(draft))
}

/** The drafts of a page, the newest first; what is not one is passed over. */
export function draftsOf(kept: Kept, page: string): Draft[] {
  const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '')
  const ofPage = keys.filter((key) => key.startsWith(`${prefix}${page}:`))
  const drafts = ofPage.map((key) => read(kept.getItem(key))).filter((draft) => draft !== null)
  return drafts.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

function read(text: string | null): Draft | null {
  try {
    const draft: unknown = JSON.parse(text ?? 'null')
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { page, basedOn, layer, content, base, at } = value as Record<string, unknown>
  const written = [page, layer, content, base, at].every((part) => typeof part === 'string')
  return written && (basedOn === null || typeof basedOn === 'string')
}
