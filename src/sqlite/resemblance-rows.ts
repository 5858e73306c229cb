import { v7 } from 'uuid'
import { isNumberLike } from '../domain/confusion/number-like.ts'
import { bandsOf, similarity } from '../domain/resemblance/signature.ts'
import type { SuggestionDetail, SuggestionKind, Wording } from '../domain/resemblance/suggestion.ts'
import type { Connection } from './open-database.ts'

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
  const candidate = db.prepare<[number, number], Signed>(`
    select s.file, s.document, s.bins from signature s join document d on d.key = s.document
    where s.file = ? and s.document <> ? and d.deleted_at is null`)
  const bearing = db.prepare<[string, number], Bearer>(`
    select c.document, c.value ->> '$.scheme' as scheme from claim c join document d on d.key = c.document
    where c.property = 'identifier' and lower(c.value ->> '$.value') = lower(?) and c.document <> ?
      and c.polarity = 'asserted' and c.rank <> 'deprecated' and d.deleted_at is null
      and not exists (select 1 from claim r where r.revision_of = c.id) limit 50`)
  const reversed = db.prepare<[SuggestionKind, number, number], number>(
    'select 1 from suggestion where kind = ? and document = ? and other = ?',
  )
  const insert = db.prepare(`
    insert or ignore into suggestion (id, kind, document, other, detail, created_at)
    values (:id, :kind, :document, :other, :detail, :at)`)

  function suggest(
    kind: SuggestionKind,
    document: number,
    other: number,
    detail: SuggestionDetail,
    at: string,
  ): void {
    if (kind === 'look-alike' && reversed.get(kind, other, document)) return
    const id = `g${v7().replaceAll('-', '')}`
    insert.run({ id, kind, document, other, detail: JSON.stringify(detail), at })
  }

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
      const text = candidate.get(other, document)
      if (!text) continue
      const estimate = similarity(signature, binsOf(text))
      if (estimate >= Math.max(leastSimilarity, found.get(text.document) ?? 0))
        found.set(text.document, estimate)
    }
    return new Map([...found].toSorted(([, a], [, b]) => b - a).slice(0, mostSuggested))
  }

  return {
    /** Doing it again with the same text changes nothing; what was dismissed stays so. */
    note(text: Text, { signature, numbers }: Wording, at: string): void {
      if (signature) {
        const bands = bandsOf(signature)
        for (const [other, share] of alike(text, signature, bands))
          suggest('look-alike', text.document, other, { similarity: share }, at)
        sign(text, signature, bands)
      }
      for (const found of numbers)
        for (const { document, scheme } of bearing.all(found.number, text.document).slice(0, mostSuggested))
          if (isNumberLike(scheme))
            suggest('carries-number', text.document, document, { ...found, page: 1 }, at)
    },
  }
}

const binsOf = ({ bins }: Signed): Uint32Array => new Uint32Array(Uint8Array.from(bins).buffer)
