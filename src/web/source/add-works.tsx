import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import styles from '../forms/form.module.css'
import { FormButtons } from '../forms/form-buttons.tsx'
import { onceKeys } from '../forms/once-key.ts'
import { Opens } from '../forms/opens.tsx'
import { useUnsaved } from '../forms/use-unsaved.ts'
import { to } from '../paths.ts'
import { sayWork } from '../provenance/things.ts'
import { useSession } from '../session/use-session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { PasteFields } from './paste-fields.tsx'
import { usePasting } from './use-pasting.ts'
import { draftOfWork, type Work, workOf } from './work-draft.ts'
import { WorkFields } from './work-fields.tsx'

const says = words.source
const ways = ['paste', 'form'] as const
type Outcome = { work: Work; id: string | null; error: unknown }

/** For archivists: a button that opens the form for works, one that is filled in, or as many as are pasted and kept. */
export function AddWorks() {
  const { may } = useSession()
  if (!may('archivist')) return null
  return <Opens label={says.addMany}>{(close) => <Form onClose={close} />}</Opens>
}

function Form({ onClose }: { onClose: () => void }) {
  const kept = useQueryClient()
  const [keysOf] = useState(() => new Map<string, ReturnType<typeof onceKeys>>())
  const [way, setWay] = useState<string>('paste')
  const [draft, setDraft] = useState(() => draftOfWork({ type: 'book' }))
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const pasting = usePasting({ isMany: true })
  useUnsaved(outcomes.length === 0 && (pasting.text !== '' || draft.title !== ''))

  /** Adds a work, once however often it is tried. */
  async function add(work: Work): Promise<Outcome> {
    const name = JSON.stringify(work)
    const keys = keysOf.get(name) ?? onceKeys()
    keysOf.set(name, keys)
    return ask('addSource', { body: work, headers: keys(work) }).then(
      ({ id }) => ({ work, id, error: null }),
      (refused: unknown) => ({ work, id: null, error: refused }),
    )
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      const works = way === 'paste' ? await pasting.readAll() : [await workOf(draft)]
      const done: Outcome[] = []
      for (const work of works) done.push(await add(work))
      await kept.invalidateQueries()
      const [only] = done
      if (way === 'form' && only?.error) setError(only.error)
      else setOutcomes(done)
    } catch (refused) {
      setError(refused)
    }
    setBusy(false)
  }
  const refused = outcomes.filter((one) => one.error !== null)
  if (outcomes.length > 0 && refused.length === 0) return <Added outcomes={outcomes} onClose={onClose} />
  return (
    <form className={styles.form} aria-label={says.addMany} onSubmit={submit}>
      <p className={styles.title}>{says.addMany}</p>
      <ChoiceField
        label={says.way}
        value={way}
        choices={ways.map((one) => [one, says.ways[one]])}
        onChange={setWay}
      />
      {way === 'form' ? (
        <WorkFields
          draft={draft}
          error={error}
          onChange={(field, value) => setDraft((now) => ({ ...now, [field]: value }))}
        />
      ) : (
        <PasteFields pasting={pasting} error={error} />
      )}
      {error !== null && <Trouble error={error} />}
      {refused.length > 0 && (
        <div role="alert">
          <p>{says.someRefused(outcomes.length - refused.length, refused.length)}</p>
          {refused.map((one) => (
            <section key={JSON.stringify(one.work)}>
              <p>{nameOf(one.work)}</p>
              <Trouble error={one.error} />
            </section>
          ))}
        </div>
      )}
      <FormButtons send={words.pick.add} disabled={busy} onClose={onClose} />
    </form>
  )
}

function Added({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  return (
    <section className={styles.form} aria-label={says.addMany}>
      <p role="status">{says.added(outcomes.length)}</p>
      <ul>
        {outcomes.map(({ id, work }) => (
          <li key={id}>{id && <Link href={to.source(id)}>{nameOf(work)}</Link>}</li>
        ))}
      </ul>
      <button type="button" onClick={onClose}>
        {says.done}
      </button>
    </section>
  )
}

const nameOf = (work: Work): string => sayWork({ title: '', ...work }) || says.untitled
