import type { DatingCase, Surroundings } from './case.ts'
import { conclude } from './conclude.ts'
import { findCycles } from './cycles.ts'
import type { Dating } from './dating.ts'
import { english } from './english.ts'
import { givenGround, prepare } from './ground.ts'
import { keyOf, propagate } from './propagate.ts'
import { type Relation, relationsOf } from './relations.ts'
import { type Web, whatDecides } from './web.ts'
import type { DatingWording, Voice } from './wording.ts'

/** Dates one document; the others that it is related to bound it by the dates that they come with. Pure. */
export function dateDocument(
  dated: DatingCase,
  things: Surroundings,
  wording: DatingWording = english,
): Dating {
  const [dating] = dateDocuments([dated], things, wording)
  if (dating === undefined) throw new Error('a document was not dated')
  return dating
}

/**
 * Dates documents together: what bounds one bounds those that are related to it, to a fixed point. The datings come in
 * the order of the cases and do not depend on it. Takes time about linear in claims and relations.
 */
export function dateDocuments(
  cases: readonly DatingCase[],
  things: Surroundings,
  wording: DatingWording = english,
): readonly Dating[] {
  const prepared = new Map(cases.map((dated) => [dated.document, prepare(dated, things, wording)]))
  const { cycles, sound } = findCycles(relationsOf(cases, things))
  const grounds = new Map([...prepared].map(([id, one]) => [keyOf({ kind: 'document', id }), one]))
  const web: Web = {
    prepared,
    relations: byDocument(sound),
    ends: propagate(sound, (key) => grounds.get(key)?.ground ?? givenGround(key, things, 'days')),
    endsWithoutInferences: propagate(
      sound.filter(({ members }) => members.some(({ inferred }) => !inferred)),
      (key) => grounds.get(key)?.groundWithoutInferences ?? givenGround(key, things, 'withoutInferences'),
    ),
    things,
    wording,
  }
  const decides = { directly: whatDecides(web, false), deeply: whatDecides(web, true) }
  return [...prepared.values()].map((one) => conclude(one, web, cycles.get(one.dated.document), decides))
}

function byDocument(relations: readonly Relation[]): Web['relations'] {
  const found = new Map<string, { relation: Relation; voice: Voice }[]>()
  const add = (document: string, relation: Relation, voice: Voice) => {
    const known = found.get(document)
    if (known === undefined) found.set(document, [{ relation, voice }])
    else known.push({ relation, voice })
  }
  for (const relation of relations) {
    add(relation.subject, relation, 'active')
    const [member, ...alternatives] = relation.members
    if (member?.other.kind === 'document' && alternatives.length === 0)
      add(member.other.id, relation, 'passive')
  }
  return found
}
