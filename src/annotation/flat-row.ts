import { isObject, type Json, listOf } from '../domain/annotation/json.ts'
import { pageTargets } from '../domain/annotation/target.ts'
import { saidIn } from '../domain/annotation/text-body.ts'
import { annotationAddress, type Shown } from './present.ts'

type Cell = string | number | null | undefined

const columns: readonly [string, (shown: Shown, baseUrl: string) => Cell][] = [
  ['id', ({ annotation }, baseUrl) => annotationAddress(baseUrl, annotation.id)],
  ['document', ({ annotation }) => annotation.document],
  ['title', ({ annotation }) => annotation.title],
  ['page', ({ annotation }) => annotation.number],
  ['creator', ({ annotation: { body, createdBy } }) => many(body.creator, nameOfAgent) || createdBy],
  ['created', ({ annotation: { body, createdAt } }) => textOf(body.created) || createdAt],
  ['modified', ({ annotation: { body, modifiedAt } }) => modifiedAt ?? textOf(body.modified)],
  ['motivation', ({ annotation: { body } }) => many(body.motivation, textOf)],
  ['tags', ({ annotation: { body } }) => saidIn(body).tags.join('; ')],
  ['quote', ({ annotation: { anchor, body } }) => anchor?.exact ?? (saidIn(body).quotes.join(' … ') || null)],
  ['note', ({ annotation: { body } }) => saidIn(body).texts.join('\n\n')],
  [
    'target',
    ({ annotation: { body } }) => [...new Set(pageTargets(body).map(({ source }) => source))].join('; '),
  ],
  ['state', ({ anchor }) => anchor?.state],
  ['visibility', ({ annotation: { sharing, groupName } }) => groupName ?? sharing.visibility],
  ['hidden', ({ annotation }) => annotation.hidden?.because],
]

/** What the columns of annotations as a table are called. */
export const flatColumns: readonly string[] = columns.map(([name]) => name)

/**
 * An annotation as a row of a table: who made it and when as it says itself, else as the archive knows; several of a thing
 * stand in one cell, `; ` between them; `state` is where its passage stands in the text of today, `hidden` why it is hidden.
 */
export const flatRow = (baseUrl: string, shown: Shown): Cell[] =>
  columns.map(([, cell]) => cell(shown, baseUrl))

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const many = (value: Json | undefined, read: (one: Json) => string): string =>
  listOf(value).map(read).filter(Boolean).join('; ')

function nameOfAgent(agent: Json): string {
  if (!isObject(agent)) return textOf(agent)
  return [agent.name, agent.nickname, agent.id].flatMap((one) => listOf(one).map(textOf)).find(Boolean) ?? ''
}
