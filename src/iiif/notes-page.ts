import { annotationAddress } from '../annotation/present.ts'
import { codePoints } from '../domain/annotation/code-points.ts'
import { isObject, type Json, type JsonObject, listOf } from '../domain/annotation/json.ts'
import { type WebAnnotation, withIdentity } from '../domain/annotation/model.ts'
import { pageOfSource, pageTargets } from '../domain/annotation/target.ts'
import { around, type Box, boxesOf, inFrame, type PlacedWords } from '../domain/page/placed-words.ts'
import type { TextRevision } from '../domain/text.ts'
import type { AnchorReport, StoredAnnotation } from '../ports/annotations.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import { type IiifAddresses, iiifAddresses } from './addresses.ts'
import { annotationPage, partOfCanvas } from './annotation-page.ts'
import { frameOf } from './canvas.ts'
import { english } from './language-map.ts'

type Notes = {
  items: readonly { annotation: StoredAnnotation; anchor: AnchorReport | null }[]
  next: string | null
}
type Frame = { width: number; height: number }
/** What an annotation is shown on. */
export type Place = { id: string; type: 'Canvas' | 'Manifest'; frame: Frame | null; manifest: string }

/** What people say of a canvas, each annotation where it stands on it; a passage where its words stand. */
export function notesPage(
  baseUrl: string,
  document: string,
  cursor: string | null,
  seen: {
    entry: CanvasEntry
    text: { revision: TextRevision; placed: PlacedWords | null } | null
    notes: Notes
  },
) {
  const { entry, text, notes } = seen
  const at = iiifAddresses(baseUrl, document)
  const frame = frameOf(entry)
  const place = placeOf(at, entry)
  const items = notes.items.map(({ annotation, anchor }) =>
    noteOf(baseUrl, annotation, place, text && anchor && placeOfPassage(anchor, text, frame)),
  )
  return annotationPage({
    ...paging(at.notes(entry.id), cursor, notes.next),
    label: english('Annotations'),
    items,
  })
}

/** What people say of a document as a whole. */
export function wholeNotesPage(baseUrl: string, document: string, cursor: string | null, notes: Notes) {
  const at = iiifAddresses(baseUrl, document)
  const place = placeOf(at, null)
  const items = notes.items.map(({ annotation }) => noteOf(baseUrl, annotation, place, null))
  return annotationPage({
    ...paging(at.wholeNotes, cursor, notes.next),
    label: english('Annotations'),
    items,
  })
}

/** A canvas; without one the document as a whole. */
export function placeOf(at: IiifAddresses, entry: CanvasEntry | null): Place {
  const { manifest } = at
  if (entry === null) return { id: manifest, type: 'Manifest', frame: null, manifest }
  return { id: at.canvas(entry.id), type: 'Canvas', frame: frameOf(entry), manifest }
}

function paging(id: string, cursor: string | null, next: string | null) {
  const at = (key: string) => `${id}?cursor=${encodeURIComponent(key)}`
  return { id: cursor === null ? id : at(cursor), next: next === null ? null : at(next) }
}

/**
 * A Web Annotation as viewers read it: about the canvas, whatever address its page was named by, and with a motivation,
 * which is never painting. What it says and whatever else it is about stays as it is.
 */
export function noteOf(
  baseUrl: string,
  { id, createdAt, modifiedAt, body }: StoredAnnotation,
  place: Place,
  passage: Box | null,
) {
  const identity = {
    id: annotationAddress(baseUrl, id),
    created: createdAt,
    modified: modifiedAt,
    creator: null,
  }
  const known = withIdentity(body, identity)
  const { '@context': _, id: address, type: __, motivation: ___, target: ____, bodyValue, ...more } = known
  const text = { type: 'TextualBody', value: bodyValue, format: 'text/plain' }
  return {
    id: address,
    type: 'Annotation',
    motivation: motivationsOf(body),
    ...more,
    ...(bodyValue !== undefined && { body: text }),
    target: targetsOf(body, place, passage),
  }
}

function motivationsOf({ motivation }: WebAnnotation): string | string[] {
  const said = listOf(motivation)
    .flatMap((one) => (typeof one === 'string' ? [one.replace(/^oa:/, '')] : []))
    .filter((one) => !/(^|[#/:])painting$/.test(one))
  const [only = 'commenting', ...more] = said
  return more.length > 0 ? said : only
}

/** The first thing of the archive that it is about is where it stands here; a reply is about what it answers, too. */
function targetsOf(body: WebAnnotation, place: Place, passage: Box | null): Json {
  const targets = listOf(body.target)
  const own = pageTargets(body).find(({ source }) => pageOfSource(source) !== null)
  const isReply = own !== undefined && pageOfSource(own.source)?.kind === 'annotation'
  const here = isReply || own === undefined ? place.id : standing(targets[own.index], place, passage)
  const others = targets.filter((_, index) => isReply || index !== own?.index)
  return others.length > 0 ? [here, ...others] : here
}

function standing(target: Json | undefined, place: Place, passage: Box | null): Json {
  const { id, type, frame, manifest } = place
  if (frame === null) return id
  const selectors = isObject(target) ? listOf(target.selector) : []
  const fragment = typeof target === 'string' ? target : isObject(target) ? (target.source ?? target.id) : ''
  const regions = [
    ...selectors.flatMap((one) => (isObject(one) && typeof one.value === 'string' ? [one.value] : [])),
    typeof fragment === 'string' ? fragment.replace(/^[^#]*#?/, '') : '',
  ]
  const box = regions.map(boxIn).find((found) => found !== null) ?? passage
  if (box) return partOfCanvas(id, frame, box)
  const shape = selectors.find(isOnImage)
  if (shape === undefined) return id
  const source = { id, type, partOf: [{ id: manifest, type: 'Manifest' }] }
  return { type: 'SpecificResource', source, selector: shape }
}

/** A shape, or a region that is told in parts of the whole. */
const isOnImage = (selector: Json): selector is JsonObject =>
  isObject(selector) &&
  (listOf(selector.type).includes('SvgSelector') || /^xywh=/.test(String(selector.value ?? '')))

/** A rectangle in pixels, as a media fragment (Media Fragments 4.2.2) tells it. */
function boxIn(fragment: string): Box | null {
  const [, x, y, w, h] =
    /^xywh=(?:pixel:)?(\d{1,9})(?:\.\d+)?,(\d{1,9})(?:\.\d+)?,(\d{1,9})(?:\.\d+)?,(\d{1,9})(?:\.\d+)?$/.exec(
      fragment,
    ) ?? []
  return x === undefined ? null : [Number(x), Number(y), Number(w), Number(h)]
}

/** Where the words of a passage stand on a page; null where that is not known. */
export function placeOfPassage(
  anchor: AnchorReport,
  { revision, placed }: { revision: TextRevision; placed: PlacedWords | null },
  frame: Frame,
): Box | null {
  if (placed === null || !('start' in anchor) || anchor.revision !== revision.id) return null
  const { codePointToUnit } = codePoints(revision.content)
  const boxes = boxesOf(inFrame(placed, frame), codePointToUnit(anchor.start), codePointToUnit(anchor.end))
  return boxes.reduce<Box | null>((reach, box) => (reach === null ? box : around(reach, box)), null)
}
