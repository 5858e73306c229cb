import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { onceKeys } from '../forms/once-key.ts'
import { useSession } from '../session/use-session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './bring-notes.module.css'
import { annotationLists } from './use-notes.ts'

const says = words.annotate
type Report = Reply<'importAnnotations'>
/** The rest is in the answer of the archive, and seldom another rule. */
const mostRefused = 50

/** Brings annotations of a file, having told what would come of them. */
export function BringNotes() {
  const { may } = useSession()
  if (!may('annotator')) return null
  return (
    <details className="sheet">
      <summary>{says.bring}</summary>
      <BringForm />
    </details>
  )
}

function BringForm() {
  const id = useId()
  const kept = useQueryClient()
  const keyOf = useMemo(onceKeys, [])
  const [doing, setDoing] = useState<'look' | 'bring' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [report, setReport] = useState<Report | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const isDry = submitter instanceof HTMLButtonElement && submitter.value === 'look'
    const file = new FormData(event.currentTarget).get('file')
    if (!(file instanceof File)) return
    setDoing(isDry ? 'look' : 'bring')
    setError(null)
    setReport(null)
    try {
      setReport(await bring(await file.text(), isDry))
      if (!isDry) for (const name of annotationLists) await kept.invalidateQueries({ queryKey: [name] })
    } catch (refused) {
      setError(refused)
    }
    setDoing(null)
  }

  async function bring(text: string, isDry: boolean): Promise<Report> {
    const query = { dryRun: isDry ? ('true' as const) : undefined }
    const isJson = /^\ufeff?\s*[[{]/.test(text)
    const headers = { 'Content-Type': isJson ? 'application/json' : 'text/csv', ...(!isDry && keyOf(text)) }
    const body: object = new Blob([text.replace(/^\ufeff/, '')])
    // The generated types know of JSON alone.
    return ask('importAnnotations', { query, headers, body: body as Record<string, unknown> })
  }

  return (
    <>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-file`}>{says.bringFile}</label>
          <input
            id={`${id}-file`}
            name="file"
            type="file"
            required
            accept=".jsonld,.json,.csv,application/ld+json,application/json,text/csv"
            aria-describedby={`${id}-hint`}
            onChange={() => setReport(null)}
          />
          <span className="hint" id={`${id}-hint`}>
            {says.bringHint}
          </span>
        </div>
        <div className="row">
          <button type="submit" value="look" disabled={doing !== null}>
            {doing === 'look' ? says.looking : says.bringLook}
          </button>
          <button type="submit" className="main" value="bring" disabled={doing !== null}>
            {doing === 'bring' ? says.bringing : says.bringDo}
          </button>
        </div>
      </form>
      {error !== null && <Trouble error={error} />}
      <div role="status" className={styles.told}>
        {report && <Told report={report} />}
      </div>
    </>
  )
}

function Told({ report: { counts, items } }: { report: Report }) {
  const isDry = counts.wouldAdd !== undefined
  const refused = items.filter(({ outcome }) => outcome === 'refused')
  return (
    <>
      <h2>{isDry ? says.wouldBring : says.brought}</h2>
      <p>
        {[
          isDry ? says.outcomes['would-add'](counts.wouldAdd ?? 0) : says.outcomes.added(counts.added),
          says.outcomes.known(counts.known),
          says.outcomes.refused(counts.refused),
        ].join(' · ')}
      </p>
      {refused.length > 0 && (
        <dl aria-label={says.refusedTitle}>
          {refused.slice(0, mostRefused).map(({ index, via, errors }) => (
            <div key={index}>
              <dt>{says.refusedAt(index + 1, via)}</dt>
              {errors.map(({ path, message }) => (
                <dd key={`${path} ${message}`}>{path === '' ? message : `${path}: ${message}`}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {refused.length > mostRefused && <p>{says.refusedMore(refused.length - mostRefused)}</p>}
    </>
  )
}
