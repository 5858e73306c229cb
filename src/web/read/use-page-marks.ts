import { useMemo } from 'react'
import type { Beginning } from '../annotate/use-page-notes.ts'
import { type Box, boxAround } from '../scan/box.ts'
import type { ScanMark } from '../scan/use-marks.ts'
import { codePointIndex } from '../text/code-points.ts'
import type { LinkedWord } from '../text/linked-words.ts'
import type { TextRange } from '../text/segments.ts'
import type { HitPlace } from './hit-places.ts'
import { linesOf, type NotePlace } from './note-places.ts'
import type { ReadAddress } from './read-address.ts'

type Marked = {
  content: string
  linked: readonly LinkedWord[]
  places: readonly HitPlace[]
  /** The hit that is looked at. */
  at: number | null
  notes: readonly NotePlace[]
  /** What an annotation is being written about. */
  beginning: Beginning | null
  pointed: LinkedWord | null
} & Pick<ReadAddress, 'passage' | 'region' | 'note'>

/** What the ids of marks begin with that stand for annotations. */
export const ofNote = 'note-'

/** What is marked in the text and on the scan of a page, and the place of the scan that is looked at. */
export function usePageMarks(marked: Marked) {
  const { content, linked, places, at, notes, note, beginning, pointed, passage, region } = marked
  const chosen = (note !== null && notes.find((one) => one.note.id === note)) || null
  const asked = useMemo(() => passage && linesOf(passage, content, linked), [content, linked, passage])
  const begun = useMemo(() => {
    if (beginning?.kind === 'region') return { passage: null, boxes: [beginning.box] }
    if (beginning?.kind !== 'passage') return null
    const { start, end } = beginning.passage
    const passage = { start: codePointIndex(content, start), end: codePointIndex(content, end) }
    return { passage, boxes: linesOf(passage, content, linked) }
  }, [content, linked, beginning])

  const ranges = useMemo(
    (): TextRange[] => [
      ...notes.flatMap((place) => noteRanges(place, place === chosen)),
      ...(begun?.passage ? [{ id: 'new', ...begun.passage, kind: 'chosen' as const }] : []),
      ...places.flatMap((place, index) => hitRanges(place, index, index === at)),
      ...(passage ? [{ id: 'passage', ...passage, kind: 'place' as const }] : []),
    ],
    [notes, chosen, begun, places, at, passage],
  )
  const still = useMemo((): ScanMark[] => {
    const here = at !== null && places[at]
    return [
      ...notes.flatMap(({ note: { id, text, box }, boxes }) =>
        marksOf(ofNote + id, box ? 'note' : 'noted', boxes, text.slice(0, 200)),
      ),
      ...marksOf('chosen', 'chosen', chosen?.boxes),
      ...marksOf('new', 'chosen', begun?.boxes),
      ...places.flatMap(({ boxes }, index) => marksOf(`hit-${index}`, 'hit', boxes)),
      ...marksOf('hit-here', 'place', here ? here.boxes : []),
      ...marksOf('passage', 'place', asked),
      ...marksOf('region', 'place', region && [region]),
    ]
  }, [notes, chosen, begun, places, at, asked, region])
  const marks = useMemo(
    () => (pointed ? [...still, ...marksOf('pointed', 'word', [pointed.box])] : still),
    [still, pointed],
  )
  const focus = useMemo(() => {
    const hit = at === null ? undefined : places[at]?.boxes
    const [first] = [chosen?.boxes, hit, region && [region], asked].filter((boxes) => boxes?.length)
    return boxAround(first ?? [])
  }, [chosen, at, places, region, asked])
  return { ranges, marks, focus }
}

const marksOf = (
  id: string,
  kind: ScanMark['kind'],
  boxes: readonly Box[] | null | undefined,
  label?: string,
): ScanMark[] => boxes?.map((box) => ({ id, kind, box, label })) ?? []

function hitRanges({ passage }: HitPlace, index: number, isHere: boolean): TextRange[] {
  if (!passage) return []
  const [start, end] = passage
  const hit: TextRange = { id: `hit-${index}`, start, end, kind: 'hit' }
  return isHere ? [hit, { ...hit, id: 'hit-here', kind: 'place' }] : [hit]
}

function noteRanges({ note, passage }: NotePlace, isChosen: boolean): TextRange[] {
  if (!passage) return []
  const range: TextRange = { id: ofNote + note.id, ...passage, kind: 'note', label: note.text.slice(0, 200) }
  return isChosen ? [range, { ...range, id: 'chosen', kind: 'chosen' }] : [range]
}
