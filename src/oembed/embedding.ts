/** A place that is shown on the page of somebody else: a page of a document, a passage of its text, a region of its scan. */
export type Embedded = { document: string; page: number; asked: Readonly<Record<string, string>> }

const kept = ['region', 'passage', 'revision', 'witness', 'layer'] as const

/**
 * The place that an address of the reading room names; a document by itself is its first page. Null for an address of
 * another host or of no document.
 */
export function embeddedAt(address: string, baseUrl: string): Embedded | null {
  const [base, url] = [URL.parse(baseUrl), URL.parse(address, `${baseUrl}/`)]
  if (!base || !url || url.host !== base.host || !/^https?:$/.test(url.protocol)) return null
  const within = base.pathname.replace(/\/$/, '')
  if (!url.pathname.startsWith(`${within}/`)) return null
  const path = url.pathname.slice(within.length)
  const [, document, page = '1'] =
    /^(?:\/embed)?\/documents\/([A-Za-z0-9-]{1,100})(?:\/(?:pages\/([1-9]\d{0,8}))?)?$/.exec(path) ?? []
  if (document === undefined) return null
  const asked = kept.flatMap((name) => {
    const value = url.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  return { document, page: Number(page), asked: Object.fromEntries(asked) }
}

/** Where the place is shown for other pages to hold it. */
export function embedAddress(baseUrl: string, { document, page, asked }: Embedded): string {
  const query = new URLSearchParams(asked)
  const address = `${baseUrl}/embed/documents/${document}/pages/${page}`
  return query.size > 0 ? `${address}?${query}` : address
}
