/** An entity tag (RFC 9110 §8.8.3); `tag` is the opaque part with its quotes. */
export type EntityTag = { weak: boolean; tag: string }

/** The tags of an `If-Match` or `If-None-Match` header, or `*`; what is not an entity tag is left out. */
export function parseTags(header: string): '*' | EntityTag[] {
  if (header.trim() === '*') return '*'
  return [...header.matchAll(/(?:^|,)\s*(W\/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?=,|$)/g)].map(
    ([, weak, tag]) => ({
      weak: weak !== undefined,
      tag: tag ?? '',
    }),
  )
}

/** Whether `If-Match` holds for the current strong `etag` (null where nothing exists): strong comparison, §13.1.1. */
export function matchesStrongly(header: string, etag: string | null): boolean {
  if (etag === null || etag.startsWith('W/')) return false
  const tags = parseTags(header)
  return tags === '*' || tags.some(({ weak, tag }) => !weak && tag === etag)
}

/** Whether `If-None-Match` names the current `etag` (null where nothing exists): weak comparison, §13.1.2. */
export function matchesWeakly(header: string, etag: string | null): boolean {
  if (etag === null) return false
  const tags = parseTags(header)
  return tags === '*' || tags.some(({ tag }) => tag === etag.replace(/^W\//, ''))
}

/** What the conditions of a GET or HEAD come to, in the order of RFC 9110 §13.2.2; header names are lower-case. */
export function judge(
  headers: Record<string, string | string[] | undefined>,
  current: { etag: string | null; lastModified?: Date },
): 'proceed' | 'not-modified' | 'failed' {
  const ifMatch = one(headers['if-match'])
  const ifNoneMatch = one(headers['if-none-match'])
  const changed = (since: string | null) => changedSince(since, current.lastModified)
  if (ifMatch !== null) {
    if (!matchesStrongly(ifMatch, current.etag)) return 'failed'
  } else if (changed(one(headers['if-unmodified-since'])) === true) return 'failed'
  if (ifNoneMatch !== null) return matchesWeakly(ifNoneMatch, current.etag) ? 'not-modified' : 'proceed'
  return changed(one(headers['if-modified-since'])) === false ? 'not-modified' : 'proceed'
}

/** Whether a thing changed after the HTTP date, to the second; null where either is not known. */
export function changedSince(httpDate: string | null, lastModified: Date | undefined): boolean | null {
  const since = httpDate === null ? Number.NaN : Date.parse(httpDate)
  if (Number.isNaN(since) || lastModified === undefined) return null
  return Math.floor(lastModified.getTime() / 1000) * 1000 > since
}

/** The version in a strong tag of the form `"<version>-<hash>"`, null for any other. */
export function versionOfEtag(etag: string): number | null {
  const digits = /^"(\d{1,15})-[^"]*"$/.exec(etag)?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * The version that an `If-Match` header demands of a versioned thing. Null demands nothing (no header, or `*`, which
 * only asks that the thing exists). Of several tags the newest counts, for versions only grow: who has seen it knows
 * that the older ones are past. `none-match` is a header that no version can fulfil: weak or foreign tags only.
 */
export function expectedVersion(ifMatch: string | null): number | null | 'none-match' {
  if (ifMatch === null) return null
  const tags = parseTags(ifMatch)
  if (tags === '*') return null
  const versions = tags.flatMap(({ weak, tag }) => (weak ? [] : (versionOfEtag(tag) ?? [])))
  return versions.length === 0 ? 'none-match' : Math.max(...versions)
}

const one = (header: string | string[] | undefined): string | null =>
  header === undefined ? null : Array.isArray(header) ? header.join(', ') : header
