import type { z } from 'zod'
import * as core from 'zod/v4/core'

const single = ['element', 'innerType', 'in', 'out', 'left', 'right', 'valueType', 'rest'] as const
const several = ['options', 'items'] as const
const made = new WeakMap<core.$ZodType, core.$ZodType>()
const nothing = core._never(core.$ZodNever)

/**
 * The same schema, but refusing unknown fields in every object inside it that does not say what becomes of them
 * (`looseObject` and `catchall` stay as they are). Refinements, defaults and metadata other than ids are kept.
 */
export function strictly<S extends z.ZodType>(schema: S): S {
  // A clone has the class and the output of its original, which the types of zod's core do not say.
  return tighten(schema) as S
}

function tighten(schema: core.$ZodType): core.$ZodType {
  const known = made.get(schema)
  if (known) return known
  const definition = copyOf(schema._zod.def)
  const copy = core.clone(schema, definition, { parent: true })
  made.set(schema, copy)
  return copy
}

/** Children are reached through getters, so that recursive schemas end and lazy ones stay lazy. */
function copyOf(definition: core.$ZodTypeDef): core.$ZodTypeDef {
  const copy: core.$ZodTypeDef = Object.create(null, Object.getOwnPropertyDescriptors(definition))
  const later = (key: string, make: () => unknown) => {
    let value: unknown
    Object.defineProperty(copy, key, { get: () => (value ??= make()), enumerable: true, configurable: true })
  }
  const parts = new Map(Object.entries(Object.getOwnPropertyDescriptors(definition)))
  if (isObject(definition)) {
    later('shape', () => mapped(definition.shape))
    if (definition.catchall === undefined) later('catchall', () => nothing)
  }
  if (isLazy(definition)) {
    const { getter } = definition
    Object.defineProperty(copy, 'getter', { value: () => tighten(getter()), enumerable: true })
  }
  for (const key of single) {
    const child: unknown = parts.get(key)?.value
    if (isSchema(child)) later(key, () => tighten(child))
  }
  for (const key of several) {
    const children: unknown = parts.get(key)?.value
    if (Array.isArray(children) && children.every(isSchema)) later(key, () => children.map(tighten))
  }
  return copy
}

const mapped = (shape: core.$ZodShape) =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, tighten(field)]))

const isObject = (definition: core.$ZodTypeDef): definition is core.$ZodObjectDef =>
  definition.type === 'object'
const isLazy = (definition: core.$ZodTypeDef): definition is core.$ZodLazyDef => definition.type === 'lazy'
const isSchema = (value: unknown): value is core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value
