import type { Collection } from '../domain/collection/collection.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { CollectionWriter, PutCollection } from '../ports/collections.ts'
import { collectionRows } from './collection-rows.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { targetChecks } from './targets.ts'
import { refuseStale, transactions } from './transact.ts'

/** Collections, written. */
export function sqliteCollectionWriter(db: Connection): CollectionWriter {
  const transact = transactions(db)
  const collections = collectionRows(db)
  const check = targetChecks(db)
  const record = eventLog(db)
  const insert = db.prepare(`
    insert into collection (id, parent, level, reference_code, title, elements, created_by, created_at, updated_at)
    values (:id, (select key from collection where id = :parent), :level, :referenceCode, :title, :elements, :actor, :at,
      :at)`)
  const update = db.prepare(`
    update collection set parent = (select key from collection where id = :parent), level = :level,
      reference_code = :referenceCode, title = :title, elements = :elements, version = version + 1, updated_at = :at
    where id = :id`)

  function reread(id: string): Collection {
    const row = collections.row(id)
    if (!row) throw notFound('collection')
    return collections.toCollection(row)
  }
  function refuseParent({ id, parent }: PutCollection): void {
    if (parent === null) return
    check([{ type: 'collection', id: parent, path: 'parent' }])
    const isWithin = parent === id || reread(parent).path.some((unit) => unit.id === id)
    if (isWithin) throw invalid('parent', 'lies within this collection itself: a tree has no circles.')
  }
  const valuesOf = ({ id, parent, level, referenceCode, title, elements, actor, at }: PutCollection) => ({
    ...{ id, parent, level, referenceCode, title, at },
    elements: JSON.stringify(elements),
    actor,
  })
  const told = ({ parent, level, referenceCode, title, elements }: Collection) => ({
    ...{ parent, level, referenceCode, title },
    ...elements,
  })

  return {
    async add(command) {
      return transact(command, () => {
        refuseParent(command)
        insert.run(valuesOf(command))
        const added = reread(command.id)
        const { actor, at, id } = command
        record({ actor, at, verb: 'add', subject: { type: 'collection', id }, after: told(added) })
        return added
      })
    },
    async revise(command) {
      return transact(command, () => {
        const before = reread(command.id)
        refuseStale(command, before.version)
        refuseParent(command)
        const { actor: _, ...values } = valuesOf(command)
        update.run(values)
        const after = reread(command.id)
        const { actor, at, id } = command
        const subject = { type: 'collection', id }
        record({ actor, at, verb: 'revise', subject, before: told(before), after: told(after) })
        return after
      })
    },
  }
}
