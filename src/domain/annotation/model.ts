import { ArchiveError, type InputError, invalid } from '../errors.ts'
import { copyJson, isList, isObject, type Json, type JsonObject, listOf, pathTo } from './json.ts'
import { checkResources } from './resource.ts'
import {
  checkAgents,
  checkIris,
  checkMotivations,
  checkStrings,
  checkTimes,
  isReference,
  type Report,
} from './rules.ts'

/** The JSON-LD context that every Web Annotation stands in. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** A checked Web Annotation: what the archive does not know is in it as it came. Its own id is not part of it. */
export type WebAnnotation = JsonObject & { readonly type: Json; readonly target: Json }

/** What the archive knows of an annotation better than the annotation itself; times are RFC 3339 UTC. */
export type Identity = { id: string; created: string; modified: string | null; creator: Json }

const mostErrors = 20

/**
 * Reads a Web Annotation (Web Annotation Data Model 3 and 4) without loss: unknown properties and classes are kept.
 * A client's `id` joins `via` (Web Annotation Protocol 5.1), unless `isOwn` knows it as this annotation's address
 * here. Throws ArchiveError('invalid-input') that lists each broken rule with its path.
 */
export function readAnnotation(input: unknown, isOwn: (iri: string) => boolean = () => false): WebAnnotation {
  const given = copyJson(input)
  if (!isObject(given))
    throw invalid('', 'An annotation must be a JSON object (Web Annotation Data Model 3.1).')
  const errors: InputError[] = []
  checkAnnotation(given, (error) => errors.push(error))
  const { id, type, target, ...rest } = given
  const [first] = errors
  if (first) {
    const where = first.path ? `${first.path}: ` : ''
    throw new ArchiveError('invalid-input', `${where}${first.message}`, errors.slice(0, mostErrors))
  }
  if (type === undefined || target === undefined)
    throw invalid('', 'An annotation must have a type and a target.')
  if (typeof id !== 'string' || isOwn(id) || listOf(rest.via).includes(id)) return { ...rest, type, target }
  const via = rest.via === undefined ? id : [...listOf(rest.via), id]
  return { ...rest, type, target, via }
}

/** The addresses that an annotation says it was obtained from (Web Annotation Data Model 3.3.7). */
export const obtainedFrom = ({ via }: WebAnnotation): string[] =>
  listOf(via).filter((iri) => typeof iri === 'string')

function checkAnnotation(annotation: JsonObject, report: Report) {
  checkContext(annotation['@context'], report)
  if (!listOf(annotation.type).includes('Annotation') || !listOf(annotation.type).every(isReference)) {
    report({
      path: 'type',
      message: 'This must be Annotation, or a list with it (Web Annotation Data Model 3.1).',
    })
  }
  if (listOf(annotation.target).length > 0 && annotation.target !== undefined) {
    checkResources(annotation.target, 'target', 'target', report)
  } else {
    report({ path: 'target', message: 'An annotation must have a target (Web Annotation Data Model 3.1).' })
  }
  if (annotation.body !== undefined) checkResources(annotation.body, 'body', 'body', report)
  checkStrings(annotation, ['bodyValue'], '', '3.2.5', report)
  if (annotation.body !== undefined && annotation.bodyValue !== undefined) {
    report({
      path: 'bodyValue',
      message: 'This must not stand beside a body (Web Annotation Data Model 3.2.5).',
    })
  }
  checkMotivations(annotation, 'motivation', '', report)
  checkTimes(annotation, '', report)
  checkAgents(annotation, '', report)
  checkIris(annotation, ['id'], '', '3.1', report)
  checkIris(annotation, ['canonical'], '', '3.3.7', report)
  for (const key of ['via', 'rights'] as const) {
    if (annotation[key] === undefined || listOf(annotation[key]).every(isReference)) continue
    const section = key === 'via' ? '3.3.7' : '3.3.6'
    report({
      path: pathTo('', key),
      message: `This must be an IRI or a list of them (Web Annotation Data Model ${section}).`,
    })
  }
}

function checkContext(context: Json | undefined, report: Report) {
  if (context === undefined || listOf(context).includes(annotationContext)) return
  report({
    path: '@context',
    message: `This must be, or include, ${annotationContext} (Web Annotation Data Model 3.1).`,
  })
}

/**
 * The annotation as the archive gives it out: `@context` first, then `id` and `type`. The archive's `id` stands in place of the
 * annotation's, its `modified` and `creator` too unless they are null, its `created` where the annotation tells none;
 * `canonical` and the rest are untouched.
 */
export function withIdentity(annotation: WebAnnotation, identity: Identity): JsonObject {
  const { '@context': context, id, type, created, modified, creator, via, ...rest } = annotation
  const by = identity.creator ?? creator
  const changed = identity.modified ?? modified
  const from = isList(via) ? via.filter((iri) => iri !== identity.id) : via === identity.id ? [] : via
  return {
    '@context': context ?? annotationContext,
    id: identity.id,
    type,
    ...(from === undefined || (isList(from) && from.length === 0) ? {} : { via: from }),
    created: created ?? identity.created,
    ...(changed === undefined ? {} : { modified: changed }),
    ...(by === undefined ? {} : { creator: by }),
    ...rest,
  }
}
