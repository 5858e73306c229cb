import type { Actor } from '../domain/access.ts'
import { standing } from '../domain/claim.ts'
import type { Dating } from '../domain/dating/dating.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { notFound } from '../domain/errors.ts'
import { dateOfDating } from '../domain/shown-date.ts'
import type { DatingReader } from '../ports/dating.ts'
import { admit, type Seeing, see } from './see.ts'

export type DatingDeps = Seeing & { datings: DatingReader }

/**
 * When a document that the actor may see was written, with every step, now or as it could be told at a time; the faults are
 * those of `see`.
 */
export async function seeDating(
  deps: DatingDeps,
  actor: Actor,
  document: string,
  asOf?: string,
): Promise<{ dating: Dating; pending: boolean }> {
  if (asOf === undefined) await admit(deps, actor, document)
  else await see(deps, actor, document, asOf)
  const dating = await deps.datings.find(document, asOf)
  if (!dating) throw notFound('document')
  return { dating, pending: asOf === undefined && (await deps.datings.isPending(document)) }
}

/** The document as the actor may see it, now or as it was described at a time, with the date that could be told then. */
export async function seeAsOf(
  deps: DatingDeps,
  actor: Actor,
  document: string,
  asOf?: string,
): Promise<DocumentRecord> {
  const record = await see(deps, actor, document, asOf)
  const dating = asOf === undefined ? null : await deps.datings.find(document, asOf)
  if (asOf === undefined || !dating) return record
  const then = (await deps.documents.claims(document)).filter(({ recordedAt }) => recordedAt <= asOf)
  const about = standing(then).filter(({ subject }) => subject.type === 'document')
  return { ...record, description: { ...record.description, date: dateOfDating(about, dating) } }
}
