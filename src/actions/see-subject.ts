import type { Actor } from '../domain/access.ts'
import type { Subject } from '../domain/claim.ts'
import { notFound } from '../domain/errors.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import { admit, type Seeing } from './see.ts'

export type SeeingSubjects = Seeing & { authorities: AuthorityReader }

/**
 * Passes where the actor may see what claims are about: a document, or the one that a witness bears; agents, places and
 * happenings are seen by all. The faults are those of `see`.
 */
export async function admitSubject(deps: SeeingSubjects, actor: Actor, { type, id }: Subject): Promise<void> {
  if (type === 'document') return admit(deps, actor, id)
  if (type === 'witness') {
    const document = await deps.documents.ofWitness(id)
    if (document === null) throw notFound('witness')
    return admit(deps, actor, document).catch((error) => {
      throw error.fault === 'not-found' ? notFound('witness') : error
    })
  }
  if (!(await deps.authorities.find(type, id))) throw notFound(type)
}
