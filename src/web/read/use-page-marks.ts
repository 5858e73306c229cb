import { useMemo } from 'react'
import type { Note } from '../annotate/note.ts'
import { type Box, boxAround } from '../scan/box.ts'
import type { ScanMark } from '../scan/use-marks.ts'
import { utf16Index } from '../text/code-points.ts'
import { type LinkedWord, wordsIn } from '../text/linked-words.ts'
import type { TextRange } from '../text/segments.ts'
import type { HitPlace } from './hit-places.ts'
import type { ReadAddress } from './read-address.ts'

type Marked = {
  content: string
  linked: readonly LinkedWord[]
  places: readonly HitPlace[]
  /** The hit that is looked at. */
  at: number | null
  notes: readonly Note[]
  pointed: LinkedWord | null
} & Pick<ReadAddress, 'passage' | 'region'>

/** What is marked in the text and on the scan of a page, and the place of the scan that is looked at. */
export function usePageMarks(marked: Marked) {
  const { content, linked, places, at, notes, pointed, passage, region } = marked
  const passageBox = useMemo(() => {
    if (!passage) return null
    const units = { start: utf16Index(content, passage.start), end: utf16Index(content, passage.end) }
    return boxAround(wordsIn(linked, units).map(({ box }) => box))
  }, [content, linked, passage])

  const ranges = useMemo(
    (): TextRange[] => [
      ...notes.flatMap(noteRange),
      ...places.flatMap((place, index) => hitRanges(place, index, index === at)),
      ...(passage ? [{ id: 'passage', ...passage, kind: 'place' as const }] : []),
    ],
    [notes, places, at, passage],
  )
  const still = useMemo(
    (): ScanMark[] => [
      ...notes.flatMap(({ id, box, text }) => mark(`note-${id}`, 'note', box, text.slice(0, 200))),
      ...places.flatMap(({ box }, index) => mark(`hit-${index}`, 'hit', box)),
      ...mark('hit-here', 'place', (at !== null && places[at]?.box) || null),
      ...mark('passage', 'place', passageBox),
      ...mark('region', 'place', region),
    ],
    [notes, places, at, passageBox, region],
  )
  const marks = useMemo(
    () => (pointed ? [...still, ...mark('pointed', 'word', pointed.box)] : still),
    [still, pointed],
  )
  const focus = (at !== null && places[at]?.box) || region || passageBox
  return { ranges, marks, focus }
}

const mark = (id: string, kind: ScanMark['kind'], box: Box | null, label?: string): ScanMark[] =>
  box ? [{ id, kind, box, label }] : []

function hitRanges({ passage }: HitPlace, index: number, isHere: boolean): TextRange[] {
  if (!passage) return []
  const [start, end] = passage
  const hit: TextRange = { id: `hit-${index}`, start, end, kind: 'hit' }
  return isHere ? [hit, { ...hit, id: 'hit-here', kind: 'place' }] : [hit]
}

const noteRange = ({ id, anchor, text }: Note): TextRange[] =>
  anchor && 'start' in anchor
    ? [{ id: `note-${id}`, start: anchor.start, end: anchor.end, kind: 'note', label: text.slice(0, 200) }]
    : []
