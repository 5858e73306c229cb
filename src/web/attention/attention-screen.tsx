import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { JobLine } from '../jobs/job-line.tsx'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'

/** What waits for an archivist: doubtful pages, files that could not be read, jobs that failed. */
export function AttentionScreen() {
  const jobs = useAsked('listJobs', { query: { limit: 100 } })
  const unread = useAsked('listDocuments', { query: { limit: 50, fileState: 'failed' } })
  return (
    <Screen title={words.upload.attention} narrow>
      <section>
        <h2>{words.upload.doubtful}</h2>
        <p>
          <Link href={to.transcribe()}>{words.upload.doubtfulLead}</Link>
        </p>
      </section>
      <section>
        <h2>{words.upload.failedFiles}</h2>
        <Asked of={unread}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="soft">{words.upload.nothing}</p>
            ) : (
              <ul>
                {items.map(({ id, title, language, witnesses }) => (
                  <li key={id}>
                    <Link href={to.document(id)} lang={language ?? undefined}>
                      {title}
                    </Link>
                    {witnesses
                      .flatMap(({ files }) => files)
                      .filter(({ error }) => error)
                      .map(({ id: file, name, error }) => (
                        <p key={file} className="small">
                          {name}: {error}
                        </p>
                      ))}
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </section>
      <section>
        <h2>{words.upload.failed}</h2>
        <Asked of={jobs}>
          {({ items }) => {
            const failed = items.filter(({ state }) => state === 'failed')
            if (failed.length === 0) return <p className="soft">{words.upload.nothing}</p>
            return failed.map((job) => <JobLine key={job.id} job={job} />)
          }}
        </Asked>
        <p>
          <Link href={to.jobs()}>{words.upload.jobs}</Link>
        </p>
      </section>
    </Screen>
  )
}
