import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import { TextField } from '../forms/text-field.tsx'
import type { ClaimDraft } from './claim-draft.ts'

/** What there is to say of a claim in words. */
export function NoteField({ draft, set, error, label }: Editing<ClaimDraft> & { label: string }) {
  return (
    <TextField
      label={label}
      rows={2}
      value={draft.note}
      onChange={(note) => set('note', note)}
      error={faultAt(error, 'note')}
    />
  )
}
