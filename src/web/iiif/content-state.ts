import { type Box, readBox, writeBox } from '../scan/box.ts'

/** A place in the archive, as viewers of IIIF hand one another places. */
export type Place = { document: string; page: string | null; region: Box | null }

/** What a content state names: a place here, or the address of something elsewhere. */
export type Named = Place | { elsewhere: string }

/**
 * Reads `?iiif-content=` (IIIF Content State 1.0, 2): an address, a resource or an annotation of one, as JSON or encoded.
 * Of several targets the first counts. Null for what is none of these.
 */
export function readContentState(written: string, origin: string): Named | null {
  const text = written.trim()
  if (/^https?:\/\//i.test(text)) return placeOf(text, null, origin)
  const json = jsonIn(text.startsWith('{') ? text : decoded(text))
  if (!isObject(json)) return null
  const target = isObject(json) && json.type === 'Annotation' ? first(json.target) : json
  if (typeof target === 'string') return placeOf(target, null, origin)
  if (!isObject(target)) return null
  const source = 'source' in target ? first(target.source) : target
  const id = isObject(source) ? source.id : source
  if (typeof id !== 'string') return null
  return placeOf(id, fragmentOf(first(target.selector)), origin)
}

/** A place as a content state that is a page of a document, or a region of one, encoded as section 6 has it. */
export function writeContentState({ document, page, region }: Place, origin: string): string {
  const manifest = manifestAddress(document, origin)
  if (page === null) return encoded({ id: manifest, type: 'Manifest' })
  const place = region === null ? '' : `#xywh=${writeBox(region)}`
  return encoded({
    id: `${origin}/iiif/3/${encodeURIComponent(document)}/canvas/${encodeURIComponent(page)}${place}`,
    type: 'Canvas',
    partOf: [{ id: manifest, type: 'Manifest' }],
  })
}

/** Where a document is a manifest. */
export const manifestAddress = (document: string, origin: string): string =>
  `${origin}/iiif/3/${encodeURIComponent(document)}/manifest`

function placeOf(address: string, fragment: string | null, origin: string): Named | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const [, document, page] = /^\/iiif\/3\/([^/]+)\/(?:manifest|canvas\/([^/]+))$/.exec(url.pathname) ?? []
  if (url.origin !== origin || document === undefined) return { elsewhere: url.href }
  const [, sides] = /^xywh=(?:pixel(?::|%3A))?([\d.,]+)$/i.exec(fragment ?? url.hash.slice(1)) ?? []
  const whole = sides?.split(',').map((side) => Math.round(Number(side)))
  return {
    document: unescaped(document),
    page: page === undefined ? null : unescaped(page),
    region: page === undefined ? null : readBox(whole?.join(',') ?? null),
  }
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const fragmentOf = (selector: unknown): string | null =>
  isObject(selector) && typeof selector.value === 'string' ? selector.value : null

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonIn(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Base64url of the percent-encoded text, for letters outside ASCII (6.2). */
const encoded = (json: object): string =>
  btoa(encodeURIComponent(JSON.stringify(json)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(atob(text.replace(/-/g, '+').replace(/_/g, '/')))
  } catch {
    return null
  }
}
