import { useRef, useState } from 'react'
import type { Claim } from '../provenance/claims.ts'
import { words } from '../words/words.ts'
import styles from './claim-form.module.css'
import { ReviseForm } from './revise-form.tsx'
import type { Property } from './value-draft.ts'
import { WithdrawClaim } from './withdraw-claim.tsx'

const says = words.claim
const acts = ['revise', 'judge', 'withdraw'] as const

/** What an archivist can do with a claim that stands. */
export function ClaimActs({ claim, property }: { claim: Claim; property: Property }) {
  const [act, setAct] = useState<(typeof acts)[number] | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const close = () => {
    const at = act === null ? -1 : shown.indexOf(act)
    setAct(null)
    // The buttons are there again once the form is gone.
    setTimeout(() => row.current?.querySelectorAll('button')[at]?.focus())
  }
  const shown = acts.filter((one) => one !== 'withdraw' || claim.rank !== 'deprecated')
  if (act === 'withdraw') return <WithdrawClaim claim={claim} onClose={close} />
  if (act !== null)
    return (
      <ReviseForm
        claim={claim}
        property={property}
        only={act === 'judge' ? 'rank' : undefined}
        onClose={close}
      />
    )
  return (
    <div ref={row} className={styles.acts}>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          className="link"
          aria-describedby={`claim-${claim.id}`}
          onClick={() => setAct(one)}
        >
          {says.acts[one]}
        </button>
      ))}
    </div>
  )
}
