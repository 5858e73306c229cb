import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../api/ask.ts'
import { to } from '../paths.ts'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { ArchivistsOnly } from '../upload/archivists-only.tsx'
import { words } from '../words/words.ts'
import styles from './import-screen.module.css'

const says = words.table

/** Brings a table of documents; then it leads to what becomes of its rows. */
export function ImportScreen() {
  return (
    <Screen title={says.title} narrow>
      <ArchivistsOnly>
        <p>{says.lead}</p>
        <TableForm />
        <p>{says.columns}</p>
        <pre className={styles.example}>
          <code>
            {says.example}
            {'\n'}
            {says.exampleRow}
          </code>
        </pre>
      </ArchivistsOnly>
    </Screen>
  )
}

function TableForm() {
  const id = useId()
  const [, go] = useLocation()
  const [isSent, setIsSent] = useState(false)
  const [error, setError] = useState<unknown>(null)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const table = given.get('table')
    if (!(table instanceof File)) return
    const body = new FormData()
    for (const name of ['dryRun', 'keepUnknown'] as const) if (given.has(name)) body.set(name, 'true')
    body.set('files', table)
    setIsSent(true)
    setError(null)
    ask('addImport', { body })
      .then((begun) => go(to.imported(begun.id)))
      .catch((problem) => {
        setIsSent(false)
        setError(problem)
      })
  }
  return (
    <form className="sheet" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-table`}>{says.choose}</label>
        <input
          id={`${id}-table`}
          name="table"
          type="file"
          required
          accept=".csv,.tsv,.txt,.jsonl,.ndjson,text/csv,application/jsonl"
          aria-describedby={`${id}-hint`}
        />
        <span className="hint" id={`${id}-hint`}>
          {says.chooseHint}
        </span>
      </div>
      {(['dryRun', 'keepUnknown'] as const).map((name) => (
        <p key={name}>
          <label>
            <input type="checkbox" name={name} /> {says[name]}
          </label>
        </p>
      ))}
      <button type="submit" className="main" disabled={isSent}>
        {isSent ? says.beginning : says.begin}
      </button>
      {error !== null && <Trouble error={error} />}
    </form>
  )
}
