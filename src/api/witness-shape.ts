import { z } from 'zod'
import type { Actor } from '../domain/access.ts'
import type { Said } from '../domain/claim/claims-of-change.ts'
import { transmissions } from '../domain/claim/vocabulary.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import { FileReply, presentFile } from './document-shape.ts'
import { edtf, language, text } from './fields.ts'
import { MarkBody, MarkReply, presentMark } from './mark-shape.ts'

const statuses = ['correct', 'misattributed', 'misleading', 'supplied'] as const

/** What is written of a witness; every field may be left out, null takes a value away. */
export const WitnessBody = z
  .object({
    label: text(500).nullish(),
    kind: text(500).nullish(),
    transmission: z.enum(transmissions).nullish(),
    holder: z
      .union([text(1000), z.object({ agent: z.string().max(100) })])
      .nullish()
      .meta({ description: 'A name, or an agent' }),
    shelfmark: text(500).nullish(),
    collection: z.string().max(100).nullish(),
    printedIn: z
      .object({
        source: z.string().max(100).nullish(),
        document: z.string().max(100).nullish(),
        locator: text(500).nullish(),
      })
      .nullish()
      .meta({ description: 'A source, or a document of the archive' }),
    headingAsPrinted: z
      .object({ text: text(2000), status: z.enum(statuses), names: z.string().max(100).nullish() })
      .nullish()
      .meta({ description: '`names` is the document whose heading it is, where it is another' }),
    language: language.nullish(),
    date: edtf.nullish().meta({ description: 'Of this copy' }),
    custody: text(100_000).nullish(),
  })
  .meta({ id: 'WitnessDescription' })
export const NewWitnessBody = WitnessBody.extend({ marks: z.array(MarkBody).max(200).nullish() }).meta({
  id: 'NewWitness',
})

export const WitnessReply = z
  .object({
    id: z.string(),
    document: z.string(),
    label: z.string(),
    kind: z.string().nullable(),
    transmission: z.enum(transmissions).nullable(),
    holder: z.string().nullable().meta({ description: 'The name of who keeps it' }),
    holderAgent: z.string().nullable(),
    shelfmark: z.string().nullable(),
    collection: z.string().nullable(),
    printedIn: z
      .object({
        source: z.string().nullable(),
        document: z.string().nullable(),
        locator: z.string().nullable(),
      })
      .nullable(),
    headingAsPrinted: z
      .object({ text: z.string(), status: z.enum(statuses), names: z.string().nullable() })
      .nullable(),
    language: z.string().nullable(),
    date: z.string().nullable(),
    custody: z.string().nullable(),
    pageCount: z.int(),
    files: z.array(FileReply),
    marks: z.array(MarkReply),
    createdAt: z.string(),
  })
  .meta({ id: 'Witness' })

/** What a body says of a witness, property by property. */
export function saidOfWitness(body: z.output<typeof WitnessBody>): Said[] {
  const said: Said[] = []
  const put = <T>(
    property: string,
    path: string,
    given: T | null | undefined,
    toValue: (one: T) => unknown,
  ) => {
    if (given === undefined) return
    said.push({ property, values: given === null ? [] : [{ path, value: toValue(given) }] })
  }
  const textual = (one: string) => ({ text: one })
  put('label', 'label', body.label, textual)
  put('kind', 'kind', body.kind, textual)
  put('transmission', 'transmission', body.transmission, textual)
  put('holder', 'holder', body.holder, (holder) => (typeof holder === 'string' ? { text: holder } : holder))
  put('shelfmark', 'shelfmark', body.shelfmark, textual)
  put('collection', 'collection', body.collection, (collection) => ({ collection }))
  put('printed-in', 'printedIn', body.printedIn, (place) => place)
  put('heading-as-printed', 'headingAsPrinted', body.headingAsPrinted, (heading) => heading)
  put('language', 'language', body.language, textual)
  put('date', 'date', body.date, (date) => ({ edtf: date }))
  put('custody', 'custody', body.custody, textual)
  return said
}

/** A witness as an actor is shown it; `holder` is the name of the agent that keeps it, where one is named. */
export function presentWitness(
  record: WitnessRecord,
  holder: string | null,
  actor: Actor,
): z.output<typeof WitnessReply> {
  const { view, fallbackLabel, files, marks, pageCount, id, document, createdAt } = record
  const body = {
    ...view,
    id,
    document,
    pageCount,
    createdAt,
    label: view.label ?? fallbackLabel,
    holder: holder ?? view.holder?.text ?? null,
    holderAgent: view.holder?.agent ?? null,
    files: files.map((file) => presentFile(file, actor)),
    marks: marks.map(presentMark),
  }
  return WitnessReply.parse(body)
}
