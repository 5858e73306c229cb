import { addressOf } from '../../api/ask.ts'
import { JobProgress } from '../../jobs/job-progress.tsx'
import { Unrecognised } from '../../jobs/unrecognised.tsx'
import { isUnderWay, useJob } from '../../jobs/use-job.ts'
import { Asked } from '../../shell/asked.tsx'
import { words } from '../../words/words.ts'
import { Duplicates } from '../plan/duplicates.tsx'
import { DocumentsComing } from './documents-coming.tsx'
import { Failures } from './failures.tsx'

type Props = {
  id: string
  job: string
  /** How many files are still to be read or recognised, and for how many of those nothing goes on. */
  waiting: number
  unattended: number
}

/** What became of uploads, while it becomes that: the job, the documents, what failed, and the report. */
export function BatchProgress({ id, job, waiting, unattended }: Props) {
  const answer = useJob(job)
  return (
    <section>
      <h2>{words.coming.title}</h2>
      <Asked of={answer}>
        {(told) => {
          const goesOn = isUnderWay(told) || waiting > unattended
          const every = goesOn ? 3000 : false
          return (
            <>
              <JobProgress job={told} />
              {!isUnderWay(told) && <Unrecognised waiting={waiting} unattended={unattended} />}
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
