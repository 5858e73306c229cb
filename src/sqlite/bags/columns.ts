import { packWords, unpackWords } from '../../domain/page/pack-words.ts'
import type { Fact, Kind } from './fact.ts'

export type Column = { column: string; field: string; kind: Kind }

/** The columns of a fact that are carried, with what they are called in records. */
export const columnsOf = ({ columns }: Fact): Column[] =>
  Object.entries(columns).flatMap(([kind, names]) =>
    names.split(' ').map((column) => ({ column, field: fieldOf(column), kind: kind as Kind })),
  )

const fieldOf = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

/** The value of a column, which is not null, as it stands in a record. */
export const written: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => value,
  number: (value) => value,
  // What is signed or hashed as text comes back to the letter: JSON that is not spelt as we spell it stays text.
  json: (value) => {
    const text = String(value)
    const parsed: unknown = JSON.parse(text)
    return typeof parsed !== 'string' && JSON.stringify(parsed) === text ? parsed : text
  },
  bytes: (value) => Buffer.from(value as Uint8Array).toString('hex'),
  words: (value) => {
    const packed = Buffer.from(value as Uint8Array)
    const placed = unpackWords(packed)
    return packed.equals(packWords(placed)) ? placed : packed.toString('hex')
  },
}
