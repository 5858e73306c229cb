import type { Connection } from '../open-database.ts'

type Unit = { id: string; parent: string | null; title: string; code: string | null }

/** The units of arrangement by their ids, as search keeps them in memory. */
export type CollectionTree = ReadonlyMap<string, Unit>

export const noTree: CollectionTree = new Map()

/** Reads the tree where it has changed since it was last read; undefined where it has not. */
export function readsTree(db: Connection): () => CollectionTree | undefined {
  const version = db.prepare<[], number>('select version from collection_tree').pluck()
  const all = db.prepare<[], Unit>(`
    select c.id, p.id as parent, c.title, c.reference_code as code
    from collection c left join collection p on p.key = c.parent`)
  let known: number | undefined
  return () => {
    const now = version.get()
    if (now === known) return undefined
    known = now
    return new Map(all.all().map((unit) => [unit.id, unit]))
  }
}

/** A collection and all in which it lies, from itself outwards. */
export function withOuter(tree: CollectionTree, id: string): string[] {
  const found: string[] = []
  for (let here: string | null = id; here !== null; here = tree.get(here)?.parent ?? null) found.push(here)
  return found
}

/** By what a collection can be asked for: its id, title and code, the codes down to it, and the same of what it lies in. */
export function namesOfCollection(tree: CollectionTree, id: string): string[] {
  return withOuter(tree, id).flatMap((one) => {
    const unit = tree.get(one)
    const codes = withOuter(tree, one).flatMap((outer) => tree.get(outer)?.code ?? [])
    return [one, unit?.title ?? '', unit?.code ?? '', codes.toReversed().join('/')].filter(
      (name) => name !== '',
    )
  })
}
