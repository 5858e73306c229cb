/** What a bag says of its form, in `Fonds-Bag-Format`. A later form gets another number. */
export const bagFormat = 'fonds-bag/1'

/** The bag of what documents share, in a folder of bags, and the folder of those of documents. */
export const archiveBag = 'archive'
export const documentBags = 'documents'
export const bagOfDocument = (id: string): string => `${documentBags}/${id}`

/** The list of all bags of documents, in the bag of what they share. */
export const bagList = 'data/bags.jsonl'

const records = 'data/records/'
export const recordsPath = (record: string): string => `${records}${record}.jsonl`

/** The record whose rows a payload file holds; null where it holds none. */
export const recordOfPath = (path: string): string | null =>
  path.startsWith(records) && path.endsWith('.jsonl') ? path.slice(records.length, -'.jsonl'.length) : null

const originals = 'data/originals/'

/** Where an original lies in a bag: its SHA-256, and the ending of its name where that is safe everywhere. */
export function originalPath(sha256: string, name: string): string {
  const [, ending] = /\.([A-Za-z0-9]{1,8})$/.exec(name) ?? []
  return `${originals}${sha256}${ending === undefined ? '' : `.${ending.toLowerCase()}`}`
}

/** The SHA-256 of the original that lies at a path; null where none does. */
export const originalOfPath = (path: string): string | null =>
  path.startsWith(originals)
    ? (/^([0-9a-f]{64})(\.[a-z0-9]{1,8})?$/.exec(path.slice(originals.length))?.[1] ?? null)
    : null

/** Where the text of a page lies: by its witness and its number there. */
export const textPath = (witness: number, page: number): string =>
  `data/texts/${witness}/${String(page).padStart(4, '0')}.txt`
