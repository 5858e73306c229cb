import { type Audience, sees } from '../domain/audience.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { Cover } from '../domain/redaction/cover.ts'
import { masked } from '../domain/redaction/mask.ts'
import { holdFor, type Redaction, toldOf, type Withheld } from '../domain/redaction/redaction.ts'
import type { Layer, TextRevision } from '../domain/text.ts'
import type { Connection } from './open-database.ts'
import { classOfPage, type PageClassRow, redactionRows } from './redaction-rows.ts'

/** What statements over pages `p` select so that it is known what is withheld of each. */
export const veilColumns = `p.key as page_key, p.visibility, p.embargo_until, p.restricted_to,
  exists (select 1 from redaction r where r.page = p.key and r.undone_at is null) as is_redacted`

export type VeiledRow = PageClassRow & { page_key: number; is_redacted: 0 | 1 }

/** What is withheld of a page from an audience: all of it, or what redactions do. */
export type Veil = { whole: true } | { whole: false; redactions: readonly Redaction[]; cover: Cover }

/** What a page is told of that may not be seen: where it stands, and nothing else. */
export const bare = {
  width: null,
  height: null,
  layers: [] as readonly Layer[],
  recognition: null,
  fault: null,
  remark: null,
  confidence: null,
}

/** Shows each audience of pages and their texts what it may see. */
export function pageVeils(db: Connection) {
  const rows = redactionRows(db)
  const byId = db.prepare<[string], VeiledRow>(`select ${veilColumns} from page p where p.id = ?`)

  function veilOf(row: VeiledRow, audience: Audience): Veil | null {
    const own = classOfPage(row)
    if (own !== null && !sees(audience, own)) return { whole: true }
    const redactions = row.is_redacted === 1 ? holdFor(audience, rows.of(row.page_key)) : []
    if (redactions.length === 0) return null
    return { whole: false, redactions, cover: rows.cover(row.page_key, redactions) }
  }

  function ofPage(page: string, audience: Audience): Veil | null {
    const row = byId.get(page)
    return row ? veilOf(row, audience) : null
  }

  function maskOf(revision: TextRevision, veil: Veil, placed: PlacedWords | null) {
    const spans = veil.whole ? undefined : veil.cover.spans.get(revision.id)
    return spans && masked(revision.content, placed, spans)
  }

  return {
    veilOf,
    ofPage,
    /** How many redactions of a page were not undone. */
    count: (page: number): number => rows.of(page).length,
    /** The text as an audience may read it; null where it may not. */
    text(revision: TextRevision, audience: Audience): TextRevision | null {
      const veil = ofPage(revision.page, audience)
      if (veil?.whole) return null
      const mask = veil && maskOf(revision, veil, null)
      return mask ? { ...revision, content: mask.content, cuts: mask.cuts } : revision
    },
    /** The places of the words of a text that an audience may read. */
    placed(revision: TextRevision, placed: PlacedWords | null, audience: Audience): PlacedWords | null {
      const veil = ofPage(revision.page, audience)
      if (veil?.whole) return null
      const mask = veil && maskOf(revision, veil, placed)
      return mask ? mask.placed : placed
    },
    /** What an audience is told of what is withheld from it. */
    told: (veil: Veil): Withheld =>
      veil.whole ? { whole: true, reasons: [], until: null } : toldOf(veil.redactions),
  }
}
