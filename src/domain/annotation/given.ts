import { invalid } from '../errors.ts'
import { type Sharing, sharingBrought } from './circle.ts'
import { fromHypothesis, isHypothesis } from './hypothesis.ts'
import { copyJson, isObject, listOf } from './json.ts'
import { readAnnotation, type WebAnnotation } from './model.ts'

/** An annotation of a file, and the addresses under which it may be known already; `own` is an id of this archive, or null. */
export type GivenAnnotation = {
  body: WebAnnotation
  iris: string[]
  own: string | null
  sharing: Sharing | null
}

/**
 * The annotations in what somebody brings, unread: of an AnnotationCollection with its page, an AnnotationPage, a list, one
 * annotation, or what the API of hypothes.is exports (`rows`). Throws ArchiveError('invalid-input') where it is none of these.
 */
export function annotationsIn(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given
  const { items, first, rows, type } = typeof given === 'object' && given !== null ? (given as Loose) : {}
  if (Array.isArray(rows)) return rows
  if (Array.isArray(items)) return items
  if (typeof first === 'object' && first !== null) return annotationsIn(first)
  if (typeof first === 'string')
    throw invalid('first', 'is only an address: send the pages of the collection themselves.')
  if (listOf(type as never).includes('Annotation')) return [given]
  throw invalid(
    '',
    'Send an AnnotationCollection with its page, an AnnotationPage, a list of annotations, or an export of hypothes.is.',
  )
}

type Loose = Record<string, unknown>

/**
 * Reads one of them, as `readAnnotation` does; of what archives like this one say beside an annotation only
 * whom it is for counts. `ours` tells
 * the id in an address of an annotation of this archive.
 */
export function readGiven(given: unknown, ours: (iri: string) => string | null): GivenAnnotation {
  const copy = copyJson(given)
  if (!isObject(copy))
    throw invalid('', 'An annotation must be a JSON object (Web Annotation Data Model 3.1).')
  const { anchor: _, archive: __, ...said } = isHypothesis(copy) ? fromHypothesis(copy) : copy
  const own = typeof said.id === 'string' ? ours(said.id) : null
  const body = readAnnotation(said)
  const iris = [said.id, ...listOf(body.via)].filter((iri) => typeof iri === 'string')
  return { body, iris: [...new Set(iris)], own, sharing: sharingBrought(copy) }
}
