import { relating } from '../domain/dating/relations.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'

/** Documents that bound each other; `beyond` are those next to them that were too many. */
export type Component = { documents: readonly DocumentRow[]; beyond: readonly DocumentRow[] }

type Link = DocumentRow & { beside: number }

/** No time comes after it. */
export const now = '9999'

/** An SQL condition on a claim `c`: that it stood at the time `:asOf`. */
export const stood = `c.recorded_at <= :asOf
  and not exists (select 1 from claim r where r.revision_of = c.id and r.recorded_at <= :asOf)`

/** Whether everybody who may see a document may see the other one as well: only then may that bound it. */
export function isSeenWith(classOfOther: string, classOfBounded: string): boolean {
  return classOfOther === 'public' || classOfOther === classOfBounded
}

/** The audience class of a document's row. */
export const classOf = ({ audience }: DocumentRow): string => audience

/** The documents to which claims of order lead from others, in either direction. */
export function datingLinks(db: Connection) {
  const live = `and c.polarity = 'asserted' and c.rank <> 'deprecated' and ${stood}`
  const standing = db.prepare<{ keys: string; asOf: string }, Link>(linksOf(live))
  const ever = db.prepare<{ keys: string }, Link>(linksOf(''))
  const keysOf = (documents: readonly DocumentRow[]) => JSON.stringify(documents.map(({ key }) => key))

  function walk(starts: readonly DocumentRow[], most: number, asOf = now): Component {
    const found = new Map(starts.map((row) => [row.key, row]))
    const beyond = new Map<number, DocumentRow>()
    // A deleted document counts for nothing, but it is described still.
    for (let edge = starts.filter(stands); edge.length > 0; ) {
      const added: DocumentRow[] = []
      for (const { beside, ...row } of standing.all({ keys: keysOf(edge), asOf })) {
        const from = found.get(beside)
        if (from === undefined || found.has(row.key) || row.deleted_at !== null) continue
        const [one, other] = [classOf(from), classOf(row)]
        if (!isSeenWith(one, other) && !isSeenWith(other, one)) continue
        if (found.size >= most) beyond.set(row.key, row)
        else {
          found.set(row.key, row)
          added.push(row)
        }
      }
      edge = added
    }
    return { documents: [...found.values()], beyond: [...beyond.values()] }
  }

  return {
    /** The documents that bound these, or are bounded by them, over any number of others; at most so many. */
    component: walk,
    /** Those next to them by any claim that there has ever been, hidden and deleted ones, too. */
    everBeside: (documents: readonly DocumentRow[]): DocumentRow[] =>
      documents.length === 0 ? [] : ever.all({ keys: keysOf(documents) }).map(({ beside: _, ...row }) => row),
    /** Of documents those that are next to others by any such claim, with the keys of these. */
    linked(keys: readonly number[]): Map<number, number[]> {
      const links = new Map<number, number[]>()
      for (const { beside, key } of ever.iterate({ keys: JSON.stringify(keys) }))
        links.set(beside, [...(links.get(beside) ?? []), key])
      return links
    },
  }
}

const linksOf = (which: string): string => {
  const relates = `c.property in (${relating.map((name) => `'${name}'`).join(', ')}) ${which}`
  return `
    with recursive link (beside, other) as (
      select k.value, d.key from json_each(:keys) k cross join claim c on c.document = k.value
        cross join claim_target t on t.claim = c.seq and t.role = 'value' and t.target_type = 'document'
        cross join document d on d.id = t.target where ${relates}
      union select k.value, s.document from json_each(:keys) k cross join claim c on c.document = k.value
        cross join claim_target t on t.claim = c.seq and t.role = 'value' and t.target_type = 'source'
        cross join source s on s.id = t.target where s.document is not null and ${relates}
      union select k.value, c.document from json_each(:keys) k cross join document d on d.key = k.value
        cross join claim_target t on t.target = d.id and t.role = 'value'
        cross join claim c on c.seq = t.claim where c.document is not null and ${relates}
      union select k.value, c.document from json_each(:keys) k cross join source s on s.document = k.value
        cross join claim_target t on t.target = s.id and t.role = 'value'
        cross join claim c on c.seq = t.claim where c.document is not null and ${relates})
    select l.beside, d.* from link l cross join document d on d.key = l.other where l.other <> l.beside`
}

const stands = ({ deleted_at }: DocumentRow) => deleted_at === null
