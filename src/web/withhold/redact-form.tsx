import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { ask } from '../api/ask.ts'
import { Field } from '../forms/field.tsx'
import { TextField } from '../forms/text-field.tsx'
import type { PageWithText } from '../read/use-page.ts'
import { Trouble } from '../shell/trouble.tsx'
import type { Passage } from '../text/passage.ts'
import { words } from '../words/words.ts'
import type { PageAt } from './page-at.ts'
import type { Redacting } from './use-redacting.ts'
import styles from './withhold.module.css'
import { isTelling, type Standing, WordsStanding } from './words-standing.tsx'

const says = words.withhold

type Props = { at: PageAt; page: PageWithText; selected: Passage | null; redacting: Redacting }

/** Withholds words and a region, for a reason. */
export function RedactForm({ at, page, selected, redacting }: Props) {
  const { documentId, number, witness } = at
  const id = useId()
  const kept = useQueryClient()
  const chosen = selected && page.text ? page.text.content.slice(selected.start, selected.end) : ''
  const [quote, setQuote] = useState(chosen || redacting.begun.quote)
  const [because, setBecause] = useState(redacting.begun.because)
  const [tells, setTells] = useState(false)
  const [until, setUntil] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ quote: string; standing: Standing } | null>(null)
  const { box } = redacting
  const isWarned = told !== null && told.quote === quote && isTelling(told.standing)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      if (quote.trim() === '' && !box) throw new Error(says.nothing)
      const quotes = quote.trim() === '' ? [] : [quote.trim()]
      const where = { params: { documentId, number }, query: { witness } }
      if (quotes.length > 0 && told?.quote !== quote) {
        const standing = await ask('findWordsToRedact', { ...where, body: { quotes: [quote.trim()] } })
        setTold({ quote, standing })
        if (isTelling(standing)) return
      }
      // The generated types know no tuples.
      const what = { regions: box ? [[...box] as never[]] : [], quotes }
      const body = { ...what, because, tells, until: until === '' ? null : until }
      await ask('redactPage', { ...where, body })
      setQuote('')
      setTold(null)
      setBecause('')
      redacting.forget()
      await kept.invalidateQueries()
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={says.words} hint={says.wordsHint} value={quote} onChange={setQuote} />
      {redacting.canDraw && (
        <div className="row">
          <span>
            {says.region}
            {box && `: ${box.join(', ')}`}
          </span>
          <button type="button" onClick={() => redacting.draw({ quote, because })}>
            {box ? says.drawAgain : says.draw}
          </button>
        </div>
      )}
      <TextField
        label={says.because}
        hint={says.becauseHint}
        value={because}
        onChange={setBecause}
        required
      />
      <div className="row">
        <input id={id} type="checkbox" checked={tells} onChange={({ target }) => setTells(target.checked)} />
        <label htmlFor={id}>{says.tells}</label>
      </div>
      <Field label={says.until} hint={says.untilHint}>
        {(tied) => (
          <input {...tied} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        )}
      </Field>
      {error !== null && <Trouble error={error} />}
      {isWarned && <WordsStanding standing={told.standing} />}
      <button type="submit" className="main" disabled={busy}>
        {isWarned ? says.redactAnyway : says.redact}
      </button>
    </form>
  )
}
