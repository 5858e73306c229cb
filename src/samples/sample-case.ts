import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type AuthorityDeps, addAuthority } from '../actions/authority.ts'
import { addClaim, type ClaimDeps } from '../actions/claim.ts'
import { addCollection, type CollectionDeps } from '../actions/collection.ts'
import { addMark } from '../actions/mark.ts'
import { addSource, type SourceDeps } from '../actions/source.ts'
import { addWitness, type WitnessDeps } from '../actions/witness.ts'
import { AgentBody, HappeningBody, NewAgentBody, PlaceBody, saidOf } from '../api/authority-shape.ts'
import { ClaimBody } from '../api/claim-shape.ts'
import { MarkBody, markOf } from '../api/mark-shape.ts'
import { NewWitnessBody, saidOfWitness } from '../api/witness-shape.ts'
import { levels } from '../domain/collection/collection.ts'
import { noMark } from '../domain/witness/mark.ts'
import type { TextReader } from '../ports/texts.ts'

export type SampleCaseDeps = AuthorityDeps &
  ClaimDeps &
  CollectionDeps &
  SourceDeps &
  WitnessDeps & { texts: TextReader }

type Keyed = { key: string } & Record<string, unknown>

/** What the sample archive tells beside its documents: who and what they are about, their witnesses, claims, sources. */
export type SampleCase = {
  sources: (Keyed & { work?: Record<string, unknown>; document?: string })[]
  agents: Keyed[]
  places: Keyed[]
  happenings: Keyed[]
  collections: Keyed[]
  witnesses: (Keyed & { document: string })[]
  /** Marks on the first page of a document, their boxes told on a page of the size `of`. */
  marks: (Keyed & { document: string; box: number[]; of: number[] })[]
  claims: ({ about: Record<string, string> } & Record<string, unknown>)[]
}

const actor = { id: 'samples', role: 'administrator' } as const
const everyone = { everything: true, classes: [], today: '' }
const CollectionBody = z.object({
  parent: z.string().optional(),
  level: z.enum(levels),
  referenceCode: z.string(),
  title: z.string(),
})

/**
 * Adds what is not there yet. `@key` stands for the id of the thing with that key everywhere; ids are made of keys, so that
 * what was loaded before is known again. Collections come before the documents that lie in them, all else after.
 */
export function sampleCase(deps: SampleCaseDeps, sample: SampleCase) {
  const ids = new Map<string, string>()
  const resolve = (value: unknown): unknown => {
    if (typeof value === 'string' && value.startsWith('@')) return ids.get(value.slice(1)) ?? value
    if (Array.isArray(value)) return value.map(resolve)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one)]))
  }
  /** The same actions with ids that the key gives; of several of a letter, by their order. */
  const keyed = (key: string): SampleCaseDeps => {
    const made = new Map<string, number>()
    return {
      ...deps,
      newId: (letter) => {
        const number = made.get(letter) ?? 0
        made.set(letter, number + 1)
        return sampleId(letter, key, number)
      },
    }
  }

  async function each(
    things: readonly Keyed[],
    letter: string,
    isThere: (id: string) => Promise<unknown>,
    add: (body: Record<string, unknown>, own: SampleCaseDeps) => Promise<unknown>,
  ): Promise<void> {
    for (const { key, ...body } of things) {
      const id = sampleId(letter, key, 0)
      ids.set(key, id)
      if (!(await isThere(id))) await add(resolve(body) as Record<string, unknown>, keyed(key))
    }
  }
  const agent = (id: string) => deps.authorities.find('agent', id)

  return {
    /** A collection's id, by its key. */
    idOf: (key: string) => ids.get(key) ?? null,
    /** How much of it is there: it begins with its first collection and ends with its last claim. */
    async extent(): Promise<'absent' | 'partly' | 'loaded'> {
      const [first] = sample.collections
      const last = sample.claims.at(-1)
      if (last && (await deps.claims.find(everyone, sampleId('c', nameOf(last), 0)))) return 'loaded'
      return first && (await deps.collections.find(everyone, sampleId('k', first.key, 0)))
        ? 'partly'
        : 'absent'
    },
    async arrange(): Promise<void> {
      await each(
        sample.collections,
        'k',
        (id) => deps.collections.find(everyone, id),
        (body, own) => addCollection(own, actor, CollectionBody.parse(body), null),
      )
    },
    /** Tells the case of documents that are there, by the ids of their keys. */
    async tell(documents: ReadonlyMap<string, string>): Promise<void> {
      for (const [key, id] of documents) ids.set(key, id)
      await each(
        sample.sources,
        's',
        (id) => deps.sources.find(everyone, id),
        (body, own) => {
          const { work, document } = body
          return addSource(own, actor, (work as Record<string, unknown>) ?? { document }, null)
        },
      )
      await each(sample.agents, 'a', agent, (body, own) => {
        const { kind, ...said } = NewAgentBody.parse(body)
        return addAuthority(own, actor, 'agent', { kind, said: saidOf(AgentBody.parse(said)) }, null)
      })
      await each(
        sample.places,
        'p',
        (id) => deps.authorities.find('place', id),
        (body, own) =>
          addAuthority(own, actor, 'place', { kind: null, said: saidOf(PlaceBody.parse(body)) }, null),
      )
      await each(
        sample.happenings,
        'h',
        (id) => deps.authorities.find('happening', id),
        (body, own) =>
          addAuthority(
            own,
            actor,
            'happening',
            { kind: null, said: saidOf(HappeningBody.parse(body)) },
            null,
          ),
      )
      await each(
        sample.witnesses,
        'w',
        (id) => deps.witnesses.find(everyone, id),
        (body, own) => {
          const { document, ...rest } = body
          const { marks, ...said } = NewWitnessBody.parse(rest)
          const content = (marks ?? []).map((mark) => ({ ...noMark, ...markOf(mark) }))
          return addWitness(
            own,
            actor,
            String(document),
            { said: saidOfWitness(said), marks: content },
            { idempotency: null },
          )
        },
      )
      await each(
        sample.marks,
        'm',
        (id) => deps.witnesses.mark(everyone, id),
        async ({ document, box, of, ...body }, own) => {
          const page = await deps.texts.page(String(document), null, 1, everyone)
          const place = page && (await deps.texts.place(page.id))
          if (!place) return
          // The page is told in points until it has been pictured.
          const size = [page.width ?? 1, page.height ?? 1]
          const scaled = (box as number[]).map((side, at) =>
            Math.round((side * (size[at % 2] ?? 1)) / ((of as number[])[at % 2] ?? 1)),
          )
          const mark = MarkBody.parse({ ...body, page: page.id, box: scaled })
          await addMark(own, actor, place.witness, { ...noMark, ...markOf(mark) }, { idempotency: null })
        },
      )
      for (const [at, { about, ...said }] of sample.claims.entries()) {
        const [[type, key] = ['', '']] = Object.entries(about)
        const name = nameOf({ about, ...said })
        if (await deps.claims.find(everyone, sampleId('c', name, 0))) continue
        const { subject: _, ...claim } = ClaimBody.parse(resolve(said))
        const subject = { type: type as 'document' | 'agent', id: String(resolve(key)) }
        await addClaim(keyed(name), actor, subject, claim, { idempotency: null }).catch((error) => {
          throw new Error(`Claim ${at + 1} of the sample case: ${error.message}`, { cause: error })
        })
      }
    },
  }
}

/** A claim's name among those of the case. */
const nameOf = ({ about, property, value }: SampleCase['claims'][number]): string =>
  `${Object.values(about)[0]} ${property} ${JSON.stringify(value)}`

const beginning = '0199000000007'

/** Looks like any other id, but is the same at every loading. */
function sampleId(letter: string, key: string, number: number): string {
  const digits = createHash('sha256').update(`${letter} ${key} ${number}`).digest('hex')
  return `${letter}${beginning}${digits.slice(0, 3)}8${digits.slice(3, 18)}`
}

/** Whether an id is that of something of the case. */
export const isSampleId = (id: string): boolean => id.startsWith(beginning, 1)
