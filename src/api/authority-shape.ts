import { z } from 'zod'
import { type Authority, type AuthorityType, agentKinds } from '../domain/authority/authority.ts'
import type { Said } from '../domain/claim/claims-of-change.ts'
import { edtf, language, text } from './fields.ts'

const script = z
  .string()
  .regex(/^[A-Z][a-z]{3}$/, 'is not a script of ISO 15924: write Latn, Cyrl or the like')
const ids = z.array(z.string().max(100)).max(200)
/** Things by their ids or names, or as the values of claims have them. */
const things = <T extends 'place' | 'agent'>(type: T) =>
  z.array(z.union([text(1000), z.object({ [type]: z.string().max(100) } as Record<T, z.ZodString>)])).max(200)

const Names = z
  .array(
    z.union([
      text(500),
      z.object({
        text: text(500),
        lang: language.nullish(),
        script: script.nullish(),
        kind: text(100).nullish(),
        period: edtf.nullish(),
      }),
    ]),
  )
  .max(500)
const sameAs = z.array(z.string().max(2000)).max(200).nullish()
const note = text(100_000).nullish()

/** What is written of an agent, a place and a happening; every field may be left out, but a new thing needs a name. */
export const AgentBody = z
  .object({
    kind: z.enum(agentKinds).optional(),
    names: Names.nullish(),
    existence: z.array(edtf).max(100).nullish().meta({ description: 'Periods, EDTF; several are allowed' }),
    offices: z
      .array(
        z.object({
          title: text(500),
          body: text(500).nullish().meta({ description: 'The id of an agent, or a name' }),
          period: edtf.nullish(),
        }),
      )
      .max(200)
      .nullish(),
    predecessors: ids.nullish(),
    successors: ids.nullish(),
    sameAs,
    note,
  })
  .meta({ id: 'AgentDescription' })
export const NewAgentBody = AgentBody.extend({ kind: z.enum(agentKinds) }).meta({ id: 'NewAgent' })

export const PlaceBody = z
  .object({
    names: Names.nullish(),
    coordinates: z.object({ lat: z.number(), lon: z.number() }).nullish(),
    within: z
      .array(z.object({ place: z.string().max(100), period: edtf.nullish() }))
      .max(200)
      .nullish(),
    sameAs,
    note,
  })
  .meta({ id: 'PlaceDescription' })

export const HappeningBody = z
  .object({
    names: Names.nullish(),
    date: edtf.nullish(),
    places: things('place').nullish().meta({ description: 'Ids of places, or names' }),
    agents: things('agent').nullish().meta({ description: 'Ids of agents, or names' }),
    sameAs,
    note,
  })
  .meta({ id: 'HappeningDescription' })

type Body = Partial<z.output<typeof AgentBody> & z.output<typeof PlaceBody> & z.output<typeof HappeningBody>>

/** What a body says, property by property; what it leaves out it does not say. */
export function saidOf(body: Body): Said[] {
  const said: Said[] = []
  const put = (property: string, field: keyof Body, toValue: (one: never) => unknown) => {
    const given = body[field]
    if (given === undefined) return
    const isList = Array.isArray(given)
    const values = given === null ? [] : isList ? given : [given]
    said.push({
      property,
      values: values.map((one, index) => ({
        path: isList ? `${field}.${index}` : field,
        value: toValue(one as never),
      })),
    })
  }
  put('name', 'names', (name: string | object) => (typeof name === 'string' ? { text: name } : name))
  put('existence', 'existence', (edtf: string) => ({ edtf }))
  put('office', 'offices', ({ body, ...office }: { body?: string | null }) => ({
    ...office,
    ...(body != null && idOrText('agent', body)),
  }))
  put('predecessor', 'predecessors', (agent: string) => ({ agent }))
  put('successor', 'successors', (agent: string) => ({ agent }))
  put('coordinates', 'coordinates', (coordinates: object) => coordinates)
  put('within', 'within', (within: object) => within)
  put('date', 'date', (edtf: string) => ({ edtf }))
  put('place', 'places', (place: string | object) => idOrText('place', place))
  put('agent', 'agents', (agent: string | object) => idOrText('agent', agent))
  put('same-as', 'sameAs', (uri: string) => ({ uri }))
  put('note', 'note', (text: string) => ({ text }))
  return said
}

/** Names of things are told from their ids, which nobody would write as a name. */
function idOrText(type: 'agent' | 'place', given: string | object): object {
  if (typeof given !== 'string') return given
  return /^[ap][0-9a-f]{32}$/.test(given) ? { [type]: given } : { text: given }
}

const NameReply = z
  .object({
    text: z.string(),
    lang: z.string().nullable(),
    script: z.string().nullable(),
    kind: z.string().nullable(),
    period: z.string().nullable(),
  })
  .meta({ id: 'Name' })

const common = {
  id: z.string(),
  names: z.array(NameReply),
  sameAs: z.array(z.string()),
  note: z.string().nullable(),
  mergedInto: z.string().nullable().meta({ description: 'What stands in its place since it was merged' }),
  createdAt: z.string(),
  updatedAt: z.string(),
}
const replies = {
  agent: z
    .object({
      ...common,
      kind: z.enum(agentKinds),
      existence: z.array(z.string()),
      offices: z.array(
        z.object({ title: z.string(), body: z.string().nullable(), period: z.string().nullable() }),
      ),
      predecessors: z.array(z.string()),
      successors: z.array(z.string()),
    })
    .meta({ id: 'Agent' }),
  place: z
    .object({
      ...common,
      coordinates: z.object({ lat: z.number(), lon: z.number() }).nullable(),
      within: z.array(z.object({ place: z.string(), period: z.string().nullable() })),
    })
    .meta({ id: 'Place' }),
  happening: z
    .object({
      ...common,
      date: z.string().nullable(),
      places: z.array(z.string()),
      agents: z.array(z.string()),
    })
    .meta({ id: 'Happening' }),
}

/** The shape in which a kind of thing is shown. */
export const replyOf = (type: AuthorityType): z.ZodObject => replies[type]

/** An agent, place or happening as it is shown. */
export function presentAuthority({ view, ...thing }: Authority): Record<string, unknown> {
  const { id, kind, mergedInto, createdAt, updatedAt } = thing
  return { id, ...(kind && { kind }), ...view, mergedInto, createdAt, updatedAt }
}
