import type { Reply } from '../api/ask.ts'
import { sayCount, sayLeft } from '../upload/measure.ts'
import { words } from '../words/words.ts'
import styles from './jobs.module.css'

type Job = Reply<'readJob'>

/** How far a job is: its state, what is done of how much, how quickly and for how long still, and what went wrong. */
export function JobProgress({ job }: { job: Job }) {
  const { kind, state, done, total, message, error, perSecond, secondsLeft } = job
  const says = words.jobs
  const units = says.units[kind] ?? says.units.extract
  const count = total === null || state === 'done' ? (total ?? done) : null
  const isFailed = state === 'failed' || (state === 'done' && hasFailures(job))
  return (
    <>
      <p className={styles.state}>
        <span className={`tag ${isFailed ? 'refuted' : state === 'done' ? 'agrees' : ''}`}>
          {says.states[state] ?? state}
        </span>
        {(done > 0 || (total ?? 0) > 0) && (
          <span>
            {count !== null
              ? `${sayCount(count)} ${count === 1 ? units[0] : units[1]}`
              : `${says.of(sayCount(done), sayCount(total ?? 0))} ${units[1]}`}
          </span>
        )}
        {state === 'running' && perSecond !== null && <span>{sayRate(perSecond, units[1])}</span>}
        {state === 'running' && secondsLeft !== null && <span>{says.left(sayLeft(secondsLeft))}</span>}
      </p>
      {state === 'running' && (
        <progress
          className={styles.bar}
          aria-label={says.progress}
          {...(total !== null && { value: done, max: Math.max(1, total) })}
        />
      )}
      {message !== null && <p className={isFailed ? styles.wrong : 'soft'}>{message}</p>}
      {error !== null && <p className={styles.wrong}>{error}</p>}
    </>
  )
}

/** Whether a job is done though some of its files failed. */
export const hasFailures = ({ kind, state, message }: Job): boolean =>
  state === 'done' && (kind === 'ingest' || kind === 'bulk') && message !== null

const sayRate = (perSecond: number, units: string): string =>
  perSecond >= 1
    ? words.jobs.aSecond(sayCount(Number(perSecond.toPrecision(2))), units)
    : words.jobs.aMinute(sayCount(Number((perSecond * 60).toPrecision(2))), units)
