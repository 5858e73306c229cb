import { Link, useSearchParams } from 'wouter'
import { addressOf, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import styles from '../browse/lines.module.css'
import { JobActs } from '../jobs/job-acts.tsx'
import { JobProgress } from '../jobs/job-progress.tsx'
import { isUnderWay, useJob } from '../jobs/use-job.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { ArchivistsOnly } from '../upload/archivists-only.tsx'
import { words } from '../words/words.ts'

type Imported = Reply<'readImport'>

const says = words.table
const outcomes = ['refused', 'added', 'known', 'would-add'] as const

/** A table that was imported: how far it is, and what became of its rows, all or those of one outcome. */
export function ImportedScreen({ id }: { id: string }) {
  return (
    <Screen title={says.title} narrow>
      <ArchivistsOnly>
        <Followed id={id} />
      </ArchivistsOnly>
    </Screen>
  )
}

function Followed({ id }: { id: string }) {
  const [asked, setAsked] = useSearchParams()
  const outcome = outcomes.find((one) => one === asked.get('outcome'))
  const cursor = asked.get('cursor') ?? undefined
  const params = { importId: id }
  const found = useAsked(
    'readImport',
    { params, query: { outcome, cursor, limit: 50 } },
    { keep: true, every: (told) => (told && isUnderWay(told) ? 1500 : false) },
  )
  const lead = (next: Record<string, string>) => setAsked(new URLSearchParams(next))
  const choice: Record<string, string> = outcome ? { outcome } : {}
  return (
    <Asked of={found}>
      {(told) => (
        <>
          <h2>{says.of(told.name)}</h2>
          {told.dryRun && <p>{says.dry}</p>}
          <Progress job={told.job.id} />
          {told.error !== null && <p role="alert">{says.brokeOff(told.error)}</p>}
          {told.assumed !== null && <p className="soft">{says.assumed(told.assumed)}</p>}
          <h3>{says.rows}</h3>
          <Outcomes
            told={told}
            chosen={outcome ?? null}
            onChoose={(one) => lead(one ? { outcome: one } : {})}
          />
          <Rows rows={told.report.items} />
          <div className="row">
            {cursor && (
              <button type="button" onClick={() => lead(choice)}>
                {says.first}
              </button>
            )}
            {told.report.next && (
              <button type="button" onClick={() => lead({ ...choice, cursor: told.report.next ?? '' })}>
                {says.next}
              </button>
            )}
          </div>
          <p className="row">
            <a href={addressOf('readImportReport', { params })} download>
              {says.csv}
            </a>
            <Link href={to.imports()}>{says.another}</Link>
          </p>
        </>
      )}
    </Asked>
  )
}

function Progress({ job: id }: { job: string }) {
  const job = useJob(id)
  return (
    <Asked of={job}>
      {(told) => (
        <>
          <JobProgress job={told} />
          <JobActs job={told} />
        </>
      )}
    </Asked>
  )
}

type Outcome = (typeof outcomes)[number]

function Outcomes({
  told: { counts, dryRun },
  chosen,
  onChoose,
}: {
  told: Imported
  chosen: Outcome | null
  onChoose: (outcome: Outcome | null) => void
}) {
  const { added, known, refused, wouldAdd } = counts
  const numbers: Record<Outcome, number> = { added, known, refused, 'would-add': wouldAdd }
  const shown = outcomes.filter((one) => one !== (dryRun ? 'added' : 'would-add'))
  return (
    <div className="row">
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {says.counted(added + known + refused + wouldAdd, says.all)}
      </button>
      {shown.map((one) => (
        <button key={one} type="button" aria-pressed={chosen === one} onClick={() => onChoose(one)}>
          {says.counted(numbers[one], says.outcomes[one] ?? one)}
        </button>
      ))}
    </div>
  )
}

function Rows({ rows }: { rows: Imported['report']['items'] }) {
  if (rows.length === 0) return <p className="soft">{says.none}</p>
  return (
    <ul className={styles.lines}>
      {rows.map(({ row, outcome, key, document, remarks }) => (
        <li key={row}>
          {says.row(row)}{' '}
          <span className={`tag ${outcome === 'refused' ? 'refuted' : outcome === 'added' ? 'agrees' : ''}`}>
            {says.outcomes[outcome] ?? outcome}
          </span>{' '}
          {document ? <Link href={to.document(document)}>{key ?? document}</Link> : key}
          {remarks.map(({ column, says: said }) => (
            <p key={`${column} ${said}`} className="soft small">
              {[column, said].filter(Boolean).join(': ')}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
