import type { Audience } from '../domain/audience.ts'
import type { Collection, Elements, Level, Unit } from '../domain/collection/collection.ts'
import type { Shown } from '../domain/document.ts'
import type { CollectionRoleReader, CollectionRoleWriter } from './collection-roles.ts'
import type { Command, Listing, Slice } from './command.ts'

export type PutCollection = Command &
  Shown & {
    id: string
    parent: string | null
    level: Level
    referenceCode: string | null
    title: string
    elements: Elements
  }

export type CollectionReader = CollectionRoleReader & {
  /** The unit, where the audience may see it. */
  find(audience: Audience, id: string): Promise<Collection | null>
  /** The units with a reference code of their own, as it is written. */
  withCode(audience: Audience, referenceCode: string): Promise<Collection[]>
  /**
   * Those directly within a unit; within none (`null`), or wherever they lie (undefined). In the order of adding, each
   * with how many lie directly within it.
   */
  list(
    audience: Audience,
    parent: string | null | undefined,
    slice: Slice,
  ): Promise<Listing<Unit & { parent: string | null; units: number }>>
}

/** ArchiveError('invalid-input') for a parent that is not there, or that lies within the unit itself, and for a group that is none. */
export type CollectionWriter = CollectionRoleWriter & {
  add(command: PutCollection): Promise<Collection>
  revise(command: PutCollection): Promise<Collection>
}
