import { analyse, type Word } from '../analysis/analyse.ts'
import type { Box, Frame, PlacedWord, PlacedWords } from '../page/placed-words.ts'
import { joined, type Span } from './mask.ts'
import type { Redaction } from './redaction.ts'

/** One text of a page: any revision of any layer. */
export type CoveredText = { id: string; content: string; placed: PlacedWords | null }

/** A part of a page's image, in the units of a frame. */
export type Area = { frame: Frame; box: Box }

/**
 * What a redaction withholds. `areas` of the image, null for all of it; `wordings` are folded words in a row; `spans` are
 * those of each text by its id, joined; `unplaced` are the texts in which it could not be found, and are withheld whole.
 */
export type Cover = {
  areas: readonly Area[] | null
  wordings: readonly (readonly string[])[]
  spans: ReadonlyMap<string, readonly Span[]>
  unplaced: readonly string[]
}

type Read = CoveredText & { words: Word[] }

/** A word's box counts as met by another word's where so much of it is. */
const leastShared = 0.3
const tellingLetters = 4

/**
 * What redactions withhold of a page with these texts. A drawn region takes all words that it meets with it; a wording
 * takes the places of its words, wherever their boxes are known. In a text without boxes it is found by the words that
 * stand there in another. A text in which it cannot be found is withheld whole, and so is the image, where nothing tells
 * the place of a wording.
 */
export function coverOf(redactions: readonly Redaction[], texts: readonly CoveredText[]): Cover {
  const read = texts.map((text) => ({ ...text, words: analyse(text.content, null) }))
  const covers = redactions.map((redaction) => coverOfOne(redaction, read))
  const spans = read.map(({ id, content }): [string, Span[]] => [
    id,
    joined(
      content,
      covers.flatMap((cover) => cover.spans.get(id) ?? []),
    ),
  ])
  return {
    areas: covers.some(({ areas }) => areas === null) ? null : covers.flatMap(({ areas }) => areas ?? []),
    wordings: covers.flatMap(({ wordings }) => wordings),
    spans: new Map(spans.filter(([, some]) => some.length > 0)),
    unplaced: [...new Set(covers.flatMap(({ unplaced }) => unplaced))],
  }
}

function coverOfOne({ regions, frame, quotes }: Redaction, texts: readonly Read[]): Cover {
  const asked = quotes.map(foldedWords).filter((words) => words.length > 0)
  const drawn = frame === null ? [] : regions.map((box) => ({ frame, box }))
  const told = texts.flatMap((text) => areasOf(text, asked))
  const met = texts.map((text) => wordsMet(text, drawn, told))
  const runs = texts.map((text, at) => runsOf(text, met[at] ?? []))
  const wordings = [...asked, ...runs.flat()]
  const hasWords = wordings.length > 0
  const unplaced: string[] = []
  const spans = texts.map((text, at): [string, Span[]] => {
    const inPlace = met[at] ?? []
    // A word that stands in a region may stand elsewhere, too: where there are boxes it is taken by its own.
    const named = occurrences(text.words, inPlace.length > 0 ? asked : wordings)
    const found = [...inPlace, ...named]
    const isPlaced =
      asked.length > 0
        ? found.length > 0
        : text.placed
          ? found.length > 0 || strays(text).length === 0
          : runs.some(
              (some) => some.length > 0 && some.every((run) => occurrences(text.words, [run]).length > 0),
            )
    if (isPlaced || !hasWords || text.words.length === 0) return [text.id, withStrays(text, found)]
    unplaced.push(text.id)
    return [text.id, [{ start: 0, end: text.content.length }]]
  })
  const areas = [...drawn, ...told.map(padded)]
  const isSomewhere = areas.length > 0 || (asked.length === 0 && drawn.length === 0)
  return { areas: isSomewhere ? areas : null, wordings, spans: new Map(spans), unplaced }
}

export const foldedWords = (text: string): string[] => analyse(text, null).map(({ word }) => word)

/** Whether a text holds one of the wordings; those of few letters stand everywhere. */
export const holdsOne = (text: string, wordings: Cover['wordings']): boolean =>
  occurrences(
    analyse(text, null),
    wordings.filter((words) => words.join('').length >= tellingLetters),
  ).length > 0

/** Whether words stand in a text, in a row. */
export const standIn = (text: string, words: readonly string[]): boolean => timesIn(text, words) > 0

/** How often words stand in a text, in a row. */
export const timesIn = (text: string, words: readonly string[]): number =>
  words.length > 0 ? occurrences(analyse(text, null), [words]).length : 0

/** Where wordings stand among words, word for word. */
function occurrences(words: readonly Word[], wordings: readonly (readonly string[])[]): Span[] {
  const firsts = Map.groupBy(wordings, ([first]) => first ?? '')
  const found: Span[] = []
  for (const [at, { word, start }] of words.entries())
    for (const wording of firsts.get(word) ?? []) {
      const last = words[at + wording.length - 1]
      if (last && wording.every((one, more) => words[at + more]?.word === one))
        found.push({ start, end: last.end })
    }
  return found
}

/** The boxes of wordings in a text. */
function areasOf({ words, placed }: Read, wordings: readonly (readonly string[])[]): Area[] {
  if (placed === null) return []
  const spans = occurrences(words, wordings)
  return placed.words
    .filter((word) => spans.some((span) => meet(span, word)))
    .map(({ box }) => ({ frame: placed.frame, box }))
}

/** The words of a text that stand in areas: those that a drawn one meets at all, those that are much the same as a word's. */
function wordsMet({ placed }: Read, drawn: readonly Area[], told: readonly Area[]): PlacedWord[] {
  if (placed === null) return []
  const { frame, words } = placed
  const [all, same] = [drawn, told].map((areas) => areas.map((area) => scaled(area, frame)))
  return words.filter(
    ({ box }) =>
      all?.some((area) => shared(area, box) > 0) ||
      same?.some((area) => shared(area, box) > leastShared * Math.min(sizeOf(area), sizeOf(box))),
  )
}

/** Folded words that stand in a row among those that are met. */
function runsOf({ words }: Read, met: readonly Span[]): string[][] {
  const runs: string[][] = []
  let last = -2
  for (const [at, word] of words.entries()) {
    if (!met.some((one) => meet(one, word))) continue
    if (at === last + 1) runs.at(-1)?.push(word.word)
    else runs.push([word.word])
    last = at
  }
  return runs
}

/** Words of a text with boxes that have none themselves. */
const strays = ({ words, placed }: Read): Word[] =>
  placed === null ? [] : words.filter((word) => !placed.words.some((one) => meet(one, word)))

/** What is found, and the words without a box that stand beside it: they may stand in the same place. */
function withStrays(text: Read, found: readonly Span[]): Span[] {
  const loose = new Set(found.length === 0 ? [] : strays(text))
  if (loose.size === 0) return [...found]
  const all = [...found]
  const isMet = text.words.map((word) => found.some((one) => meet(one, word)))
  const spread = (order: readonly number[]) => {
    let isBeside = false
    for (const at of order) {
      const word = text.words[at]
      if (word && isBeside && !isMet[at] && loose.has(word)) all.push(word)
      else isBeside = isMet[at] ?? false
    }
  }
  const order = [...text.words.keys()]
  spread(order)
  spread(order.toReversed())
  return all
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const sizeOf = ([, , w, h]: Box) => w * h

/** How much two boxes have in common. */
function shared([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const across = Math.min(ax + aw, bx + bw) - Math.max(ax, bx)
  const down = Math.min(ay + ah, by + bh) - Math.max(ay, by)
  return across > 0 && down > 0 ? across * down : 0
}

function scaled({ frame, box: [x, y, w, h] }: Area, wanted: Frame): Box {
  const [across, down] = [wanted.width / frame.width, wanted.height / frame.height]
  return [x * across, y * down, w * across, h * down]
}

/** Whether a box of a page meets an area. */
export const meets = (area: Area, box: Box, frame: Frame): boolean => shared(scaled(area, frame), box) > 0

/** Letters reach out of the boxes that recognisers give them. */
function padded({ frame, box: [x, y, w, h] }: Area): Area {
  const by = Math.max(2, 0.12 * h)
  return { frame, box: [x - by, y - by, w + 2 * by, h + 2 * by] }
}

/** Areas as whole pixels of an image, none of them smaller than it was; what lies outside is left out. */
export function pixelsOf(areas: readonly Area[] | null, image: Frame): Box[] {
  if (areas === null) return [[0, 0, image.width, image.height]]
  const clip = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  return areas.flatMap((area) => {
    const [x, y, w, h] = scaled(area, image)
    const left = clip(Math.floor(x), image.width)
    const top = clip(Math.floor(y), image.height)
    const [right, bottom] = [clip(Math.ceil(x + w), image.width), clip(Math.ceil(y + h), image.height)]
    return right > left && bottom > top ? [[left, top, right - left, bottom - top] as const] : []
  })
}
