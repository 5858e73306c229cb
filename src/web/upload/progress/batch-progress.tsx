import { addressOf } from '../../api/ask.ts'
import { JobLine } from '../../jobs/job-line.tsx'
import { isUnderWay, useJob } from '../../jobs/use-job.ts'
import { Asked } from '../../shell/asked.tsx'
import { words } from '../../words/words.ts'
import { sayCount } from '../measure.ts'
import { Duplicates } from '../plan/duplicates.tsx'
import { DocumentsComing } from './documents-coming.tsx'
import { Failures } from './failures.tsx'

/** What became of uploads, while it becomes that: the job, the documents, what failed, and the report. */
export function BatchProgress({ id, job, waiting }: { id: string; job: string; waiting: number }) {
  const answer = useJob(job)
  return (
    <section>
      <h2>{words.coming.title}</h2>
      <Asked of={answer}>
        {(told) => {
          const goesOn = isUnderWay(told) || waiting > 0
          const every = goesOn ? 3000 : false
          return (
            <>
              <JobLine job={told} />
              {waiting > 0 && !isUnderWay(told) && <p>{words.coming.waiting(sayCount(waiting))}</p>}
              <Failures id={id} every={every} />
              <DocumentsComing id={id} goesOn={goesOn} />
              <Duplicates id={id} every={every} />
              <p>
                <a href={addressOf('readUploadsReport', { params: { uploadId: id } })}>
                  {words.upload.report}
                </a>
              </p>
            </>
          )
        }}
      </Asked>
    </section>
  )
}
