import { setImmediate } from 'node:timers/promises'
import { termsOf } from '../../domain/annotation/text-body.ts'
import { describeAuthority, labelOf } from '../../domain/authority/describe-authority.ts'
import { foldName } from '../../domain/authority/name.ts'
import { daysOf } from '../../domain/description.ts'
import { wordsOfCsl } from '../../domain/source/csl.ts'
import { describeWitness, misleads } from '../../domain/witness/witness.ts'
import { annotationCircles } from '../annotation-circles.ts'
import { type AuthorityRow, authorityRows } from '../authority-rows.ts'
import { claimLinks } from '../claim-links.ts'
import { type ClaimRow, claimColumns, claimRows, toClaim } from '../claim-rows.ts'
import { collectionClasses } from '../collection-classes.ts'
import { documentClasses } from '../document-classes.ts'
import type { DocumentRow } from '../document-rows.ts'
import type { Connection } from '../open-database.ts'
import { redating } from '../redating.ts'
import { reindex } from '../reindex.ts'

const together = 500

/** Makes all that is made from facts, in a catalogue that has nothing but these. */
export async function deriveAll(
  db: Connection,
  at: string,
  tell: (done: number, total: number) => void,
): Promise<void> {
  db.transaction(() => {
    linkClaims(db)
    classAll(db)
    nameAuthorities(db)
    labelWitnesses(db)
    foldSources(db)
    termAnnotations(db)
    // All were hashed when they came.
    db.prepare(
      `insert into fixity (sha256, bytes, checked_at, state)
      select sha256, max(bytes), ?, 'sound' from file group by sha256`,
    ).run(at)
    // What they were is not carried, so that nobody can use them.
    db.prepare('update token set revoked_at = ? where revoked_at is null').run(at)
  })()
  await describeDocuments(db, at)
  for (const { done, total } of reindex(db, at)) {
    tell(done, total)
    await setImmediate()
  }
}

/** Rows of a table by their key, some at a time: a statement that is being read blocks what writes. */
function* inBatches<Row>(db: Connection, select: string, keyOf: (row: Row) => number): Generator<Row> {
  const some = db.prepare<[number], Row>(`${select} limit ${together}`)
  let after = 0
  for (let rows = some.all(after); rows.length > 0; rows = some.all(after)) {
    yield* rows
    const last = rows.at(-1)
    after = last === undefined ? after : keyOf(last)
  }
}

function linkClaims(db: Connection): void {
  const link = claimLinks(db)
  const put = db.prepare('update claim set earliest_day = :earliest, latest_day = :latest where seq = :seq')
  const all = `select ${claimColumns} from claim c where c.seq > ? order by c.seq`
  for (const row of inBatches<ClaimRow>(db, all, ({ seq }) => seq)) {
    const claim = toClaim(row)
    link(row.seq, claim)
    const days = daysOf(claim.value.edtf)
    if (days.earliest !== null || days.latest !== null) put.run({ ...days, seq: row.seq })
  }
}

/** Who may see what, before anything is dated by what it may be seen with. */
function classAll(db: Connection): void {
  const { refresh } = documentClasses(db)
  collectionClasses(db).settleAll()
  for (const { key } of inBatches<{ key: number }>(
    db,
    'select key from document where key > ? order by key',
    (row) => row.key,
  ))
    refresh(key)
}

function nameAuthorities(db: Connection): void {
  const { claimsOf } = authorityRows(db)
  const put = db.prepare('update authority set label = ?, view = ? where key = ?')
  const name = db.prepare('insert or ignore into authority_name (authority, folded) values (?, ?)')
  const all = 'select key, id, type from authority where key > ? order by key'
  for (const { key, id, type } of inBatches<AuthorityRow>(db, all, (row) => row.key)) {
    const view = describeAuthority(type, claimsOf(id))
    put.run(labelOf(view), JSON.stringify(view), key)
    for (const { text } of view.names) name.run(key, foldName(text))
  }
}

function labelWitnesses(db: Connection): void {
  const claims = claimRows(db)
  const put = db.prepare('update witness set said_label = ? where key = ?')
  const misattribute = db.prepare(`
    insert into misattribution (witness, document, names, heading, status)
    select :witness, :document, key, :text, :status from document where id = :names`)
  type Row = { key: number; id: string; document: number }
  const all = 'select key, id, document from witness where key > ? order by key'
  for (const { key, id, document } of inBatches<Row>(db, all, (row) => row.key)) {
    const { label, headingAsPrinted } = describeWitness(claims.ofSubject(id))
    if (label !== null) put.run(label, key)
    if (misleads(headingAsPrinted)) misattribute.run({ witness: key, document, ...headingAsPrinted })
  }
}

function foldSources(db: Connection): void {
  const put = db.prepare('update source set folded = ? where key = ?')
  const all = 'select key, csl from source where csl is not null and key > ? order by key'
  for (const { key, csl } of inBatches<{ key: number; csl: string }>(db, all, (row) => row.key))
    put.run(foldName(wordsOfCsl(JSON.parse(csl))), key)
}

function termAnnotations(db: Connection): void {
  const circles = annotationCircles(db)
  const note = db.prepare('insert or ignore into annotation_term (kind, value, annotation) values (?, ?, ?)')
  const all = 'select key, body from annotation where key > ? order by key'
  for (const { key, body: json } of inBatches<{ key: number; body: string }>(db, all, (row) => row.key)) {
    const body = JSON.parse(json)
    for (const { kind, value } of termsOf(body)) note.run(kind, value, key)
    circles.answerAsSaid(key, body)
    circles.draw(key)
  }
}

/** Deleted documents are described, too: they may be restored. */
async function describeDocuments(db: Connection, at: string): Promise<void> {
  const redate = redating(db)
  const some = db.prepare<[number], DocumentRow>(
    `select * from document where key > ? order by key limit ${together}`,
  )
  const describe = db.transaction((rows: readonly DocumentRow[]) => redate.overdue(rows, at))
  let after = 0
  for (let rows = some.all(after); rows.length > 0; rows = some.all(after)) {
    describe(rows)
    after = rows.at(-1)?.key ?? after
    await setImmediate()
  }
}
