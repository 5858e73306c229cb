import { z } from 'zod'
import { visibilities } from '../domain/document.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import { type ToldWord, toldWords } from '../domain/page/told-words.ts'
import type { Page, TextRevision } from '../domain/text.ts'

/** A box as `[left, top, width, height]` in pixels of the page's width and height. */
export const BoxReply = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: '[left, top, width, height] in pixels of the page’s width and height' })

/** A page as replies tell of it. */
export const PageReply = z
  .object({
    id: z.string(),
    number: z.int(),
    label: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    layers: z.array(z.string()),
    recognition: z.enum(['wanted', 'missing', 'done', 'failed']).nullable().meta({
      description: 'What recognition has to do with it, or did; missing: it waits for a language, see fault',
    }),
    fault: z.string().nullable().meta({ description: 'Why it could not be pictured or recognised' }),
    remark: z.string().nullable().meta({ description: 'What is wrong with its image' }),
    confidence: z.number().nullable().meta({ description: 'How sure the recogniser was, 0–100' }),
    withheld: z
      .object({
        whole: z.boolean().meta({ description: 'Whether all of it is: it has no text and no image then' }),
        reasons: z.array(z.string()),
        until: z.string().nullable(),
      })
      .optional()
      .meta({ description: 'Present where something of it is withheld from who asks' }),
    own: z
      .object({
        visibility: z.enum(visibilities),
        embargoUntil: z.string().nullable(),
        group: z.string().nullable(),
      })
      .optional()
      .meta({
        description: 'For archivists: who may see it, where that are not all who may see the document',
      }),
    redactions: z.int().optional().meta({
      description: 'For archivists: how many redactions there are, where there are any',
    }),
  })
  .meta({ id: 'Page' })

const WordReply = z
  .object({
    text: z.string(),
    start: z.int(),
    end: z.int(),
    box: BoxReply,
    confidence: z.number().nullable(),
  })
  .meta({ id: 'PlacedWord' })

/** A leaf known to be missing behind the page of a number; 0 is before the first. */
export const MissingReply = z
  .object({ id: z.string(), after: z.int(), label: z.string().nullable(), note: z.string().nullable() })
  .meta({ id: 'MissingLeaf' })

/** A text of a page as replies tell of it, its words with their places where these are known. */
export const TextReply = z
  .object({
    revision: z.string(),
    layer: z.string(),
    language: z.string().nullable(),
    content: z.string(),
    words: z.array(WordReply).optional(),
  })
  .meta({ id: 'PageText' })

export const presentPage = ({ withheld, ...page }: Page) => ({
  ...page,
  layers: [...page.layers],
  ...(withheld && { withheld: { ...withheld, reasons: [...withheld.reasons] } }),
})

/** A text with the places of its words on its page. */
export function presentText(
  { id, layer, language, content }: TextRevision,
  placed: PlacedWords | null,
  page: Page,
) {
  const text = { revision: id, layer, language, content }
  return placed === null
    ? text
    : { ...text, words: toldWords(content, placed, frameOf(page, placed)).map(presentWord) }
}

const presentWord = ({ box, ...word }: ToldWord) => ({
  ...word,
  box: [...box] as [number, number, number, number],
})

/** What boxes of a page are told in: the page's own size, where it is known. */
const frameOf = ({ width, height }: Page, { frame }: PlacedWords) =>
  width === null || height === null ? frame : { width, height }
