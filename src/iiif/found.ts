import { codePoints, textAfter, textBefore } from '../domain/annotation/code-points.ts'
import { around, type Box, boxesOf, inFrame, type PlacedWords } from '../domain/page/placed-words.ts'
import type { TextRevision } from '../domain/text.ts'
import type { AnchorReport, StoredAnnotation } from '../ports/annotations.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import { type IiifAddresses, iiifAddresses } from './addresses.ts'
import { partOfCanvas } from './annotation-page.ts'
import { frameOf } from './canvas.ts'
import { noteOf, placeOf, placeOfPassage } from './notes-page.ts'

/** What a search finds in a document: places in texts of its pages, and what people say. */
export type Found = {
  texts: readonly {
    entry: CanvasEntry
    revision: TextRevision
    placed: PlacedWords | null
    passages: readonly (readonly [start: number, end: number])[]
  }[]
  notes: readonly {
    annotation: StoredAnnotation
    anchor: AnchorReport | null
    entry: CanvasEntry | null
    text: { revision: TextRevision; placed: PlacedWords | null } | null
  }[]
  next: string | null
}

/** A part of a passage that stands in one line: its text and the part of the canvas where it stands. */
export type Part = { id: string; value: string; language: string | null; target: string }

/** A place that a search has found, in its parts, with what stands before and behind it. */
export type Passage = { id: string; exact: string; before: string; after: string; parts: Part[] }

/** So many code points stand around a passage. */
const context = 50

/** The places found in texts, each cut at the ends of lines, for a box around two lines is no place. */
export function passagesFound(baseUrl: string, document: string, { texts }: Pick<Found, 'texts'>): Passage[] {
  const at = iiifAddresses(baseUrl, document)
  return texts.flatMap((text) => {
    const { codePointToUnit } = codePoints(text.revision.content)
    return text.passages.map(([start, end]) =>
      passageOf(at, text, codePointToUnit(start), codePointToUnit(end)),
    )
  })
}

/** What people say that a search has found, on the canvas that it is about. */
export function notesFound(baseUrl: string, document: string, { notes }: Pick<Found, 'notes'>) {
  const at = iiifAddresses(baseUrl, document)
  return notes.map(({ annotation, anchor, entry, text }) => {
    const passage = entry && anchor && text ? placeOfPassage(anchor, text, frameOf(entry)) : null
    return noteOf(baseUrl, annotation, placeOf(at, entry), passage)
  })
}

function passageOf(
  at: IiifAddresses,
  { entry, revision, placed }: Found['texts'][number],
  start: number,
  end: number,
): Passage {
  const { content, language, layer } = revision
  const frame = frameOf(entry)
  const canvas = at.canvas(entry.id)
  const own = layer.startsWith('translation:') ? layer : null
  const idOf = (from: number, to: number) => `${at.lines(entry.id, own)}#${revision.id}-${from}-${to}`
  const there = placed && inFrame(placed, frame)
  const parts = linesIn(content, start, end).map(([from, to]): Part => {
    const boxes = there === null ? [] : boxesOf(there, from, to)
    const box = boxes.reduce<Box | null>((reach, one) => (reach === null ? one : around(reach, one)), null)
    const target = partOfCanvas(canvas, frame, box)
    return { id: idOf(from, to), value: content.slice(from, to), language, target }
  })
  return {
    id: `${idOf(start, end)}-found`,
    exact: content.slice(start, end),
    before: textBefore(content, start, context),
    after: textAfter(content, end, context),
    parts,
  }
}

/** The stretches of a passage that stand between ends of lines; those without a visible letter are left out. */
function linesIn(content: string, start: number, end: number): [start: number, end: number][] {
  const lines: [number, number][] = []
  for (let from = start; from < end; ) {
    const stop = content.indexOf('\n', from)
    const to = stop === -1 || stop > end ? end : stop
    if (content.slice(from, to).trim() !== '') lines.push([from, to])
    from = to + 1
  }
  return lines
}
