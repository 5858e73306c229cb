import { type FormEvent, useState } from 'react'
import { Clash, type Said } from '../forms/clash.tsx'
import { useFocusFirst } from '../forms/use-focus-first.ts'
import { useRevising } from '../forms/use-revising.ts'
import { Citations } from '../provenance/citations.tsx'
import type { Claim } from '../provenance/claims.ts'
import { Value } from '../provenance/value.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { type ClaimDraft, type ClaimPart, draftOfClaim } from './claim-draft.ts'
import { ClaimFields } from './claim-fields.tsx'
import styles from './claim-form.module.css'
import { goToClaim } from './go-to-claim.ts'
import { NoteField } from './note-field.tsx'
import { RankFields } from './rank-fields.tsx'
import { claimRevision } from './revise-claim.ts'
import type { Property } from './value-draft.ts'

const says = words.claim

type Props = {
  claim: Claim
  property: Property
  /** Only its rank and why. */
  only?: 'rank'
  onClose: () => void
}

/** A claim said anew, or only judged anew; what it said before stays in the history. */
export function ReviseForm({ claim, property, only, onClose }: Props) {
  const [revision] = useState(() => claimRevision(property))
  const revising = useRevising(claim.id, revision, draftOfClaim(property, claim))
  const { draft, outcome, begun, busy, set, save, overwrite, takeTheirs } = revising
  const error = outcome?.kind === 'refused' ? outcome.error : null
  const form = useFocusFirst<HTMLFormElement>(begun)
  const title = only ? says.judge : says.revise

  const after = (came: Awaited<ReturnType<typeof save>>) => {
    if (came?.kind !== 'saved' && came?.kind !== 'unchanged') return
    onClose()
    if (came.kind === 'saved') goToClaim(came.id)
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    after(await save())
  }
  const editing = { draft, set, error }
  return (
    <form ref={form} className={styles.form} aria-label={title} onSubmit={submit}>
      <h3>{title}</h3>
      {/* What is typed before the archive has told the newest version would be lost. */}
      <fieldset className={styles.bare} disabled={!begun}>
        {only ? (
          <>
            <RankFields {...editing} />
            <NoteField {...editing} label={says.why} />
          </>
        ) : (
          <ClaimFields {...editing} property={property} />
        )}
      </fieldset>
      {error !== null && <Trouble error={error} />}
      {outcome?.kind === 'clash' && (
        <Clash
          parts={outcome.parts.map((part) => saidOf(part, property.name, outcome.theirs.draft, draft))}
          onOverwrite={async () => after(await overwrite(outcome.theirs))}
          onTakeTheirs={() => takeTheirs(outcome.theirs, outcome.parts)}
        />
      )}
      <div className="row">
        <button type="submit" className="main" disabled={busy || !begun}>
          {words.forms.save}
        </button>
        <button type="button" onClick={onClose}>
          {words.forms.cancel}
        </button>
      </div>
    </form>
  )
}

const saidOf = (part: ClaimPart, property: string, theirs: ClaimDraft, mine: ClaimDraft): Said => ({
  label: says.parts[part],
  theirs: show(part, property, theirs),
  mine: show(part, property, mine),
})

function show(part: ClaimPart, property: string, draft: ClaimDraft) {
  if (part === 'value') return <Value claim={{ property, value: plain(draft.value) }} />
  if (part === 'sources') return draft.sources.length > 0 && <Citations of={[...draft.sources]} />
  if (part === 'reasons') return draft.reasons.join(', ')
  const labels: Partial<Record<ClaimPart, Record<string, string>>> = {
    rank: says.ranks,
    polarity: says.polarities,
    nature: says.natures,
    certainty: says.certainties,
  }
  return labels[part]?.[draft[part]] ?? draft[part]
}

const plain = (value: ClaimDraft['value']) => ({
  ...Object.fromEntries(
    Object.entries(value).filter(([field, said]) => said !== '' && field !== 'presence' && field !== 'which'),
  ),
  ...(value.presence === 'none' && { none: true }),
  ...(value.presence === 'unknown' && { unknown: true }),
})
