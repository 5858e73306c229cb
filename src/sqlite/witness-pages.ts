import type { Leaf } from '../domain/page-work/operation.ts'
import type { Placed } from '../domain/page-work/runs.ts'
import { isLeaf, pagesOf, type Sequence } from '../domain/page-work/sequence.ts'
import type { Connection } from './open-database.ts'

/** A page by where it lies: in which file, of which witness, at which place. */
export type PageRow = {
  key: number
  id: string
  file: string
  ordinal: number
  fileWitness: number
  filePage: number
  label: string | null
}

type LeafRow = { id: string; after: number }

const pageColumns = `
  p.key, p.id, f.id as file, f.ordinal, f.witness as fileWitness, p.file_page as filePage, p.label
  from page p join file f on f.key = p.file`

/** The order of pages and missing leaves in witnesses, read and written as a whole. */
export function witnessPages(db: Connection) {
  const ofWitness = db.prepare<[number], PageRow>(
    `select ${pageColumns} join witness_page wp on wp.page = p.key where wp.witness = ? order by wp.number`,
  )
  const ofFile = db.prepare<unknown[], PageRow>(`
    select ${pageColumns} where f.id = :file and p.file_page between coalesce(:from, 0) and coalesce(:to, 1e9)
    order by p.file_page`)
  const byIds = db.prepare<[string], PageRow>(
    `select ${pageColumns} where p.id in (select value from json_each(?))`,
  )
  const leavesOf = db.prepare<[number], LeafRow>(
    'select id, after from missing_leaf where witness = ? and after is not null order by after, ordinal',
  )
  const leafById = db.prepare<[string], Leaf>('select label, note from missing_leaf where id = ?')
  const empty = db.prepare('delete from witness_page where witness = ? and number between ? and ?')
  const fill = db.prepare(`
    insert into witness_page (witness, number, page) select :witness, :first + key, value from json_each(:pages)`)
  const unplace = db.prepare('update missing_leaf set after = null where witness = ? and after is not null')
  const place = db.prepare(
    'update missing_leaf set witness = :witness, after = :after, ordinal = :ordinal where id = :id',
  )
  const say = db.prepare(`
    insert into missing_leaf (id, witness, label, note) values (:id, :witness, :label, :note)
    on conflict (id) do update set label = excluded.label, note = excluded.note`)
  const arrange = db.prepare('update witness set arranged = ? where key = ?')
  const relabel = db.prepare('update page set label = ? where key = ?')
  // Every page that was met, so that what is asked by id need not be asked for again.
  const met = new Map<string, PageRow>()
  const meet = (rows: PageRow[]): PageRow[] => {
    for (const row of rows) met.set(row.id, row)
    return rows
  }
  const page = (id: string): PageRow => {
    const row = met.get(id)
    if (!row) throw new Error(`The page ${id} was not read.`)
    return row
  }

  function placeLeaves(witness: number, sequence: Sequence): void {
    let after = 0
    for (const [ordinal, id] of sequence.entries()) {
      if (isLeaf(id)) place.run({ witness, after, ordinal, id })
      else after++
    }
  }

  /** Whether pages stand otherwise than by file and place in it, or some of another witness's files among them. */
  function isArranged(witness: number, pages: readonly PageRow[]): boolean {
    return pages.some((row, index) => {
      const last = pages[index - 1]
      const follows =
        !last || last.ordinal < row.ordinal || (last.ordinal === row.ordinal && last.filePage < row.filePage)
      return row.fileWitness !== witness || !follows
    })
  }

  return {
    /** What is known of pages is forgotten: to be called at the start of a transaction. */
    begin: (): void => met.clear(),
    page,
    sequence(witness: number): string[] {
      const pages = meet(ofWitness.all(witness)).map(({ id }) => id)
      const leaves = leavesOf.all(witness)
      if (leaves.length === 0) return pages
      const behind = Map.groupBy(leaves, ({ after }) => after)
      const at = (number: number) => (behind.get(number) ?? []).map(({ id }) => id)
      return [...at(0), ...pages.flatMap((id, index) => [id, ...at(index + 1)])]
    },
    pagesOfFile: (file: string, from: number | null, to: number | null): string[] =>
      meet(ofFile.all({ file, from, to })).map(({ id }) => id),
    /** Those of the ids that are pages. */
    known: (ids: readonly string[]): Set<string> =>
      new Set(meet(byIds.all(JSON.stringify(ids))).map(({ id }) => id)),
    leaf: (id: string): Leaf | null => leafById.get(id) ?? null,
    /** Where an entry lies, for what is kept of a sequence. */
    placed(id: string): Placed {
      if (isLeaf(id)) return { leaf: id }
      const { file, filePage } = page(id)
      return { file, filePage }
    },
    /** What a missing leaf is called and known for; it stands nowhere before a sequence places it. */
    sayLeaf: (id: string, witness: number, leaf: Leaf): void => void say.run({ id, witness, ...leaf }),
    label: (id: string, label: string | null): void => void relabel.run(label, page(id).key),
    /** Writes the sequences of witnesses, all at once, since a leaf may go from one to another. */
    write(changes: readonly { witness: number; was: Sequence; is: Sequence }[]): void {
      for (const { witness, was, is } of changes) {
        const [before, after] = [pagesOf(was), pagesOf(is)]
        let first = 0
        while (first < before.length && first < after.length && before[first] === after[first]) first++
        // Of the same length, what stands at the end may have stayed where it was, too.
        let end = 0
        if (before.length === after.length)
          while (end < after.length - first && before.at(-1 - end) === after.at(-1 - end)) end++
        empty.run(witness, first + 1, before.length - end)
        const keys = after.slice(first, after.length - end).map((id) => page(id).key)
        fill.run({ witness, first: first + 1, pages: JSON.stringify(keys) })
        unplace.run(witness)
        arrange.run(isArranged(witness, after.map(page)) ? 1 : 0, witness)
      }
      for (const { witness, is } of changes) placeLeaves(witness, is)
    },
  }
}
