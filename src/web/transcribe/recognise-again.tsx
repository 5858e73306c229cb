import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { ask, type Input, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import type { PageWithText } from './use-transcription.ts'

type Languages = NonNullable<Input<'recognisePage'>['body']>['languages']
const ended = ['done', 'failed', 'cancelled']

/** Has a page recognised anew, in languages that somebody knows better than was guessed. */
export function RecogniseAgain({ document, page }: { document: string; page: PageWithText }) {
  const id = useId()
  const kept = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [job, setJob] = useState<Reply<'recognisePage'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const here = useAsked('readRecognition', {}, { when: isOpen })
  const follow = useAsked(
    'readJob',
    { params: { jobId: job?.id ?? '' } },
    { when: job !== null, every: job && !ended.includes(job.state) ? 700 : false },
  )
  const state = follow.data?.state ?? job?.state ?? null

  useEffect(() => {
    if (follow.data && ended.includes(follow.data.state)) {
      setJob(follow.data)
      if (follow.data.state === 'done') void kept.invalidateQueries({ queryKey: ['listDoubtfulPages'] })
    }
  }, [follow.data, kept])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const written = String(new FormData(event.currentTarget).get('languages'))
    // The archive says itself where it takes fewer.
    const languages = written.split(/[\s,;]+/).filter(Boolean) as Languages
    setError(null)
    try {
      const params = { documentId: document, number: page.number }
      setJob(await ask('recognisePage', { params, body: { languages } }))
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.transcribe.again}</summary>
      <form onSubmit={submit}>
        <p className="soft">{words.transcribe.againSays}</p>
        <div className="field">
          <label htmlFor={id}>{words.transcribe.languages}</label>
          <input
            id={id}
            name="languages"
            defaultValue={page.text?.language ?? ''}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
          />
          <span className="hint" id={`${id}-hint`}>
            {words.transcribe.languagesHint}{' '}
            {here.data && words.transcribe.languagesHere(here.data.languages.join(', '))}
          </span>
        </div>
        {error !== null && <Trouble error={error} />}
        <div className="row">
          <button type="submit" disabled={state !== null && !ended.includes(state)}>
            {words.transcribe.recognise}
          </button>
          <span role="status" className="soft">
            {state === 'done' && words.transcribe.recognised}
            {state !== null && !ended.includes(state) && words.transcribe.recognising}
          </span>
          {state === 'done' && (
            <button
              type="button"
              onClick={() => void kept.invalidateQueries({ queryKey: ['transcribe', document, page.number] })}
            >
              {words.transcribe.showIt}
            </button>
          )}
        </div>
        {state === 'failed' && (
          <p role="alert">
            {words.transcribe.notRecognised} {follow.data?.error}
          </p>
        )}
      </form>
    </details>
  )
}
