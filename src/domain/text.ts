/** Where a page's text comes from; translations are `translation:<language>`. */
export type Layer = 'ocr' | 'embedded' | 'transcription' | `translation:${string}`

/** The layers in the order in which people trust them; a translation is never taken for the text itself. */
const trust: readonly Layer[] = ['transcription', 'embedded', 'ocr']

/** Whether a string names a layer. */
export function isLayer(text: string): text is Layer {
  return (
    (trust as readonly string[]).includes(text) ||
    /^translation:[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
  )
}

/** The best of the layers that a page has, for reading and for search; null where it has none. */
export function bestLayer(layers: readonly Layer[]): Layer | null {
  return trust.find((layer) => layers.includes(layer)) ?? layers[0] ?? null
}

/** One immutable version of a page's text in one layer. */
export type TextRevision = {
  id: string
  page: string
  layer: Layer
  language: string | null
  basedOn: string | null
  content: string
  engine: string | null
  recordedBy: string
  createdAt: string
}

/** A page with its number in the witness it was asked for. */
export type Page = {
  id: string
  number: number
  label: string | null
  width: number | null
  height: number | null
  layers: readonly Layer[]
}
