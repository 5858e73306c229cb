import type { Leaf } from '../domain/page-work/operation.ts'
import type { Run } from '../domain/page-work/runs.ts'
import type { PageChange } from '../ports/page-work.ts'
import type { Connection } from './open-database.ts'

/** What a change did: in each witness one splice of its sequence, to pages' labels, and to missing leaves. */
export type Effect = {
  places: { witness: string; before: string | null; after: string | null; out: Run[]; in: Run[] }[]
  labels: { pages: Run[]; before: (string | null)[]; after: (string | null)[] } | null
  leaves: { id: string; before: Leaf | null; after: Leaf }[]
}

type Row = {
  key: number
  id: string
  witness: string
  made_by: string
  made_at: string
  undoes: string | null
  undone_by: string | null
}

/** Selects changes `c` with the ids of what they are about. */
export const changeColumns = `
  select c.key, c.id, w.id as witness, c.made_by, c.made_at, u.id as undoes, b.id as undone_by
  from page_change c join witness w on w.key = c.witness
  left join page_change u on u.key = c.undoes left join page_change b on b.key = c.undone_by`

export const toChange = ({ id, witness, made_by, made_at, undoes, undone_by }: Row): PageChange => ({
  id,
  witness,
  madeBy: made_by,
  madeAt: made_at,
  undoes,
  undoneBy: undone_by,
})

export type ChangeRow = Row

/** Changes of pages as rows, kept and found by their ids. */
export function pageChangeRows(db: Connection) {
  const byId = db.prepare<[string], Row>(`${changeColumns} where c.id = ?`)
  const effect = db.prepare<[string], string>('select effect from page_change where id = ?').pluck()
  const insert = db.prepare(`
    insert into page_change (id, witness, effect, undoes, made_by, made_at)
    values (:id, :witness, :effect, (select key from page_change where id = :undoes), :actor, :at)`)
  const settle = db.prepare(
    'update page_change set undone_by = (select key from page_change where id = :by) where id = :id',
  )
  const reach = db.prepare('insert into page_change_place (witness, change) values (?, ?)')
  return {
    find(id: string): PageChange | null {
      const row = byId.get(id)
      return row ? toChange(row) : null
    },
    effect: (id: string): Effect => JSON.parse(effect.get(id) ?? 'null'),
    /** Keeps a change made at a witness, and in which witnesses it is listed. */
    add(
      change: { id: string; witness: number; undoes: string | null; actor: string; at: string },
      effect: Effect,
      witnesses: readonly number[],
    ): void {
      const { lastInsertRowid } = insert.run({ ...change, effect: JSON.stringify(effect) })
      for (const witness of witnesses) reach.run(witness, lastInsertRowid)
      if (change.undoes) settle.run({ id: change.undoes, by: change.id })
    },
  }
}
