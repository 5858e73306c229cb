import type { Reply } from '../api/ask.ts'
import type { Description } from '../api/types.ts'

type Shown = Pick<
  Reply<'readDocument'>,
  | 'title'
  | 'creator'
  | 'type'
  | 'language'
  | 'abstract'
  | 'rights'
  | 'visibility'
  | 'embargoUntil'
  | 'group'
  | 'identifiers'
  | 'subjects'
> & { date: { edtf: string | null; status: string } }

/** The fields of a description as they are typed: text, lists a line each. */
export const fieldNames = [
  'title',
  'date',
  'creator',
  'type',
  'language',
  'identifiers',
  'subjects',
  'abstract',
  'rights',
  'visibility',
  'embargoUntil',
  'group',
] as const
export type FieldName = (typeof fieldNames)[number]
export type Draft = Record<FieldName, string>

/** A description as it is typed. A date that only follows from evidence is nobody's statement, and left empty. */
export const draftOf = (shown: Shown): Draft => ({
  title: shown.title,
  date: shown.date.status === 'stated' ? (shown.date.edtf ?? '') : '',
  creator: shown.creator ?? '',
  type: shown.type ?? '',
  language: shown.language ?? '',
  identifiers: shown.identifiers.map(({ scheme, value }) => `${scheme}: ${value}`).join('\n'),
  subjects: shown.subjects.join('\n'),
  abstract: shown.abstract ?? '',
  rights: shown.rights ?? '',
  visibility: shown.visibility,
  embargoUntil: shown.embargoUntil ?? '',
  group: shown.group ?? '',
})

/** What the API is told of the fields that were changed; what was emptied is null. */
export function changeOf(changed: Partial<Draft>): Description {
  const said: Record<string, unknown> = {}
  for (const [name, typed] of Object.entries(changed)) {
    const value = typed.trim()
    if (name === 'subjects') said[name] = linesOf(value)
    else if (name === 'identifiers') said[name] = linesOf(value).map(identifierOf)
    else said[name] = value === '' ? null : value
  }
  return said
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What stands before the first colon is the scheme; a line without one is a shelfmark. */
function identifierOf(line: string): { scheme: string; value: string } {
  const at = line.indexOf(':')
  const [scheme, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  return at > 0 && value !== '' ? { scheme, value } : { scheme: 'shelfmark', value: line }
}
