import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import type { IiifAddresses } from './addresses.ts'
import { english, type LanguageMap, unspoken } from './language-map.ts'

/** A witness with its name for people and what stands in it. */
export type Sequence = { id: string; label: string; language: string | null; entries: readonly CanvasEntry[] }

type Item = { id: string; type: 'Canvas' }
export type Range = {
  id: string
  type: 'Range'
  label: LanguageMap
  viewingDirection?: string
  items: (Item | Range)[]
}

/** The witnesses of a document in which something stands, in their order, with what stands in each. */
export function sequencesOf(
  witnesses: readonly WitnessRecord[],
  entries: readonly CanvasEntry[],
): Sequence[] {
  const standing = Map.groupBy(entries, ({ witness }) => witness)
  return witnesses.flatMap((witness) => {
    const own = standing.get(witness.id)
    if (own === undefined) return []
    return [{ id: witness.id, label: labelOfWitness(witness), language: witness.view.language, entries: own }]
  })
}

/** What a witness is called. */
export const labelOfWitness = ({ view, fallbackLabel }: WitnessRecord): string => view.label ?? fallbackLabel

/**
 * The table of contents: a range for each witness where there are several, and within it one for each of its files. Files
 * of a page each are no parts that anybody looks for. Null where there is nothing to choose.
 */
export function contentsOf(
  at: IiifAddresses,
  sequences: readonly Sequence[],
  directionOf: (language: string | null) => string | undefined,
): Range | null {
  const parts = sequences.map(({ id, label, language, entries }): Range => {
    const direction = directionOf(language)
    return {
      id: at.range(id),
      type: 'Range',
      label: unspoken(label),
      ...(direction !== undefined && { viewingDirection: direction }),
      items: filesOf(at, id, entries) ?? canvases(at, entries),
    }
  })
  const [only, ...more] = parts
  if (only === undefined) return null
  const isParted = only.items.some(({ type }) => type === 'Range')
  if (more.length === 0 && !isParted) return null
  const items = more.length > 0 ? parts : only.items
  return {
    id: at.range('contents'),
    type: 'Range',
    label: english(more.length > 0 ? 'Copies' : 'Files'),
    items,
  }
}

function filesOf(at: IiifAddresses, witness: string, entries: readonly CanvasEntry[]): Range[] | null {
  const runs: { name: string; file: string | null; entries: CanvasEntry[] }[] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    // A missing leaf belongs to what it stands behind; the first ones to what follows.
    if (run !== undefined && (entry.kind === 'missing' || run.file === null || run.file === entry.file.id)) {
      run.entries.push(entry)
      if (entry.kind === 'page') Object.assign(run, { name: entry.file.name, file: entry.file.id })
    } else if (entry.kind === 'page')
      runs.push({ name: entry.file.name, file: entry.file.id, entries: [entry] })
    else runs.push({ name: '', file: null, entries: [entry] })
  }
  if (runs.length < 2 || runs.length * 2 > entries.length) return null
  return runs.map(({ name, entries }, index) => ({
    id: at.range(`${witness}-${index + 1}`),
    type: 'Range',
    label: unspoken(name),
    items: canvases(at, entries),
  }))
}

const canvases = (at: IiifAddresses, entries: readonly CanvasEntry[]): Item[] =>
  entries.map(({ id }) => ({ id: at.canvas(id), type: 'Canvas' }))
