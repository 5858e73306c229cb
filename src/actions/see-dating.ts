import type { Actor } from '../domain/access.ts'
import type { Dating } from '../domain/dating/dating.ts'
import { notFound } from '../domain/errors.ts'
import type { DatingReader } from '../ports/dating.ts'
import { admit, type Seeing } from './see.ts'

export type DatingDeps = Seeing & { datings: DatingReader }

/** When a document that the actor may see was written, with every step; the faults are those of `see`. */
export async function seeDating(
  deps: DatingDeps,
  actor: Actor,
  document: string,
): Promise<{ dating: Dating; pending: boolean }> {
  await admit(deps, actor, document)
  const dating = await deps.datings.find(document)
  if (!dating) throw notFound('document')
  return { dating, pending: await deps.datings.isPending(document) }
}
