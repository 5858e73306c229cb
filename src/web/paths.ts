type Asked = Record<string, string | number | boolean | null | undefined>

/** The addresses of the pages, in one place. Every part is encoded; what is empty is left out of the query. */
export const to = {
  home: () => '/',
  search: (asked: Asked = {}) => withQuery('/search', asked),
  documents: () => '/documents',
  document: (id: string) => `/documents/${encodeURIComponent(id)}`,
  /** A page to read; `q` marks the words of a query, `region` (xywh) and `passage` (from-to, code points) a place. */
  page: (id: string, number: number, asked: Asked = {}) =>
    withQuery(`/documents/${encodeURIComponent(id)}/pages/${number}`, asked),
  /** The same for the pages of others to hold. */
  embed: (id: string, number: number, asked: Asked = {}) =>
    withQuery(`/embed/documents/${encodeURIComponent(id)}/pages/${number}`, asked),
  transcribePage: (id: string, number: number) =>
    `/documents/${encodeURIComponent(id)}/pages/${number}/transcribe`,
  provenance: (id: string) => `/documents/${encodeURIComponent(id)}/provenance`,
  describe: (id: string) => `/documents/${encodeURIComponent(id)}/describe`,
  addFiles: (id: string, asked: Asked = {}) => withQuery(`/documents/${encodeURIComponent(id)}/add`, asked),
  /** With `page`, to annotate that page; with filters, the list. */
  notes: (id: string, asked: Asked = {}) => withQuery(`/documents/${encodeURIComponent(id)}/notes`, asked),
  collections: () => '/collections',
  collection: (id: string) => `/collections/${encodeURIComponent(id)}`,
  agents: () => '/agents',
  agent: (id: string) => `/agents/${encodeURIComponent(id)}`,
  places: () => '/places',
  place: (id: string) => `/places/${encodeURIComponent(id)}`,
  happenings: () => '/happenings',
  happening: (id: string) => `/happenings/${encodeURIComponent(id)}`,
  sources: () => '/sources',
  source: (id: string) => `/sources/${encodeURIComponent(id)}`,
  upload: () => '/upload',
  uploads: (id: string) => `/upload/${encodeURIComponent(id)}`,
  imports: () => '/import',
  imported: (id: string) => `/import/${encodeURIComponent(id)}`,
  /** `show` chooses by state. */
  jobs: (asked: Asked = {}) => withQuery('/jobs', asked),
  attention: () => '/attention',
  transcribe: () => '/transcribe',
  allNotes: (asked: Asked = {}) => withQuery('/notes', asked),
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  account: () => '/account',
  people: () => '/people',
  help: () => '/help/search',
}

function withQuery(path: string, asked: Asked): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined && value !== null && value !== '' && value !== false)
      query.set(name, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}
