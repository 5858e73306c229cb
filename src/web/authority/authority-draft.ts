import { type Reply, send } from '../api/ask.ts'
import type { AuthorityKind } from '../browse/authorities-screen.tsx'
import type { Authority } from '../browse/authority-facts.tsx'
import { WrongFields } from '../forms/faults.ts'
import { readGregorian } from '../forms/read-date.ts'
import type { Revisable } from '../forms/use-revising.ts'
import { words } from '../words/words.ts'

type Name = { text: string; lang: string; script: string; kind: string; period: string }
type Office = { title: string; body: string; period: string }
type Within = { place: string; period: string }

/** An agent, a place or a happening as it is typed; of parts that its kind does not have nothing is said. */
export type AuthorityDraft = {
  kind: string
  names: readonly Name[]
  existence: readonly string[]
  offices: readonly Office[]
  predecessors: readonly string[]
  successors: readonly string[]
  coordinates: { lat: string; lon: string }
  within: readonly Within[]
  date: string
  places: readonly string[]
  agents: readonly string[]
  sameAs: string
  note: string
}

export const noName: Name = { text: '', lang: '', script: '', kind: '', period: '' }

/** A thing as it is described. */
export function draftOfAuthority(thing: Authority): AuthorityDraft {
  const told: Partial<Reply<'readAgent'> & Reply<'readPlace'> & Reply<'readHappening'>> = thing
  const { coordinates } = told
  return {
    kind: told.kind ?? '',
    names: thing.names.map((name) => textsOf(name, noName)),
    existence: told.existence ?? [],
    offices: told.offices?.map((office) => textsOf(office, { title: '', body: '', period: '' })) ?? [],
    predecessors: told.predecessors ?? [],
    successors: told.successors ?? [],
    coordinates: { lat: String(coordinates?.lat ?? ''), lon: String(coordinates?.lon ?? '') },
    within: told.within?.map((one) => textsOf(one, { place: '', period: '' })) ?? [],
    date: told.date ?? '',
    places: told.places ?? [],
    agents: told.agents ?? [],
    sameAs: thing.sameAs.join('\n'),
    note: thing.note ?? '',
  }
}

const textsOf = <T extends Record<string, string>>(row: { [N in keyof T]: string | null }, blank: T): T =>
  // Every part of the blank one, as text.
  Object.fromEntries(Object.keys(blank).map((part) => [part, row[part] ?? ''])) as T

/** What the API is told of the parts that were changed; rows in which nothing stands are left out. */
export async function authorityOf(changed: Partial<AuthorityDraft>): Promise<Record<string, unknown>> {
  const { kind, names, existence, offices, coordinates, within, date, sameAs, note } = changed
  const said: Record<string, unknown> = {}
  if (kind) said.kind = kind
  if (names) said.names = await dated('names', names, 'text')
  if (existence)
    said.existence = await Promise.all(
      existence.filter(isSaid).map((period, at) => readGregorian(period, `existence.${at}`)),
    )
  if (offices) said.offices = await dated('offices', offices, 'title')
  if (within) said.within = await dated('within', within, 'place')
  if (coordinates) said.coordinates = coordinatesOf(coordinates)
  if (date !== undefined) said.date = isSaid(date) ? await readGregorian(date, 'date') : null
  for (const part of ['predecessors', 'successors', 'places', 'agents'] as const)
    if (changed[part]) said[part] = changed[part].filter(isSaid)
  if (sameAs !== undefined) said.sameAs = sameAs.split('\n').map(trimmed).filter(isSaid)
  if (note !== undefined) said.note = note.trim() || null
  return said
}

const trimmed = (text: string) => text.trim()
const isSaid = (text: string) => text.trim() !== ''

/** Rows as the API has them, those left out in which the part that counts is empty. */
const dated = <R extends { period: string }>(path: string, rows: readonly R[], counts: keyof R & string) =>
  Promise.all(
    rows
      .filter((row) => isSaid(String(row[counts])))
      .map(async (row, at) => {
        const period = isSaid(row.period) ? await readGregorian(row.period, `${path}.${at}.period`) : null
        const texts = Object.entries(row).map(([part, text]) => [part, String(text).trim() || null])
        return { ...Object.fromEntries(texts), period }
      }),
  )

function coordinatesOf({ lat, lon }: AuthorityDraft['coordinates']) {
  if (!isSaid(lat) && !isSaid(lon)) return null
  const [north, east] = [lat, lon].map((text) => Number(text.trim().replace(',', '.') || Number.NaN))
  if (Number.isFinite(north) && Number.isFinite(east)) return { lat: north, lon: east }
  throw new WrongFields([{ path: 'coordinates', message: words.authority.coordinatesWrong }])
}

const operations = {
  agents: ['readAgent', 'reviseAgent'],
  places: ['readPlace', 'revisePlace'],
  happenings: ['readHappening', 'reviseHappening'],
} as const

/** How a thing of a kind is read and written. */
export const revisableOf = (kind: AuthorityKind): Revisable<AuthorityDraft> => {
  const [reads, revises] = operations[kind]
  return {
    async read(authorityId) {
      const reply = await send(reads, { params: { authorityId } })
      // The shape is what the OpenAPI document says, which the server's own tests hold it to.
      const thing = (await reply.json()) as Authority
      return { id: authorityId, draft: draftOfAuthority(thing), etag: reply.headers.get('ETag') ?? '' }
    },
    async write({ id, etag }, changed) {
      const body = await authorityOf(changed)
      return send(revises, { params: { authorityId: id }, body, headers: { 'If-Match': etag } })
    },
  }
}
