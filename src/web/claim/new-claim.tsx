import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import type { NewClaimOf } from '../api/types.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { onceKeys } from '../forms/once-key.ts'
import { useFocusFirst } from '../forms/use-focus-first.ts'
import { useUnsaved } from '../forms/use-unsaved.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { type ClaimDraft, newClaim, sayingOf } from './claim-draft.ts'
import { ClaimFields } from './claim-fields.tsx'
import styles from './claim-form.module.css'
import { goToClaim } from './go-to-claim.ts'
import { type Property, saidValue } from './value-draft.ts'

const says = words.claim

type Props = {
  subject: NewClaimOf['subject']
  /** The properties that it can have. */
  properties: readonly Property[]
}

/** A button that opens the form in which something is said of a thing. */
export function NewClaim(props: Props) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    // The button is there again once the form is gone.
    setTimeout(() => opener.current?.focus())
  }
  return isOpen ? (
    <NewClaimForm {...props} onClose={close} onAdded={() => setOpen(false)} />
  ) : (
    <button ref={opener} type="button" className={styles.add} onClick={() => setOpen(true)}>
      {says.add}
    </button>
  )
}

function NewClaimForm(props: Props & { onClose: () => void; onAdded: () => void }) {
  const { subject, properties, onClose, onAdded } = props
  const kept = useQueryClient()
  const [keys] = useState(onceKeys)
  const [property, setProperty] = useState<Property | null>(null)
  const [draft, setDraft] = useState<ClaimDraft | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const form = useFocusFirst<HTMLFormElement>()
  useUnsaved(draft !== null)

  const choose = (name: string) => {
    const chosen = properties.find((one) => one.name === name) ?? null
    setProperty(chosen)
    setError(null)
    setDraft(chosen && { ...newClaim(chosen), ...(draft && { sources: draft.sources, note: draft.note }) })
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!property || !draft || busy) return
    setBusy(true)
    setError(null)
    try {
      const value = await saidValue(property, draft.value)
      const body = { subject, property: property.name, value, ...sayingOf(draft, draft) }
      const added = await ask('addClaim', { body, headers: keys(body) })
      await kept.invalidateQueries()
      onAdded()
      goToClaim(added.id)
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }
  return (
    <form ref={form} className={styles.form} aria-label={says.add} onSubmit={submit}>
      <h3>{says.add}</h3>
      <ChoiceField
        label={says.property}
        value={property?.name ?? ''}
        choices={properties.map(({ name, label }) => [name, label])}
        empty={says.chooseProperty}
        onChange={choose}
      />
      {property && draft && (
        <ClaimFields
          key={property.name}
          property={property}
          draft={draft}
          set={(part, value) => setDraft((now) => now && { ...now, [part]: value })}
          error={error}
        />
      )}
      {error !== null && <Trouble error={error} />}
      <div className="row">
        <button type="submit" className="main" disabled={busy || !property}>
          {says.record}
        </button>
        <button type="button" onClick={onClose}>
          {words.forms.cancel}
        </button>
      </div>
    </form>
  )
}
