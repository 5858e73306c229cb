import { type Input, type Reply, send } from '../api/ask.ts'
import { readGregorian } from '../forms/read-date.ts'
import type { Revisable } from '../forms/use-revising.ts'
import { words } from '../words/words.ts'

type Unit = Reply<'readCollection'>
export type NewUnit = NonNullable<Input<'addCollection'>['body']>

/** The elements of ISAD(G) that a unit may have, in their order. */
export const elements = Object.keys(words.browse.elements) as (keyof typeof words.browse.elements)[]
type Element = (typeof elements)[number]

/** A unit of the arrangement as it is typed; what is not said is empty. */
export type UnitDraft = Record<
  Element | 'parent' | 'level' | 'referenceCode' | 'title' | 'visibility' | 'embargoUntil' | 'group',
  string
>

/** A new unit within another, or within none. */
export const noUnit = (parent: string | null): UnitDraft => ({
  ...blank(),
  parent: parent ?? '',
  level: parent === null ? 'fonds' : 'series',
  referenceCode: '',
  title: '',
  visibility: 'public',
  embargoUntil: '',
  group: '',
})

/** A unit as it was described. */
export function draftOfUnit(unit: Unit): UnitDraft {
  const draft = noUnit(unit.parent)
  for (const element of elements) draft[element] = unit[element] ?? ''
  const { level, referenceCode, title, visibility, embargoUntil, group } = unit
  const shown = { visibility, embargoUntil: embargoUntil ?? '', group: group ?? '' }
  return { ...draft, ...shown, level, referenceCode: referenceCode ?? '', title }
}

/** What the API is told of the parts that were written or changed; what was emptied is null. */
export async function unitOf(changed: Partial<UnitDraft>): Promise<Partial<NewUnit>> {
  const said: Record<string, unknown> = {}
  for (const [part, typed] of Object.entries(changed)) said[part] = typed.trim() || null
  if (changed.title !== undefined) said.title = changed.title.trim()
  // What was typed before another choice was made belongs to none.
  if (changed.visibility !== undefined && changed.visibility !== 'embargoed') said.embargoUntil = null
  if (changed.visibility !== undefined && changed.visibility !== 'restricted') said.group = null
  if (changed.dates?.trim()) said.dates = await readGregorian(changed.dates, 'dates')
  return said as Partial<NewUnit>
}

/** How a unit is read and written. */
export const revisableUnit: Revisable<UnitDraft> = {
  async read(collectionId) {
    const reply = await send('readCollection', { params: { collectionId } })
    // The shape is what the OpenAPI document says, which the server's own tests hold it to.
    const unit = (await reply.json()) as Unit
    return { id: collectionId, draft: draftOfUnit(unit), etag: reply.headers.get('ETag') ?? '' }
  },
  async write({ id, etag }, changed) {
    const body = await unitOf(changed)
    return send('reviseCollection', {
      params: { collectionId: id },
      body,
      headers: { 'If-Match': etag },
    })
  },
}

const blank = () => Object.fromEntries(elements.map((element) => [element, ''])) as Record<Element, string>
