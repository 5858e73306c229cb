import { authorityRows } from './authority-rows.ts'
import { datingLinks } from './dating-links.ts'
import { documentClasses } from './document-classes.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { redating } from './redating.ts'

/** What has changed: by its claims, its existence or offices, its date or its reading. */
export type Changed = {
  type: 'document' | 'witness' | 'agent' | 'place' | 'happening' | 'source' | 'mark'
  id: string
}

/**
 * The documents whose description or dating may rest on a thing, directly: a document itself, its witness or mark, and
 * those with a claim or a mark that names the thing, whatever it was merged from, or a source that is that document.
 */
export function affected(db: Connection): (changed: Changed) => DocumentRow[] {
  const authorities = authorityRows(db)
  const rows = (keys: string) =>
    db.prepare<unknown[], DocumentRow>(`select * from document where key in (${keys}) order by key`)
  const naming = `
    select c.document from json_each(:ids) i join claim_target t on t.target = i.value join claim c on c.seq = t.claim`
  const ofDocument = rows(`
    select key from document where id in (select value from json_each(:ids))
    union ${naming}
    union select c.document from json_each(:ids) i join document d on d.id = i.value join source s on s.document = d.key
      join claim_target t on t.target = s.id join claim c on c.seq = t.claim`)
  const ofWitness = rows('select document from witness where id in (select value from json_each(:ids))')
  const ofMark = rows(`
    select w.document from mark m join witness w on w.key = m.witness
    where m.id in (select value from json_each(:ids))`)
  const ofAuthority = rows(`
    ${naming}
    union select w.document from json_each(:ids) i join mark m on m.agent = i.value join witness w on w.key = m.witness
    union select w.document from json_each(:ids) i join mark m on m.place = i.value join witness w on w.key = m.witness`)
  const statements = {
    document: ofDocument,
    witness: ofWitness,
    mark: ofMark,
    agent: ofAuthority,
    place: ofAuthority,
    happening: ofAuthority,
    source: rows(naming),
  }
  return ({ type, id }) => statements[type].all({ ids: JSON.stringify(authorities.mergedInto(id)) })
}

/** So many documents are described and dated anew in the transaction of the change; what comes to more is a job. */
const mostAtOnce = 500

/**
 * The one thing to do after every change of a claim, an agent, place or happening, a source or a mark: describes what
 * shows it, and dates what rests on it.
 */
export function refreshAffected(
  db: Connection,
  most: number = mostAtOnce,
): (changed: Changed, at: string) => void {
  const affectedBy = affected(db)
  const links = datingLinks(db)
  const redate = redating(db)
  const classes = documentClasses(db)
  return (changed, at) => {
    const documents = affectedBy(changed)
    if (changed.type === 'agent' || changed.type === 'place' || changed.type === 'happening')
      return redate.changed(documents, [], at, most)
    // Others show nothing of a document but its date.
    const isItself = ({ id }: DocumentRow) => changed.type !== 'document' || id === changed.id
    const own = documents.filter(isItself).map((row) => ({ ...row, audience: classes.refresh(row.key) }))
    const others = [...documents.filter((row) => !isItself(row)), ...links.everBeside(own)]
    redate.changed(own, others, at, most)
  }
}
