import type { FileRole } from '../domain/document.ts'
import {
  type IndexedScan,
  indexScan,
  type MatchKind,
  matchPages,
  type PageMatch,
  type ScannedPage,
  type TranscribedPage,
} from '../domain/page/match-pages.ts'
import type { Connection } from './open-database.ts'

export type TranscriptFile = {
  key: number
  id: string
  name: string
  role: FileRole
  witness: number
  languages: string | null
}

export type TranscriptPage = TranscribedPage & {
  key: number
  id: string
  how: MatchKind | null
  target: string | null
  behind: 0 | 1
  isOvertaken: 0 | 1
  isAnnotated: 0 | 1
}

type ScanRow = Omit<ScannedPage, 'file'> & { fileId: string; name: string; pages: number }

const annotated = 'Annotations stand on it, so that only you can bring it elsewhere.'

/** What of transcriptions is matched, and what would be: read in the same way by who shows it and who does it. */
export function pageMatchingPlan(db: Connection) {
  const fileRow = db.prepare<[string], TranscriptFile>(
    'select key, id, name, role, witness, languages from file where id = ?',
  )
  const pagesOf = db.prepare<[number], TranscriptPage>(`
    select p.key, p.id, p.file_page as filePage, p.label, p.refers_image as image, p.refers_number as number, m.how,
      t.id as target, coalesce(m.behind, 0) as behind,
      exists (select 1 from page_match later where later.target = m.target and later.layer = m.layer
        and later.first_revision > m.last_revision and later.behind = 0) as isOvertaken,
      exists (select 1 from annotation a where a.page = p.key and a.deleted_at is null) as isAnnotated
    from page p left join page_match m on m.page = p.key left join page t on t.key = m.target
    where p.file = ? order by p.file_page`)
  const scanOf = db.prepare<{ witness: number }, ScanRow>(`
    with counted as materialized (
      select p.file, count(*) as pages from file f join page p on p.file = f.key where f.witness = :witness group by p.file)
    select p.id as page, p.label, p.file_page as filePage, f.id as fileId, f.name, coalesce(c.pages, 1) as pages
    from witness_page wp join page p on p.key = wp.page join file f on f.key = p.file left join counted c on c.file = f.key
    where wp.witness = :witness and f.role = 'scan' order by wp.number`)

  return {
    file: (id: string): TranscriptFile | null => fileRow.get(id) ?? null,
    /** The pages of the scan in a witness, in their order. */
    scan(witness: number): IndexedScan {
      const rows = scanOf.all({ witness })
      return indexScan(
        rows.map(({ fileId, name, pages, ...page }) => ({ ...page, file: { id: fileId, name, pages } })),
      )
    },
    pages: (file: number): TranscriptPage[] => pagesOf.all(file),
    /** What becomes of the pages that are matched to none yet; where there is no scan, nothing. */
    plan(file: TranscriptFile, pages: readonly TranscriptPage[], scan: IndexedScan): PageMatch[] {
      if (file.role === 'scan' || scan.scan.length === 0) return []
      const known = pages.flatMap(({ filePage, how, target }) =>
        how === null ? [] : [{ filePage, page: target ?? '' }],
      )
      const waiting = new Set(
        pages.filter(({ isAnnotated }) => isAnnotated === 1).map(({ filePage }) => filePage),
      )
      return matchPages({ name: file.name, pages }, scan, known).map((match) =>
        match.page !== null && waiting.has(match.filePage)
          ? { filePage: match.filePage, page: null, how: null, says: annotated }
          : match,
      )
    },
  }
}
