import { Validator } from '@hyperion-framework/validator'

type Thing = Record<string, unknown>

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const validator = new Validator()
const classes: Readonly<Record<string, string>> = {
  Manifest: 'manifest',
  Collection: 'collection',
  Canvas: 'canvas',
  AnnotationPage: 'annotationPage',
}

/**
 * What the standards have and the schema, which was written for 3.0 before it was done, does not know: by type of resource,
 * the properties that it refuses there.
 */
const younger: Readonly<Record<string, readonly string[]>> = {
  // Presentation 3.0.1, 3.1: "Any resource type may have the label property"; 5.5 points to the Web Annotation Data Model,
  // of which 5.2 gives pages partOf, next, prev and startIndex; Content Search 2.0, 3.3 and 3.4, gives them ignored
  // and annotations.
  AnnotationPage: ['label', 'partOf', 'next', 'prev', 'startIndex', 'ignored', 'annotations'],
}

/**
 * A copy of what the schema can judge. It also has every source as an address alone, where the Web Annotation Data Model (4,
 * Specific Resources) has it described, too: of such a one its id stands here.
 */
function asTheSchemaKnows(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTheSchemaKnows)
  if (!isThing(value)) return value
  const left = younger[String(value.type)] ?? []
  const kept = Object.entries(value).filter(([name]) => !left.includes(name))
  return Object.fromEntries(
    kept.map(([name, one]) => [name, asTheSchemaKnows(name === 'source' && isThing(one) ? one.id : one)]),
  )
}

/** What IIIF's published JSON schema for Presentation 3 refuses of a manifest, collection, canvas or annotation page. */
export function schemaFaults(given: Thing): string[] {
  const name = classes[String(given.type)]
  if (name === undefined) return [`The schema has no class for ${given.type}.`]
  if (validator.validateCustom(name, asTheSchemaKnows(given))) return []
  const errors = validator.validators[name]?.errors ?? []
  return errors.map(({ dataPath, message, params }) => `${dataPath} ${message} ${JSON.stringify(params)}`)
}
