import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import { type IiifAddresses, iiifAddresses } from './addresses.ts'
import { canvasOf, emptyCanvas, hasImage, thumbnailOf } from './canvas.ts'
import { collectionsAround } from './collection.ts'
import { presentationContext } from './context.ts'
import { english, unspoken } from './language-map.ts'
import { homepageOf, providersOf, renderingOf, seeAlsoOf } from './links.ts'
import { type Described, metadataOf, titleOf } from './metadata.ts'
import { behaviorOf, directionOf } from './order.ts'
import { contentsOf, labelOfWitness, type Sequence, sequencesOf } from './ranges.ts'
import { rightsIn } from './rights.ts'
import { searchServices, searchTwoContext } from './search-two.ts'

/** A document with all that stands in its witnesses, one after the other. */
export type Manifested = Described & {
  id: string
  entries: readonly CanvasEntry[]
  /** Whether something is said of it as a whole. */
  isAnnotated: boolean
}

/** Thumbnails of documents are within a square of this side. */
const thumbnailSide = 320
const canvasesInPiece = 200

/**
 * A document as a manifest (IIIF Presentation 3.0, 5.2), in pieces of JSON that follow one another, so that others can be
 * served between them. Its canvases are those of all its witnesses, one after the other; a page that stands in two has
 * one canvas, and the ranges tell where.
 */
export function* manifestPieces(baseUrl: string, told: Manifested): Generator<string> {
  const at = iiifAddresses(baseUrl, told.id)
  const sequences = sequencesOf(told.witnesses, told.entries)
  const head = JSON.stringify(headOf(at, told, sequences))
  yield `${head.slice(0, -1)},"items":[`
  let before = ''
  for (const some of inPieces(canvasesOf(at, sequences))) {
    yield before + some.map((canvas) => JSON.stringify(canvas)).join(',')
    before = ','
  }
  const own = directionOf(told.description.language)
  const contents = contentsOf(at, sequences, (language) => {
    const direction = directionOf(language)
    return language === null || direction === own ? undefined : (direction ?? 'left-to-right')
  })
  yield contents === null ? ']}' : `],"structures":[${JSON.stringify(contents)}]}`
}

/** One canvas by itself, with the manifest that it is part of. */
export function canvasAlone(
  baseUrl: string,
  document: string,
  seen: { entry: CanvasEntry; beside: readonly CanvasEntry[]; witnesses: readonly WitnessRecord[] },
) {
  const at = iiifAddresses(baseUrl, document)
  const { entry, beside, witnesses } = seen
  const several = witnesses.filter(({ pageCount }) => pageCount > 0).length > 1
  const own = several ? witnesses.find(({ id }) => id === entry.witness) : undefined
  const witness = own ? labelOfWitness(own) : null
  return {
    '@context': presentationContext,
    ...canvasOf(at, entry, { witness, beside }),
    homepage: entry.kind === 'page' ? homepageOf(at.read(entry.number, own?.id ?? null)) : undefined,
    partOf: [{ id: at.manifest, type: 'Manifest' }],
  }
}

function headOf(at: IiifAddresses, told: Manifested, sequences: readonly Sequence[]) {
  const { description, witnesses, agents, entries } = told
  const { abstract, rights, date, language } = description
  const pictured = entries.find(hasImage)
  const start = entries.find(({ kind }) => kind === 'page')
  const licence = rights === null ? null : rightsIn(rights)
  const isOneDay = date.earliest !== null && date.earliest === date.latest && /^\d{4}-/.test(date.earliest)
  return {
    '@context': [searchTwoContext, presentationContext],
    id: at.manifest,
    type: 'Manifest',
    label: titleOf(told),
    summary: abstract === null ? undefined : unspoken(abstract),
    metadata: orNone(metadataOf(told)),
    requiredStatement: rights === null ? undefined : { label: english('Rights'), value: unspoken(rights) },
    rights: licence ?? undefined,
    navDate: isOneDay ? `${date.earliest}T00:00:00Z` : undefined,
    provider: providersOf(at, witnesses, agents),
    thumbnail: pictured && [thumbnailOf(at, pictured, thumbnailSide)],
    homepage: homepageOf(at.room),
    rendering: orNone(renderingOf(at, sequences)),
    seeAlso: seeAlsoOf(at, sequences),
    service: searchServices(at.baseUrl, told.id),
    partOf: collectionsAround(at.baseUrl, told.collections),
    viewingDirection: directionOf(language),
    behavior: [sequences.length === 1 ? behaviorOf(entries) : 'individuals'],
    annotations: told.isAnnotated
      ? [{ id: at.wholeNotes, type: 'AnnotationPage', label: english('Annotations') }]
      : undefined,
    start: start && { id: at.canvas(start.id), type: 'Canvas' },
  }
}

const orNone = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined)

function* canvasesOf(at: IiifAddresses, sequences: readonly Sequence[]): Generator<object> {
  const seen = new Set<string>()
  const several = sequences.filter(({ entries }) => entries.some(({ kind }) => kind === 'page')).length > 1
  for (const { label, entries } of sequences) {
    const pages = new Map(entries.flatMap((entry) => (entry.kind === 'page' ? [[entry.number, entry]] : [])))
    for (const entry of entries) {
      if (seen.has(entry.id)) continue
      seen.add(entry.id)
      const beside = entry.kind === 'page' ? [] : [pages.get(entry.after), pages.get(entry.after + 1)]
      yield canvasOf(at, entry, { witness: several ? label : null, beside })
    }
  }
  if (seen.size === 0) yield emptyCanvas(at)
}

function* inPieces<T>(items: Iterable<T>): Generator<T[]> {
  let some: T[] = []
  for (const item of items) {
    some.push(item)
    if (some.length < canvasesInPiece) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
