import { useState } from 'react'
import { EditForm } from '../forms/edit-form.tsx'
import { goTo } from '../forms/go-to.ts'
import { Citations } from '../provenance/citations.tsx'
import type { Claim } from '../provenance/claims.ts'
import { Value } from '../provenance/value.tsx'
import { words } from '../words/words.ts'
import { type ClaimDraft, type ClaimPart, draftOfClaim } from './claim-draft.ts'
import { ClaimFields } from './claim-fields.tsx'
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
export function ReviseForm({ claim: shown, property, only, onClose }: Props) {
  // Begun with; what others said meanwhile is merged when it is saved, and replaces nothing while it is written.
  const [claim] = useState(shown)
  return (
    <EditForm<ClaimDraft>
      title={only ? says.judge : says.revise}
      id={claim.id}
      of={() => claimRevision(property)}
      shown={draftOfClaim(property, claim)}
      labels={says.parts}
      show={(part, draft) => show(part, property.name, draft)}
      onSaved={(id, from) => {
        onClose()
        goTo(`claim-${id}`, from)
      }}
      onClose={onClose}
    >
      {(editing) =>
        only ? (
          <>
            <RankFields {...editing} />
            <NoteField {...editing} label={says.why} />
          </>
        ) : (
          <ClaimFields {...editing} property={property} />
        )
      }
    </EditForm>
  )
}

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
