import type { AuthorityType } from '../domain/authority/authority.ts'
import { type Claim, standing } from '../domain/claim.ts'
import type {
  AgentFacts,
  HappeningFacts,
  PlaceFacts,
  SourceFacts,
  Surroundings,
} from '../domain/dating/case.ts'
import { agentFacts, happeningFacts, placeFacts } from '../domain/dating/facts-of-claims.ts'
import type { Csl } from '../domain/source/csl.ts'
import { issuedOf } from '../domain/source/issued.ts'
import { authorityRows } from './authority-rows.ts'
import { classOf, isSeenWith, now } from './dating-links.ts'
import { type DocumentRow, documentRows } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { sourceRows } from './source-rows.ts'
import { whatWas } from './what-was.ts'

/** What claims lead to, looked up once however many of them name it. */
export type Things = ReturnType<ReturnType<typeof datingThings>>

type Source = { csl: Csl | null; row: DocumentRow | null; name: string }

/** Agents, places, happenings, sources and documents that claims name, as they stand, or stood at a time, while one dating is made. */
export function datingThings(db: Connection) {
  const authorities = authorityRows(db)
  const documents = documentRows(db)
  const sources = sourceRows(db)
  const titleOf = db.prepare<[number], string>('select title from description where document = ?').pluck()

  const before = whatWas(db)

  return (asOf = now) => {
    const document = once((id: string) => documents.row(id) ?? null)
    const survivor = once((id: string) => authorities.survivorOf(id, asOf))
    const claimsOf = once((id: string) => standing(authorities.claimsOf(id, asOf)))
    const title = once((id: string) => {
      const row = document(id)
      return (row && titleOf.get(row.key)) ?? 'Untitled'
    })
    const source = once((id: string): Source | null => {
      const found = sources.row(id)
      if (!found) return null
      const then = found.updated_at <= asOf ? undefined : before<Csl>(id, asOf)
      const csl: Csl | null = found.csl === null ? null : (then ?? JSON.parse(found.csl))
      const row = found.document === null ? null : document(found.document)
      return { csl, row, name: csl?.title ?? found.title ?? 'Untitled' }
    })
    const isSeen = (row: DocumentRow | null, audience: string) =>
      row !== null && row.deleted_at === null && isSeenWith(classOf(row), audience)
    const isSourceSeen = (id: string, audience: string) => {
      const found = source(id)
      return found !== null && (found.csl !== null || isSeen(found.row, audience))
    }

    /** Claims without the citations of documents that not everybody in the audience sees, and by what stands now. */
    function seen<C extends Pick<Claim, 'value' | 'sources'>>(claims: readonly C[], audience: string): C[] {
      return claims
        .filter(({ value }) => namesWhatIsSeen(value, audience))
        .map((claim) => ({
          ...claim,
          value: resolved(claim.value),
          sources: claim.sources.filter((citation) => isSourceSeen(citation.source, audience)),
        }))
    }
    function namesWhatIsSeen(value: Claim['value'], audience: string): boolean {
      const isThere = typeof value.source !== 'string' || source(value.source) !== null
      return isThere && documentsIn(value).every((id) => isSeen(document(id), audience))
    }
    /** The documents that a value leads to, also as sources. */
    function documentsIn(value: Claim['value']): string[] {
      const cited = typeof value.source === 'string' ? source(value.source)?.row?.id : undefined
      return [value.document, value.after, value.before, cited].filter((id) => typeof id === 'string')
    }
    function resolved(value: Claim['value']): Claim['value'] {
      const things = (['agent', 'place', 'happening'] as const).filter(
        (name) => typeof value[name] === 'string',
      )
      if (things.length === 0) return value
      return { ...value, ...Object.fromEntries(things.map((name) => [name, survivor(String(value[name]))])) }
    }

    /** What these claims lead to, as an audience sees it. */
    function around(
      claims: readonly Pick<Claim, 'value'>[],
      audience: string,
    ): Omit<Surroundings, 'documents'> {
      const agents = new Map<string, AgentFacts>()
      const happenings = new Map<string, HappeningFacts>()
      const places = new Map<string, PlaceFacts>()
      const cited = new Map<string, SourceFacts>()
      const about = (type: AuthorityType, id: string) => {
        const row = authorities.row(id)
        return row?.type === type ? seen(claimsOf(id), audience) : null
      }
      const addAgent = (id: string): void => {
        const own = agents.has(id) ? null : about('agent', id)
        if (own === null) return
        const facts = agentFacts(authorities.row(id)?.kind ?? 'corporateBody', own, survivor)
        agents.set(id, facts)
        for (const { body } of facts.offices) if (body !== null) addAgent(body)
      }
      for (const { value } of claims) {
        if (typeof value.agent === 'string') addAgent(value.agent)
        if (typeof value.happening === 'string' && !happenings.has(value.happening)) {
          const own = about('happening', value.happening)
          if (own !== null) happenings.set(value.happening, happeningFacts(own))
        }
        if (typeof value.place === 'string' && !places.has(value.place)) {
          const own = about('place', value.place)
          if (own !== null) places.set(value.place, placeFacts(own))
        }
        const work = typeof value.source === 'string' ? source(value.source) : null
        if (typeof value.source === 'string' && work !== null)
          cited.set(value.source, {
            name: work.name,
            issued: work.csl && issuedOf(work.csl),
            document: work.row?.id ?? null,
          })
      }
      return { agents, happenings, places, sources: cited }
    }

    return { title, seen, isSourceSeen, documentsIn, around }
  }
}

function once<T>(look: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    const found = known.get(id)
    if (found !== undefined) return found
    const looked = look(id)
    known.set(id, looked)
    return looked
  }
}
