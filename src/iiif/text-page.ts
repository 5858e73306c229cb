import { type LaidWord, laidLines, reachOf } from '../domain/page/laid-lines.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { TextRevision } from '../domain/text.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import { iiifAddresses } from './addresses.ts'
import { granularPage, partOfCanvas } from './annotation-page.ts'
import { frameOf, layerName } from './canvas.ts'
import { english } from './language-map.ts'

type Wanted = {
  document: string
  entry: CanvasEntry
  /** Null where the page has none. */
  text: { revision: TextRevision; placed: PlacedWords | null } | null
  /** The layer that was asked for; null: the best. */
  layer: string | null
}

/**
 * The text of a canvas as annotations with the motivation `supplementing` (IIIF Presentation 3.0, 3.5): line by line, or
 * word by word, each where it stands; as one where that is not known.
 */
export function textPage(
  baseUrl: string,
  granularity: 'line' | 'word',
  { document, entry, text, layer }: Wanted,
) {
  const at = iiifAddresses(baseUrl, document)
  const id = granularity === 'line' ? at.lines(entry.id, layer) : at.words(entry.id)
  const page = { id, label: english(layerName(text?.revision.layer ?? layer)) }
  if (text === null || text.revision.content.trim() === '') return granularPage({ ...page, items: [] })
  const { revision, placed } = text
  const frame = frameOf(entry)
  const lines = placed === null ? null : laidLines(revision.content, placed, frame).flat()
  const parts: (readonly LaidWord[])[] | null =
    lines && granularity === 'word' ? lines.flat().map((word) => [word]) : lines
  const annotation = (number: number, value: string, textGranularity: string, target: string) => ({
    id: `${id}#${revision.id}-${number}`,
    type: 'Annotation',
    motivation: 'supplementing',
    textGranularity,
    body: {
      type: 'TextualBody',
      value,
      format: 'text/plain',
      language: revision.language ?? undefined,
    },
    target,
  })
  const canvas = at.canvas(entry.id)
  const items =
    parts === null
      ? [annotation(1, revision.content, 'page', canvas)]
      : parts.map((words, index) =>
          annotation(
            index + 1,
            words.map((word) => word.text).join(' '),
            granularity,
            partOfCanvas(canvas, frame, reachOf(words)),
          ),
        )
  return granularPage({ ...page, items })
}
