import { normalize, serialize, serializeConfigPresentation3 } from '@iiif/parser/presentation-3'
import { presentation3StrictUpgrade } from '@iiif/parser/strict'
import { upgrade } from '@iiif/parser/upgrader'
import { expect } from 'vitest'

type Thing = Record<string, unknown>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null

/** What a resource holds that viewers look up by its id, with its type. */
function* resourcesIn(value: unknown): Generator<{ id: string; type: string }> {
  if (!isThing(value)) return
  const { id, type } = value
  const looked = ['Collection', 'Manifest', 'Canvas', 'Range', 'AnnotationPage', 'Annotation']
  if (typeof id === 'string' && looked.includes(String(type))) yield { id, type: String(type) }
  const held = Array.isArray(value) ? value : [value.items, value.structures, value.annotations]
  for (const part of held) yield* resourcesIn(part)
}

/**
 * Expects of a manifest, collection or annotation page what viewers do with it by @iiif/parser: it needs no upgrading, is
 * strictly of Presentation 3, comes apart into its resources by their ids, and together again as it was.
 */
export function expectParsed(given: Thing): void {
  const copy = () => structuredClone(given) as never
  expect(upgrade(copy())).toEqual(given)
  const state: { warnings: string[] } = { warnings: [] }
  if (given.type === 'Manifest') {
    expect(presentation3StrictUpgrade(copy(), state)).toEqual(given)
    expect(state.warnings).toEqual([])
  }
  const { entities, mapping, resource } = normalize(copy())
  expect(resource).toEqual({ id: given.id, type: given.type })
  const kinds: Record<string, Record<string, unknown>> = entities
  const types: Record<string, string> = mapping
  for (const { id, type } of resourcesIn(given)) {
    expect([id, types[id]]).toEqual([id, type])
    expect(kinds[type]).toHaveProperty([id])
  }
  const again = serialize<Thing>({ entities, mapping, requests: {} }, resource, serializeConfigPresentation3)
  const inItems = ({ items }: Thing) => [...resourcesIn(items)]
  for (const field of [
    'label',
    'metadata',
    'summary',
    'rights',
    'requiredStatement',
    'navDate',
    'viewingDirection',
  ])
    expect([field, again[field]]).toEqual([field, given[field]])
  expect(inItems(again)).toEqual(inItems(given))
  expect([...resourcesIn(again.structures)]).toEqual([...resourcesIn(given.structures)])
}
