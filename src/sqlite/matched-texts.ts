import { v7 } from 'uuid'
import { unpackWords } from '../domain/page/pack-words.ts'
import { bestLayer, type Layer } from '../domain/text.ts'
import type { Connection } from './open-database.ts'
import { pageReadings } from './page-readings.ts'
import { revisionRows } from './revision-rows.ts'

/** A text that is brought from page to page: what a revision says, and who wrote it. */
export type BroughtText = {
  key: number
  layer: Layer
  language: string | null
  content: string
  words: Buffer | null
  engine: string | null
  by: string
  based_on: number | null
  withdraws: 0 | 1
}

/** Where a text was put: the first and last revision that it became (null where there is none), and whether others precede it. */
export type PutText = { layer: Layer; first: number | null; last: number | null; behind: boolean }

const columns = `key, layer, language, content, words, engine, recorded_by as "by", based_on, withdraws from text_revision`

/**
 * Texts put on other pages and taken back, as revisions: nothing is overwritten. What a person wrote stays in front of
 * what comes; what is taken back leaves in front what stood there before it.
 */
export function matchedTexts(db: Connection) {
  const revisions = revisionRows(db)
  const readings = pageReadings(db)
  const ofLayer = db.prepare<[number, string], BroughtText>(
    `select ${columns} where page = ? and layer = ? order by key`,
  )
  const layersOf = db
    .prepare<[number], Layer>('select distinct layer from text_revision where page = ? order by layer')
    .pluck()
  const withdraw = db.prepare(`
    insert into text_revision (id, page, layer, based_on, content, recorded_by, created_at, withdraws)
    values (:id, :page, :layer, :basedOn, '', :by, :at, 1)`)

  const newId = () => `v${v7().replaceAll('-', '')}`

  function copy(page: number, layer: Layer, text: BroughtText, basedOn: number | null, at: string): number {
    const { language, content, engine, by } = text
    const placed = text.words && unpackWords(text.words)
    return revisions.add({ id: newId(), page, layer, language, basedOn, content, placed, engine, by, at })
  }

  /** Adds texts to a page as revisions, oldest first, and returns the first and the last of these. */
  function append(
    texts: readonly BroughtText[],
    page: number,
    layer: Layer,
    basedOn: number | null,
    at: string,
  ) {
    let first: number | null = null
    let last = basedOn
    for (const text of texts) {
      last = copy(page, layer, text, last, at)
      first ??= last
    }
    return { first, last: first === null ? null : last }
  }

  return {
    /** What a page of a file bears of itself: all revisions of its best layer, oldest first. */
    own(page: number): BroughtText[] {
      const best = bestLayer(layersOf.all(page))
      return best === null ? [] : ofLayer.all(page, best).filter(({ withdraws }) => withdraws === 0)
    },

    /** What a text that was put on a page has become there: itself, with what was corrected in it since. */
    since(page: number, { layer, first, last }: Omit<PutText, 'behind'>): BroughtText[] {
      if (first === null || last === null) return []
      const all = ofLayer.all(page, layer)
      const byKey = new Map(all.map((text) => [text.key, text]))
      const lineage = (from: BroughtText | undefined): BroughtText[] => {
        const line: BroughtText[] = []
        for (let text = from; text && text.key >= first; text = byKey.get(text.based_on ?? -1))
          line.unshift(text)
        return line[0]?.key === first ? line : []
      }
      const newest = lineage(all.at(-1))
      return newest.length > 0 ? newest : lineage(byKey.get(last))
    },

    /** Puts texts on a page, oldest first, behind what a person wrote there. */
    put(texts: readonly BroughtText[], page: number, layer: Layer, at: string): PutText {
      const before = ofLayer.all(page, layer).at(-1)
      const { first, last } = append(texts, page, layer, null, at)
      const behind = last !== null && before !== undefined && before.withdraws === 0 && before.by !== 'ingest'
      if (behind) copy(page, layer, before, before.key, at)
      readings.refresh(page, at)
      return { layer, first, last, behind }
    },

    /** Takes a text back that was put on a page, with what was corrected in it since, and returns it. */
    takeBack(page: number, put: Omit<PutText, 'behind'>, by: string, at: string): BroughtText[] {
      const taken = this.since(page, put)
      const all = ofLayer.all(page, put.layer)
      const newest = all.at(-1)
      const front = taken.at(-1)
      if (newest && newest.key === front?.key) {
        const before = all.findLast(({ key }) => key < (put.first ?? 0))
        if (before && before.withdraws === 0) copy(page, put.layer, before, before.key, at)
        else withdraw.run({ id: newId(), page, layer: put.layer, basedOn: newest.key, by, at })
      }
      readings.refresh(page, at)
      return taken
    },

    /** Gives a page of a file what was corrected in its text while that stood elsewhere. */
    giveBack(texts: readonly BroughtText[], page: number, at: string): void {
      const own = this.own(page)
      const newest = own.at(-1)
      append(texts.slice(own.length), page, newest?.layer ?? 'transcription', newest?.key ?? null, at)
    },

    /** Makes the readings of a page anew after it has come to stand elsewhere, or nowhere. */
    refresh: (page: number, at: string): void => readings.refresh(page, at),
  }
}
