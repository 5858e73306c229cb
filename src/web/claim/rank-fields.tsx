import { ChoiceField } from '../forms/choice-field.tsx'
import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import { words } from '../words/words.ts'
import type { ClaimDraft } from './claim-draft.ts'
import styles from './claim-form.module.css'

const says = words.claim
const reasons = Object.entries(words.provenance.claim.reasons)

/** Whether a claim is preferred to others, or deprecated and why. */
export function RankFields({ draft, set, error }: Editing<ClaimDraft>) {
  const fault = faultAt(error, 'reasons')
  return (
    <>
      <ChoiceField
        label={says.rank}
        hint={says.rankHints[draft.rank]}
        value={draft.rank}
        choices={Object.entries(says.ranks)}
        onChange={(rank) => set('rank', rank)}
      />
      {draft.rank === 'deprecated' && (
        <fieldset>
          <legend>{says.reasons}</legend>
          <div className={styles.reasons}>
            {reasons.map(([reason, label]) => (
              <label key={reason}>
                <input
                  type="checkbox"
                  checked={draft.reasons.includes(reason)}
                  onChange={({ target }) =>
                    set(
                      'reasons',
                      target.checked
                        ? [...draft.reasons, reason]
                        : draft.reasons.filter((one) => one !== reason),
                    )
                  }
                />
                {label}
              </label>
            ))}
          </div>
          {fault && <p className="wrong">{fault}</p>}
        </fieldset>
      )}
    </>
  )
}
