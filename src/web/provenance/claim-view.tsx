import type { ReactNode } from 'react'
import { usePerson } from '../people/person.tsx'
import { words } from '../words/words.ts'
import { Citations } from './citations.tsx'
import styles from './claim-view.module.css'
import type { Claim } from './claims.ts'
import { Value } from './value.tsx'
import { when } from './when.ts'

const says = words.provenance.claim

type Props = {
  claim: Claim
  /** A date in words. */
  dated?: string
  /** What it has taken the place of, newest first. */
  earlier?: readonly Claim[]
  /** An earlier version itself: struck out. */
  isPast?: boolean
  /** What can be done with it. */
  acts?: ReactNode
}

/** One claim with all that stands behind it; `#claim-…` leads here. */
export function ClaimView({ claim, dated, earlier = [], isPast = false, acts }: Props) {
  const { id, rank, polarity, nature, certainty, reasons, note, recordedBy, recordedAt, sources } = claim
  const by = usePerson(recordedBy)
  const isOut = isPast || rank === 'deprecated'
  return (
    <article id={`claim-${id}`} tabIndex={-1} className={styles.claim} data-rank={rank}>
      <p className={styles.value}>
        {polarity === 'denied' && <span className="tag refuted">{says.denied}</span>}{' '}
        {isOut ? (
          <s>
            <Value claim={claim} dated={dated} />
          </s>
        ) : (
          <Value claim={claim} dated={dated} />
        )}{' '}
        {rank !== 'normal' && (
          <span className={rank === 'preferred' ? 'tag agrees' : 'tag refuted'}>{says.rank[rank]}</span>
        )}{' '}
        {reasons.length > 0 && (
          <span className={styles.reasons}>{reasons.map((reason) => says.reasons[reason]).join(', ')}</span>
        )}{' '}
        {nature !== 'stated' && <span className="tag">{nature}</span>}{' '}
        {certainty !== 'unknown' && <span className="tag">{says.certainty(certainty)}</span>}{' '}
        {isPast && <span className="tag">{says.replaced}</span>}
      </p>
      {note && <p className={styles.note}>{note}</p>}
      {sources.length > 0 ? <Citations of={sources} /> : <p className="soft small">{says.noSources}</p>}
      <p className={`${styles.recorded} soft small`}>
        {says.recorded(by, when(recordedAt))}{' '}
        <a href={`#claim-${id}`} className="no-print" aria-label={says.link}>
          #
        </a>
      </p>
      {acts}
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{words.provenance.description.revised(earlier.length)}</summary>
          {earlier.map((past) => (
            <ClaimView key={past.id} claim={past} isPast />
          ))}
        </details>
      )}
    </article>
  )
}
