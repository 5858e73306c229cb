import { isNumberLike, numberKey } from '../domain/resemblance/number-key.ts'
import { bandsOf, similarity } from '../domain/resemblance/signature.ts'
import type { Wording } from '../domain/resemblance/suggestion.ts'
import type { Connection } from './open-database.ts'
import { suggestionOffers } from './suggestion-offers.ts'

/** Half of the shingles in common. */
const leastSimilarity = 0.5
/** However many texts are alike, so many of a band are looked at, and so many of all compared. */
const mostInBand = 64
const mostCompared = 50
const mostSuggested = 10

type Text = { file: number; document: number }
type Signed = Text & { bins: Buffer }
type Bearer = { document: number; scheme: string }

/** Notes what a text that was read is like, and suggests the documents with which it may have to do. */
export function resemblanceRows(db: Connection) {
  const keep = db.prepare(`
    insert into signature (file, document, bins) values (:file, :document, :bins)
    on conflict (file) do update set bins = excluded.bins`)
  const kept = db.prepare<[number], Signed>('select file, document, bins from signature where file = ?')
  const putBand = db.prepare('insert or ignore into signature_band (band, file) values (?, ?)')
  const dropBand = db.prepare('delete from signature_band where band = ? and file = ?')
  const inBand = db
    .prepare<[number, number, number], number>(
      'select file from signature_band where band = ? and file <> ? order by file desc limit ?',
    )
    .pluck()
  // The text of a file is that of the document in which its pages stand, wherever it was uploaded to.
  const bearer = db
    .prepare<[number], number>(`
      select w.document from page p join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness
      join document d on d.key = w.document
      where p.file = ? and d.deleted_at is null order by p.file_page, d.key limit 1`)
    .pluck()
  const bearing = db.prepare<[string, number], Bearer>(`
    select c.document, c.value ->> '$.scheme' as scheme from claim_number n join claim c on c.seq = n.claim
    join document d on d.key = c.document
    where n.key = ? and c.document <> ?
      and c.polarity = 'asserted' and c.rank <> 'deprecated' and d.deleted_at is null
      and not exists (select 1 from claim r where r.revision_of = c.id) limit 50`)
  const settled = db.prepare('delete from unsigned_text where file = ?')
  const suggest = suggestionOffers(db)

  function sign({ file, document }: Text, signature: Uint32Array, bands: readonly number[]): void {
    const before = kept.get(file)
    if (before) for (const band of bandsOf(binsOf(before))) dropBand.run(band, file)
    keep.run({
      file,
      document,
      bins: Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength),
    })
    for (const band of bands) putBand.run(band, file)
  }

  /** The documents whose texts are most like this one. */
  function alike(
    { file, document }: Text,
    signature: Uint32Array,
    bands: readonly number[],
  ): Map<number, number> {
    const shared = new Map<number, number>()
    for (const band of bands)
      for (const other of inBand.all(band, file, mostInBand)) shared.set(other, (shared.get(other) ?? 0) + 1)
    const closest = [...shared].toSorted(([, a], [, b]) => b - a).slice(0, mostCompared)
    const found = new Map<number, number>()
    for (const [other] of closest) {
      const text = kept.get(other)
      const where = bearer.get(other)
      if (!text || where === undefined || where === document) continue
      const estimate = similarity(signature, binsOf(text))
      if (estimate >= Math.max(leastSimilarity, found.get(where) ?? 0)) found.set(where, estimate)
    }
    return new Map([...found].toSorted(([, a], [, b]) => b - a).slice(0, mostSuggested))
  }

  return {
    /** Doing it again with the same text changes nothing; what was dismissed stays so. */
    note(uploaded: Text, { signature, numbers }: Wording, at: string): void {
      const { file } = uploaded
      const text = { file, document: bearer.get(file) ?? uploaded.document }
      settled.run(file)
      if (signature) {
        const bands = bandsOf(signature)
        for (const [other, share] of alike(text, signature, bands))
          suggest('look-alike', text.document, other, { similarity: share }, at)
        sign(text, signature, bands)
      }
      for (const found of numbers)
        for (const { document, scheme } of bearing
          .all(numberKey(found.number) ?? '', text.document)
          .slice(0, mostSuggested))
          if (isNumberLike(scheme))
            suggest('carries-number', text.document, document, { ...found, page: 1 }, at)
    },
  }
}

const binsOf = ({ bins }: Signed): Uint32Array => new Uint32Array(Uint8Array.from(bins).buffer)
