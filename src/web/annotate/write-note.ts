import type { Box } from '../scan/box.ts'
import { codePointIndex } from '../text/code-points.ts'
import type { Passage } from '../text/passage.ts'

/** What somebody says. */
export type Said = {
  text: string
  tags: readonly string[]
  motivation: string
  /** `public`, `private`, or the id of a group; without it, it is for whom it was. */
  sharing?: string
}

/** What an annotation is about: a whole page, a passage of its text, or a place on its scan. */
export type About = { source: string; text: string; passage: Passage | null; box: Box | null }

const context = 'http://www.w3.org/ns/anno.jsonld'
const around = 32

/** A Web Annotation of a page, a passage or a region. */
export const writeNote = (about: About, said: Said) => ({
  '@context': context,
  type: 'Annotation',
  ...bodyOf(said),
  target: targetOf(about),
  ...(said.sharing && { archive: sharingOf(said.sharing) }),
})

/** A Web Annotation that answers another. */
export const writeReply = (answered: string, text: string) => ({
  '@context': context,
  type: 'Annotation',
  ...bodyOf({ text, tags: [], motivation: 'replying' }),
  target: answered,
})

/** An annotation as it was, with other words; what else it bears is kept. */
export function rewriteNote(json: Record<string, unknown>, said: Said): Record<string, unknown> {
  const { bodyValue: _, ...rest } = json
  return { ...rest, ...bodyOf(said), ...(said.sharing && { archive: sharingOf(said.sharing) }) }
}

const sharingOf = (sharing: string) =>
  sharing === 'public' || sharing === 'private'
    ? { visibility: sharing }
    : { visibility: 'group', group: sharing }

function bodyOf({ text, tags, motivation }: Said) {
  const said = text.trim() === '' ? [] : [{ type: 'TextualBody', value: text.trim(), format: 'text/plain' }]
  const tagged = tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value }))
  return { motivation, body: [...said, ...tagged] }
}

function targetOf({ source, text, passage, box }: About) {
  if (passage) return { source, selector: selectorsOf(text, passage) }
  if (!box) return source
  const value = `xywh=pixel:${box.map(Math.round).join(',')}`
  return {
    source,
    selector: { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value },
  }
}

/** How a passage is found again: by its words with what stands around them, and by its place in code points. */
export function selectorsOf(text: string, { start, end }: Passage) {
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: [...text.slice(0, start).slice(-2 * around)].slice(-around).join(''),
      suffix: [...text.slice(end, end + 2 * around)].slice(0, around).join(''),
    },
    {
      type: 'TextPositionSelector',
      start: codePointIndex(text, start),
      end: codePointIndex(text, end),
    },
  ]
}

/** Where words stand in a text, letter by letter; the first hundred places. */
export function findPassages(text: string, words: string): Passage[] {
  const found: Passage[] = []
  if (words.trim() === '') return found
  for (let at = text.indexOf(words); at !== -1 && found.length < 100; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length })
  return found
}

/** Tags as they are written in one field, commas between them; each once. */
export const tagsOf = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]
