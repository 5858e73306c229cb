import { likenessDistance, likenessLimit } from '../domain/page/likeness.ts'
import { nearPieces, piecesOf } from '../domain/resemblance/likeness-pieces.ts'
import type { Connection } from './open-database.ts'
import { suggestionOffers } from './suggestion-offers.ts'

/** Of however many images share a piece, so many are looked at, and so many documents are suggested. */
const mostOfPiece = 64
const mostSuggested = 10

type Likeness = { key: number; hash: string }
type Bearer = { document: number; page: string }

/** Notes what the images of pages are like, and suggests the documents with pages that look alike. */
export function likenessRows(db: Connection) {
  const find = db.prepare<[string, number], Likeness>(
    'select key, hash from likeness where sha256 = ? and file_page = ?',
  )
  const insert = db.prepare('insert into likeness (sha256, file_page, hash) values (?, ?, ?)')
  const update = db.prepare('update likeness set hash = ? where key = ?')
  const remove = db.prepare('delete from likeness where key = ?')
  const putPiece = db.prepare('insert or ignore into likeness_piece (piece, likeness) values (?, ?)')
  const dropPiece = db.prepare('delete from likeness_piece where piece = ? and likeness = ?')
  const sharing = db.prepare<[string, number, number], Likeness>(`
    select l.key, l.hash from json_each(?) n cross join likeness_piece p on p.piece = n.value
    cross join likeness l on l.key = p.likeness
    where p.likeness <> ? limit ?`)
  const bearers = db.prepare<[number], Bearer>(`
    select w.document, p.id as page from likeness l join file f on f.sha256 = l.sha256
    join page p on p.file = f.key and p.file_page = l.file_page
    join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness
    join document d on d.key = w.document
    where l.key = ? and d.deleted_at is null order by d.key, wp.number`)
  const suggest = suggestionOffers(db)

  function forget({ key, hash }: Likeness): void {
    for (const piece of piecesOf(hash)) dropPiece.run(piece, key)
  }

  /** The images nearest to one, nearest first. */
  function near(key: number, hash: string): { key: number; distance: number }[] {
    const distances = new Map<number, number>()
    for (const piece of piecesOf(hash)) {
      const some = sharing.all(JSON.stringify(nearPieces(piece)), key, mostOfPiece * nearPieces(piece).length)
      for (const other of some)
        if (!distances.has(other.key)) distances.set(other.key, likenessDistance(hash, other.hash))
    }
    return [...distances]
      .map(([other, distance]) => ({ key: other, distance }))
      .filter(({ distance }) => distance <= likenessLimit)
      .toSorted((a, b) => a.distance - b.distance)
  }

  function offer(key: number, hash: string, at: string): void {
    const own = bearers.all(key)
    const [first] = own
    if (!first) return
    const suggested = new Set(own.map(({ document }) => document))
    const most = suggested.size + mostSuggested
    for (const { key: other, distance } of near(key, hash)) {
      for (const { document, page } of bearers.all(other)) {
        if (suggested.has(document) || suggested.size >= most) continue
        suggested.add(document)
        suggest('same-image', first.document, document, { page: first.page, otherPage: page, distance }, at)
      }
    }
  }

  return {
    /**
     * Notes the hash of the image of a page (1-based) of some bytes; null is a page that bears nothing, and like none. To
     * be called in the transaction that notes the image; doing it again with the same hash changes nothing.
     */
    note(
      { sha256, filePage, likeness }: { sha256: string; filePage: number; likeness: string | null },
      at: string,
    ): void {
      const before = find.get(sha256, filePage)
      if (before && before.hash !== likeness) forget(before)
      if (likeness === null) {
        if (before) remove.run(before.key)
        return
      }
      if (before) update.run(likeness, before.key)
      const key = before?.key ?? Number(insert.run(sha256, filePage, likeness).lastInsertRowid)
      for (const piece of piecesOf(likeness)) putPiece.run(piece, key)
      offer(key, likeness, at)
    },
  }
}
