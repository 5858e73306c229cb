import { type ReactNode, useState } from 'react'
import { words } from '../words/words.ts'
import { ClaimView } from './claim-view.tsx'
import type { Claim, PropertyClaims } from './claims.ts'
import styles from './description.module.css'
import { Value } from './value.tsx'

const says = words.provenance.description
const many = 20

type Props = {
  groups: readonly PropertyClaims[]
  disputed: readonly string[]
  /** The label of a property. */
  label: (property: string) => string
  /** A claim's date in words, by its id. */
  dated: ReadonlyMap<string, string>
  /** What the dating says where no claim does. */
  inferredDate: string | null
  /** The claim that the address names. */
  named: string | null
  /** What can be done with a claim that stands. */
  acts: (claim: Claim) => ReactNode
}

/** The description as people see it, and under each value all claims that there are about it. */
export function Description({ groups, disputed, label, dated, inferredDate, named, acts }: Props) {
  if (groups.length === 0) return <p className="soft">{says.none}</p>
  return (
    <dl className={styles.values}>
      {groups.map((group) => (
        <div key={group.property} className={styles.row} id={`property-${group.property}`}>
          <dt>{label(group.property)}</dt>
          <dd>
            <Shown
              group={group}
              dated={dated}
              isDisputed={disputed.includes(group.property)}
              inferred={group.property === 'date' ? inferredDate : null}
            />
            <Behind {...{ group, dated, named, acts }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Group = { group: PropertyClaims; dated: ReadonlyMap<string, string> }

function Shown({
  group,
  dated,
  isDisputed,
  inferred,
}: Group & { isDisputed: boolean; inferred: string | null }) {
  const { shown, others } = group
  const out = others
    .filter(({ rank, polarity }) => rank === 'deprecated' && polarity === 'asserted')
    .slice(0, 5)
  return (
    <div className={styles.shown}>
      <ul className="plain">
        {shown.slice(0, many).map((claim) => (
          <li key={claim.id}>
            <Value claim={claim} dated={dated.get(claim.id)} />
          </li>
        ))}
        {shown.length > many && <li className="soft">… {says.behind(shown.length)}</li>}
        {shown.length === 0 && (
          <li>
            {inferred ? <a href="#dating">{inferred}</a> : <span className="soft">{says.noValue}</span>}
          </li>
        )}
        {out.map((claim) => (
          <li key={claim.id} className={styles.out}>
            <s>
              <Value claim={claim} dated={dated.get(claim.id)} />
            </s>{' '}
            <span className="tag refuted">{words.provenance.claim.rank.deprecated}</span>
          </li>
        ))}
      </ul>
      {isDisputed && <span className="tag disputed">{says.disputed}</span>}
    </div>
  )
}

function Behind({ group, dated, named, acts }: Group & Pick<Props, 'named' | 'acts'>) {
  const [limit, setLimit] = useState(many)
  const all: Claim[] = [...group.shown, ...group.others]
  const at = all.findIndex(
    ({ id }) => id === named || (group.earlier.get(id)?.some((past) => past.id === named) ?? false),
  )
  const until = Math.max(limit, at + 1)
  return (
    <details className={styles.behind}>
      <summary>
        {says.behind(all.length)}
        <span className="unseen"> · {group.property}</span>
      </summary>
      {all.slice(0, until).map((claim) => (
        <ClaimView
          // Said anew it is the same claim to who is writing of it: a form that is open stays.
          key={group.earlier.get(claim.id)?.at(-1)?.id ?? claim.id}
          claim={claim}
          dated={dated.get(claim.id)}
          earlier={group.earlier.get(claim.id)}
          acts={acts(claim)}
        />
      ))}
      {until < all.length && (
        <button type="button" onClick={() => setLimit(until + 100)}>
          {says.shownOthers(Math.min(100, all.length - until))}
        </button>
      )}
    </details>
  )
}
