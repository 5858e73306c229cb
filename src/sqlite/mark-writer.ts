import { targetsOfSources, targetsOfValue } from '../domain/claim/targets.ts'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { Mark, MarkContent } from '../domain/witness/mark.ts'
import type { Command } from '../ports/command.ts'
import { refreshAffected } from './affected.ts'
import { eventLog } from './event-log.ts'
import { markRows, markValues, toMark } from './mark-rows.ts'
import type { Connection } from './open-database.ts'
import { saidOnPages } from './said-on-pages.ts'
import { targetChecks } from './targets.ts'
import { refuseStale } from './transact.ts'
import type { WitnessRow } from './witness-rows.ts'

type Page = { key: number; width: number | null; height: number | null }
type Done = Pick<Command, 'actor' | 'at'>

/** Marks, written in the transaction of who calls; each change is an event with what was before and after it. */
export function markWriter(db: Connection) {
  const marks = markRows(db)
  const check = targetChecks(db)
  const refresh = refreshAffected(db)
  const record = eventLog(db)
  const said = saidOnPages(db)
  // A mark keeps its page, though that was taken out of the witness.
  const pageOf = db.prepare<[string, number, string | null], Page>(`
    select p.key, p.width, p.height from page p
    where p.id = ? and (exists (select 1 from witness_page where page = p.key and witness = ?) or p.id = ?)`)
  const insert = db.prepare(`
    insert into mark (id, witness, kind, reading, as_read, date, inferred, because, sources, agent, place, page, box,
      recorded_by, recorded_at)
    values (:id, :witness, :kind, :reading, :asRead, :date, :inferred, :because, :sources, :agent, :place, :page, :box,
      :actor, :at)`)
  const update = db.prepare(`
    update mark set kind = :kind, reading = :reading, as_read = :asRead, date = :date, inferred = :inferred,
      because = :because, sources = :sources, agent = :agent, place = :place, page = :page, box = :box,
      recorded_by = :actor, recorded_at = :at, version = version + 1
    where id = :id`)
  const bury = db.prepare('update mark set deleted_at = ?, version = version + 1 where id = ?')
  const touch = db.prepare('update witness set version = version + 1 where key = ?')

  function reread(id: string): Mark {
    const row = marks.byId(id)
    if (!row) throw notFound('mark')
    return toMark(row)
  }
  function standing(id: string): Mark {
    const mark = reread(id)
    if (mark.deletedAt) throw new ArchiveError('gone', 'This mark was deleted.')
    return mark
  }
  /** The key of the page of the witness; refuses one of another, and a box that leaves it. */
  function pageKey(
    { page: id, box }: MarkContent,
    witness: WitnessRow,
    path: string,
    kept: string | null,
  ): number | null {
    if (id === null) return null
    const page = pageOf.get(id, witness.key, kept)
    if (!page) throw invalid(`${path}page`, 'is not a page of this witness.')
    const [left, top, width, height] = box ?? [0, 0, 0, 0]
    const isOutside =
      (page.width !== null && left + width > page.width) ||
      (page.height !== null && top + height > page.height)
    if (isOutside) throw invalid(`${path}box`, `leaves the page of ${page.width}×${page.height} pixels.`)
    return page.key
  }
  function valuesOf(content: MarkContent, witness: WitnessRow, path: string, kept: string | null = null) {
    const named = targetsOfValue({ agent: content.agent, place: content.place })
    const targets = [...named, ...targetsOfSources(content.sources)]
    check(targets.map((target) => ({ ...target, path: `${path}${target.path.replace('value.', '')}` })))
    return { ...markValues(content), page: pageKey(content, witness, path, kept) }
  }

  return {
    standing,
    /** Its document is to be described by who calls, once for all its marks. `path` is where the mark stands in the input, with a full stop at its end; '' where it is all of it. */
    add(id: string, content: MarkContent, witness: WitnessRow, { actor, at }: Done, path = ''): Mark {
      insert.run({ id, ...valuesOf(content, witness, path), witness: witness.key, actor, at })
      said.mark(id, at)
      touch.run(witness.key)
      const after = reread(id)
      const subject = { type: 'mark', id }
      record({ at, actor, verb: 'add-mark', subject, document: witness.document, after })
      return after
    },
    change(id: string, content: MarkContent, witness: WitnessRow, command: Command): Mark {
      const before = standing(id)
      refuseStale(command, before.version)
      const { actor, at } = command
      update.run({ id, ...valuesOf(content, witness, '', before.page), actor, at })
      said.mark(id, at)
      touch.run(witness.key)
      const after = reread(id)
      const subject = { type: 'mark', id }
      record({ at, actor, verb: 'change-mark', subject, document: witness.document, before, after })
      refresh({ type: 'mark', id }, at)
      return after
    },
    remove(id: string, witness: WitnessRow, command: Command): void {
      const before = standing(id)
      refuseStale(command, before.version)
      const { actor, at } = command
      bury.run(at, id)
      touch.run(witness.key)
      record({
        at,
        actor,
        verb: 'remove-mark',
        subject: { type: 'mark', id },
        document: witness.document,
        before,
      })
      refresh({ type: 'mark', id }, at)
    },
  }
}
