import { useRef, useState } from 'react'
import { backTo } from '../forms/go-to.ts'
import type { Claim } from '../provenance/claims.ts'
import { Awaited, later } from '../shell/later.tsx'
import { words } from '../words/words.ts'
import styles from './claim-acts.module.css'
import type { Property } from './value-draft.ts'

const ReviseForm = later(() => import('./revise-form.tsx'), 'ReviseForm')
const WithdrawClaim = later(() => import('./withdraw-claim.tsx'), 'WithdrawClaim')

const says = words.claim
const acts = ['revise', 'judge', 'withdraw'] as const

/** What an archivist can do with a claim that stands. */
export function ClaimActs({ claim, property }: { claim: Claim; property: Property }) {
  const [act, setAct] = useState<(typeof acts)[number] | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const close = () => {
    const at = act === null ? -1 : shown.indexOf(act)
    setAct(null)
    backTo(() => row.current?.querySelectorAll('button')[at])
  }
  const shown = acts.filter((one) => one !== 'withdraw' || claim.rank !== 'deprecated')
  if (act !== null)
    return (
      <Awaited>
        {act === 'withdraw' ? (
          <WithdrawClaim claim={claim} onClose={close} />
        ) : (
          <ReviseForm
            claim={claim}
            property={property}
            only={act === 'judge' ? 'rank' : undefined}
            onClose={close}
          />
        )}
      </Awaited>
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
