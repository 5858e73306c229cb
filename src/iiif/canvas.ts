import { largestRendition } from '../domain/page/rendition.ts'
import { sayWithheld } from '../domain/redaction/redaction.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import type { IiifAddresses } from './addresses.ts'
import { sizeWithin } from './image-request.ts'
import { english, type LanguageMap, languageName, unspoken } from './language-map.ts'

type Size = { width: number; height: number }

/** The proportions of a sheet of A4, for what has no size. */
export const sheet: Size = { width: 1200, height: 1697 }

/** Thumbnails of canvases are within a square of this side. */
const thumbnailSide = 200

/**
 * A page or a missing leaf as a canvas (IIIF Presentation 3.0, 5.3). `beside` are the pages before and behind a leaf, of
 * which it takes the size; `witness` is said in the label where a document has several with pages.
 */
export function canvasOf(
  at: IiifAddresses,
  entry: CanvasEntry,
  { witness, beside }: { witness: string | null; beside: readonly (CanvasEntry | undefined)[] },
) {
  const id = at.canvas(entry.id)
  const size = sizeOf(entry) ?? beside.map(sizeOf).find((found) => found !== null) ?? sheet
  const image = hasImage(entry) ? imageOf(at, entry) : null
  return {
    id,
    type: 'Canvas',
    label: labelOf(entry, witness),
    summary: summaryOf(entry, image !== null),
    ...size,
    thumbnail: image?.thumbnail,
    items: image ? [paintingOf(at, entry.id, image.body)] : [],
    annotations: annotationsOf(at, entry),
  }
}

/** The frame of a canvas of a page: what its boxes are measured in. */
export const frameOf = (entry: CanvasEntry): Size => sizeOf(entry) ?? sheet

/** Its text, its translations and what people say of it, each to be read from its own address. */
function annotationsOf(at: IiifAddresses, entry: CanvasEntry) {
  if (entry.kind !== 'page') return undefined
  const { id, layers, isAnnotated } = entry
  const translations = layers.filter((layer) => layer.startsWith('translation:')).toSorted()
  const pageOf = (id: string, label: string) => ({ id, type: 'AnnotationPage', label: english(label) })
  const pages = [
    ...(translations.length < layers.length ? [pageOf(at.lines(id, null), 'Text')] : []),
    ...translations.map((layer) => pageOf(at.lines(id, layer), layerName(layer))),
    ...(isAnnotated ? [pageOf(at.notes(id), 'Annotations')] : []),
  ]
  return pages.length > 0 ? pages : undefined
}

/** What a layer is called, in English. */
export function layerName(layer: string | null): string {
  const [, language] = /^translation:(.+)$/.exec(layer ?? '') ?? []
  return language === undefined ? 'Text' : `Translation: ${languageName(language)}`
}

/** Stands where a document has no pages, for a manifest must have a canvas (5.2). */
export const emptyCanvas = (at: IiifAddresses) => ({
  id: at.canvas('none'),
  type: 'Canvas',
  label: english('No pages'),
  summary: english('This document has no pages that can be shown.'),
  ...sheet,
  items: [],
})

/** Whether there is an image of it, or can be once somebody asks. */
export const hasImage = (entry: CanvasEntry): boolean =>
  entry.kind === 'page' &&
  !entry.withheld?.whole &&
  (entry.isPictured || (entry.fault === null && /^(image\/|application\/pdf$)/.test(entry.file.mediaType)))

/** A small image of a page, with the service that gives others (3.1, thumbnail). */
export const thumbnailOf = (at: IiifAddresses, entry: CanvasEntry, side: number) => ({
  id: `${at.image(entry.id)}/full/!${side},${side}/0/default.jpg`,
  type: 'Image',
  format: 'image/jpeg',
  ...(sizeOf(entry) && sizeWithin(sizeOf(entry) ?? sheet, { width: side, height: side })),
  service: [serviceOf(at, entry.id)],
})

function imageOf(at: IiifAddresses, entry: CanvasEntry) {
  const service = serviceOf(at, entry.id)
  const { service: _, ...thumbnail } = thumbnailOf(at, entry, thumbnailSide)
  const pixels = entry.kind === 'page' && entry.isPictured ? sizeOf(entry) : null
  const body = {
    id: `${service.id}/full/max/0/default.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    ...(pixels && sizeWithin(pixels, largestRendition)),
    service: [service],
  }
  return { body, thumbnail: [thumbnail] }
}

const serviceOf = (at: IiifAddresses, page: string) => ({
  id: at.image(page),
  type: 'ImageService3',
  profile: 'level2',
})

const paintingOf = (at: IiifAddresses, id: string, body: object) => ({
  id: at.painting(id),
  type: 'AnnotationPage',
  items: [
    {
      id: `${at.painting(id)}/image`,
      type: 'Annotation',
      motivation: 'painting',
      body,
      target: at.canvas(id),
    },
  ],
})

function sizeOf(entry: CanvasEntry | undefined): Size | null {
  if (entry?.kind !== 'page') return null
  const { width, height } = entry
  return width !== null && height !== null && width > 0 && height > 0 ? { width, height } : null
}

function labelOf(entry: CanvasEntry, witness: string | null): LanguageMap {
  const within = (label: string) => (witness === null ? label : `${witness}, ${label}`)
  if (entry.kind === 'page') return unspoken(within(entry.label ?? String(entry.number)))
  return english(within(entry.label === null ? 'missing leaf' : `${entry.label} (missing leaf)`))
}

function summaryOf(entry: CanvasEntry, hasImage: boolean): LanguageMap | undefined {
  if (entry.kind === 'page' && entry.withheld) return english(sayWithheld(entry.withheld))
  if (entry.kind === 'page') return entry.fault === null || hasImage ? undefined : english(entry.fault)
  return entry.note === null ? english('A leaf is missing here.') : unspoken(entry.note)
}
