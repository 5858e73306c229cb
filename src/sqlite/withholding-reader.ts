import { sees } from '../domain/audience.ts'
import { holdFor } from '../domain/redaction/redaction.ts'
import type { WithholdingReader } from '../ports/withholding.ts'
import type { Connection } from './open-database.ts'
import { type VeiledRow, veilColumns } from './page-veils.ts'
import { classOfPage } from './redaction-rows.ts'
import { withholdingRows } from './withholding-rows.ts'

/** What is withheld, read by a connection that may be read-only. */
export function sqliteWithholdingReader(db: Connection): WithholdingReader {
  const rows = withholdingRows(db)
  const keyOf = db.prepare<[string], number>('select key from page where id = ?').pluck()
  const veiledOf = db.prepare<{ file: string }, VeiledRow>(`
    select ${veilColumns} from page p
    where p.key in (
      select q.key from page q join file f on f.key = q.file where f.id = :file
      union select m.target from page_match m join page q on q.key = m.page join file f on f.key = q.file
        where f.id = :file and m.target is not null)
      and (p.visibility is not null
        or exists (select 1 from redaction r where r.page = p.key and r.undone_at is null))`)
  return {
    async redactions(id) {
      const key = keyOf.get(id)
      return key === undefined ? [] : rows.of(key).map((one) => rows.redacted({ key, id }, one))
    },
    async ofFile(file, audience) {
      return veiledOf.all({ file }).some((row) => {
        const own = classOfPage(row)
        const isHidden = own !== null && !sees(audience, own)
        return isHidden || holdFor(audience, rows.of(row.page_key)).length > 0
      })
    },
  }
}
