import type { Target } from '../domain/claim/targets.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { Connection } from './open-database.ts'

/** Refuses what points at something that is not there, or was deleted: ArchiveError('invalid-input') with the paths. */
export function targetChecks(db: Connection): (targets: readonly Target[]) => void {
  const authority = db
    .prepare<[string, string], number>('select 1 from authority where id = ? and type = ?')
    .pluck()
  const exists = (table: 'document' | 'source' | 'collection', also = '') => {
    const select = db.prepare<[string], number>(`select 1 from ${table} where id = ? ${also}`).pluck()
    return (id: string) => select.get(id) !== undefined
  }
  const inTable = {
    document: exists('document', 'and deleted_at is null'),
    source: exists('source'),
    collection: exists('collection'),
  }
  const isThere = ({ type, id }: Target): boolean =>
    type === 'document' || type === 'source' || type === 'collection'
      ? inTable[type](id)
      : authority.get(id, type) !== undefined

  return (targets) => {
    const errors = targets
      .filter((target) => !isThere(target))
      .map(({ type, path }) => ({ path, message: `there is no such ${type} in this archive.` }))
    if (errors.length === 0) return
    const detail = errors.map(({ path, message }) => `${path}: ${message}`).join(' ')
    throw new ArchiveError('invalid-input', detail, errors)
  }
}
