import { type FormEvent, useId } from 'react'
import { edtfOfYear, yearOf } from '../time/bars.ts'
import { TimeHistogram } from '../time/time-histogram.tsx'
import { words } from '../words/words.ts'
import { type Asked, changed, dateModes, isDated } from './asked.ts'
import styles from './time-filter.module.css'
import type { Results } from './use-results.ts'

const says = words.search.time
const number = new Intl.NumberFormat('en-GB')
const binNames = ['undated', 'openStart', 'openEnd', 'vague'] as const

type Props = {
  asked: Asked
  found: Pick<Results, 'histogram' | 'histogramBins'>
  onAsk: (asked: Asked, options?: { replace?: boolean }) => void
}

/** When: the histogram and its years to choose, by pointer, arrow keys or in words; and what it means to lie in them. */
export function TimeFilter({ asked, found, onAsk }: Props) {
  const id = useId()
  const { dateFrom, dateTo } = asked
  const bins = binNames.filter((bin) => found.histogramBins[bin] > 0)
  if (found.histogram.length === 0 && bins.length === 0 && !isDated(asked)) return null

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const edtf = (name: string) => String(given.get(name) ?? '').trim() || undefined
    onAsk(changed(asked, { dateFrom: edtf('from'), dateTo: edtf('to') }))
  }
  return (
    <section className={styles.time} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        {says.title}
      </h2>
      <TimeHistogram
        years={found.histogram}
        from={yearOf(dateFrom)}
        to={yearOf(dateTo)}
        onChoose={(from, to, isStep) =>
          onAsk(changed(asked, { dateFrom: edtfOfYear(from), dateTo: edtfOfYear(to) }), {
            replace: !isStep && isDated(asked),
          })
        }
      />
      {bins.length > 0 && (
        <p className={styles.bins}>
          {bins.map((bin) => says.bins[bin](number.format(found.histogramBins[bin]))).join(' · ')}
        </p>
      )}
      <form key={`${dateFrom} ${dateTo}`} className={styles.fields} onSubmit={submit}>
        <label htmlFor={`${id}-from`}>{says.from}</label>
        <span className={styles.years}>
          <input
            id={`${id}-from`}
            name="from"
            defaultValue={dateFrom}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
          />
          <label htmlFor={`${id}-to`}>{says.to}</label>
          <input
            id={`${id}-to`}
            name="to"
            defaultValue={dateTo}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
          />
          <button type="submit">{says.set}</button>
        </span>
        <span id={`${id}-hint`} className="unseen">
          {says.hint}
        </span>
        <label htmlFor={`${id}-mode`}>{says.mode}</label>
        <select
          id={`${id}-mode`}
          value={asked.dates ?? 'possible'}
          onChange={({ target }) => {
            const mode = dateModes.find((one) => one === target.value)
            onAsk(changed(asked, { dates: mode === 'possible' ? undefined : mode }))
          }}
        >
          {dateModes.map((mode) => (
            <option key={mode} value={mode}>
              {says.modes[mode]}
            </option>
          ))}
        </select>
        {isDated(asked) && (
          <span className={styles.check}>
            <input
              id={`${id}-undated`}
              type="checkbox"
              checked={asked.undated === 'true'}
              onChange={({ target }) =>
                onAsk(changed(asked, { undated: target.checked ? 'true' : undefined }))
              }
            />
            <label htmlFor={`${id}-undated`}>{says.undated}</label>
          </span>
        )}
        {isDated(asked) && (
          <span className={styles.buttons}>
            <button
              type="button"
              className="link"
              onClick={() =>
                onAsk(changed(asked, { dateFrom: undefined, dateTo: undefined, undated: undefined }))
              }
            >
              {says.clear}
            </button>
          </span>
        )}
      </form>
    </section>
  )
}
