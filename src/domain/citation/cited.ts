/** A name as it is cited: in the parts that the archive knows, or as one. */
export type CitedName = { readonly family: string; readonly given: string } | { readonly literal: string }

/** The date of what is cited, as the archive shows it. */
export type CitedDate = { readonly edtf: string; readonly calendar: string | null }

/** All that a citation of a document, or of one page of it, says; null is what is not known. */
export type Cited = {
  readonly id: string
  readonly title: string
  readonly creators: readonly CitedName[]
  readonly date: CitedDate | null
  readonly genre: string | null
  readonly language: string | null
  readonly abstract: string | null
  readonly subjects: readonly string[]
  /** Where its first witness is kept. */
  readonly holder: string | null
  readonly shelfmark: string | null
  readonly collection: { readonly title: string; readonly referenceCode: string | null } | null
  /** Identifiers that are no shelfmarks. */
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[]
  readonly page: { readonly number: number; readonly label: string | null } | null
  readonly address: string
  /** The time of the description cited, RFC 3339 UTC. */
  readonly describedAt: string
  readonly claimsHash: string
  readonly textRevision: string | null
}

/** The first letters of a hash, enough for people and to be asked for again. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** The key under which it is cited: the same whatever becomes of the description, another for each page. */
export const citationKey = ({ id, page }: Pick<Cited, 'id' | 'page'>): string =>
  `fonds-${id}${page === null ? '' : `-p${page.number}`}`

/** A name as it is said: given name first. */
export const spoken = (name: CitedName): string =>
  'literal' in name ? name.literal : `${name.given} ${name.family}`.trim()

/** A name as it is sorted: family name first. */
export const inverted = (name: CitedName): string =>
  'literal' in name ? name.literal : [name.family, name.given].filter((part) => part !== '').join(', ')

/** How the page is called: its label, else its number; null where the whole is cited. */
export const pageName = ({ page }: Pick<Cited, 'page'>): string | null =>
  page === null ? null : (page.label ?? String(page.number))

/** The shelfmark and the reference code of the collection, each where there is one. */
export function locationOf({
  shelfmark,
  collection,
}: Pick<Cited, 'shelfmark' | 'collection'>): string | null {
  const said = new Set([collection?.referenceCode, shelfmark].filter((part) => part != null))
  return said.size > 0 ? [...said].join(', ') : null
}

/** A number by which it is known; a register's before others. */
export const numberOf = ({ identifiers }: Pick<Cited, 'identifiers'>): string | null =>
  (identifiers.find(({ scheme }) => scheme === 'number') ?? identifiers[0])?.value ?? null

/** What a citation says of the state of knowledge that it pins. */
export function stateNote({ describedAt, claimsHash, textRevision }: Cited): string {
  const text = textRevision === null ? '' : `, text revision ${textRevision}`
  return `As described on ${describedAt.slice(0, 10)}, state ${shortHash(claimsHash)}${text}`
}
