import { addresses } from '../linked-data/nodes.ts'

/** The addresses of a document, its canvases and what belongs to them, as IIIF knows them. */
export function iiifAddresses(baseUrl: string, document: string) {
  const own = `${baseUrl}/iiif/3/${encodeURIComponent(document)}`
  const room = `${baseUrl}/documents/${encodeURIComponent(document)}`
  const canvas = (id: string) => `${own}/canvas/${encodeURIComponent(id)}`
  return {
    ...addresses(baseUrl),
    baseUrl,
    /** The document as the API has it. */
    described: `${baseUrl}/api/v1/documents/${encodeURIComponent(document)}`,
    /** Where people read it; a page of a witness (`null`: the first). */
    room,
    read: (number: number, witness: string | null) =>
      addressOf(`${room}/pages/${number}`, witness === null ? {} : { witness }),
    manifest: `${own}/manifest`,
    canvas,
    /** What is painted on a canvas: it stands within the canvas and is not had by itself. */
    painting: (id: string) => `${canvas(id)}/painting`,
    /** The text of a canvas line by line, or word by word. */
    lines: (id: string, layer: string | null) =>
      `${canvas(id)}/text${layer === null ? '' : `/${encodeURIComponent(layer)}`}`,
    words: (id: string) => `${canvas(id)}/words`,
    /** What people say of a canvas; of the whole document. */
    notes: (id: string) => `${canvas(id)}/annotations`,
    wholeNotes: `${own}/annotations`,
    range: (name: string) => `${own}/manifest#${encodeURIComponent(name)}`,
    search2: `${baseUrl}/iiif/search/2/${encodeURIComponent(document)}`,
    search1: `${baseUrl}/iiif/search/1/${encodeURIComponent(document)}`,
    image: (page: string) => `${baseUrl}/iiif/image/3/${encodeURIComponent(page)}`,
  }
}
export type IiifAddresses = ReturnType<typeof iiifAddresses>

/** An address with parameters. */
export function addressOf(address: string, query: Readonly<Record<string, string>>): string {
  const written = new URLSearchParams(query)
  return written.size > 0 ? `${address}?${written}` : address
}
