import type { Collection } from '../domain/collection/collection.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { CollectionWriter, PutCollection } from '../ports/collections.ts'
import { collectionClasses } from './collection-classes.ts'
import { sqliteCollectionRoleWriter } from './collection-role-store.ts'
import { type CollectionRow, collectionRows } from './collection-rows.ts'
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
  const classes = collectionClasses(db)
  const groupNamed = db.prepare<[string], number>('select 1 from person_group where id = ?').pluck()
  const insert = db.prepare(`
    insert into collection (id, parent, level, reference_code, title, elements, visibility, embargo_until, restricted_to,
      created_by, created_at, updated_at)
    values (:id, (select key from collection where id = :parent), :level, :referenceCode, :title, :elements, :visibility,
      :embargoUntil, :group, :actor, :at, :at)`)
  const update = db.prepare(`
    update collection set parent = (select key from collection where id = :parent), level = :level,
      reference_code = :referenceCode, title = :title, elements = :elements, visibility = :visibility,
      embargo_until = :embargoUntil, restricted_to = :group, version = version + 1, updated_at = :at
    where id = :id`)

  function standing(id: string): CollectionRow {
    const row = collections.row(id)
    if (!row) throw notFound('collection')
    return row
  }
  const reread = (id: string): Collection => collections.toCollection(standing(id))
  function refuseGroup({ group }: PutCollection): void {
    if (group !== null && groupNamed.get(group) === undefined)
      throw invalid('group', 'is not a group of this archive.')
  }
  function refuseParent({ id, parent }: PutCollection): void {
    if (parent === null) return
    check([{ type: 'collection', id: parent, path: 'parent' }])
    const isWithin = parent === id || reread(parent).path.some((unit) => unit.id === id)
    if (isWithin) throw invalid('parent', 'lies within this collection itself: a tree has no circles.')
  }
  const valuesOf = ({
    id,
    parent,
    level,
    referenceCode,
    title,
    elements,
    actor,
    at,
    ...shown
  }: PutCollection) => ({
    ...{ id, parent, level, referenceCode, title, at },
    ...{ visibility: shown.visibility, embargoUntil: shown.embargoUntil, group: shown.group },
    elements: JSON.stringify(elements),
    actor,
  })
  const told = ({ parent, level, referenceCode, title, elements, ...shown }: Collection) => ({
    ...{ parent, level, referenceCode, title },
    ...{ visibility: shown.visibility, embargoUntil: shown.embargoUntil, group: shown.group },
    ...elements,
  })

  return {
    ...sqliteCollectionRoleWriter(db),
    async add(command) {
      return transact(command, () => {
        refuseParent(command)
        refuseGroup(command)
        insert.run(valuesOf(command))
        classes.changed(standing(command.id).key, command.at)
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
        refuseGroup(command)
        const { actor: _, ...values } = valuesOf(command)
        update.run(values)
        classes.changed(standing(command.id).key, command.at)
        const after = reread(command.id)
        const { actor, at, id } = command
        const subject = { type: 'collection', id }
        record({ actor, at, verb: 'revise', subject, before: told(before), after: told(after) })
        return after
      })
    },
  }
}
