import { type Box, readBox, writeBox } from '../scan/box.ts'

/** What an address asks of a page beside its number; places in texts are code points. */
export type ReadAddress = {
  q: string
  /** Null: the first of the document. */
  witness: string | null
  /** Null: the best that the page has. */
  layer: string | null
  /** A revision of the text that is not the newest, or may not be for long. */
  revision: string | null
  /** Another revision, against which the text is held. */
  compare: string | null
  passage: { start: number; end: number } | null
  region: Box | null
  /** Whether the annotations of the page are shown beside it, and the one that is chosen among them. */
  notes: boolean
  note: string | null
}

/** Reads what stands behind the question mark; what is no place is passed over. */
export function readAddressOf(asked: URLSearchParams): ReadAddress {
  const told = (name: string) => asked.get(name)?.trim() || null
  return {
    q: told('q') ?? '',
    witness: told('witness'),
    layer: told('layer'),
    revision: told('revision'),
    compare: told('compare'),
    passage: passageOf(told('passage')),
    region: readBox(told('region')),
    notes: told('notes') !== null || told('note') !== null,
    note: told('note'),
  }
}

function passageOf(written: string | null): ReadAddress['passage'] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? '') ?? []
  return start !== undefined && Number(end) > Number(start)
    ? { start: Number(start), end: Number(end) }
    : null
}

/** The same as it is written, for `to.page`. */
export const askedOf = ({ passage, region, notes, note, ...rest }: Partial<ReadAddress>) => ({
  ...rest,
  passage: passage && `${passage.start}-${passage.end}`,
  region: region && writeBox(region),
  // One that is chosen shows the others as well.
  notes: note ? null : notes,
  note,
})

/** What an address keeps when a page is turned: not what belongs to that page alone. */
export const keptOnTurning = ({ q, witness, layer, notes }: ReadAddress): Partial<ReadAddress> => ({
  q,
  witness,
  layer,
  notes,
})
