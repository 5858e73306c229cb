import { type Stream, streamOf } from '../../domain/ranking/stream.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import { fitsText } from './fields.ts'
import type { HeldReadings } from './held-readings.ts'

/** For each language that a page is in, by its number, whether it is one of those asked for. */
const wanted = ({ languages }: HeldReadings, part: SearchNode): boolean[] =>
  languages.names.map((name, number) => number > 0 && fitsText(part, name))

/** The pages up to a row that are in a language, each with no score: it tells none of them from the others. */
export function pagesInLanguage(readings: HeldReadings, upTo: number, part: SearchNode): Stream {
  const fits = Uint8Array.from(wanted(readings, part), Number)
  const { language } = readings
  const ids = new Int32Array(upTo)
  let size = 0
  for (let row = 1; row <= upTo; row++) if (fits[language[row] ?? 0] === 1) ids[size++] = row
  return streamOf(ids.slice(0, size), new Float32Array(size), size)
}
