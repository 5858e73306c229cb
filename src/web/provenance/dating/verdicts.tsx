import { useState } from 'react'
import { words } from '../../words/words.ts'
import { Citations } from '../citations.tsx'
import type { Claim } from '../claims.ts'
import { type Dating, inOrder } from './choose.ts'
import styles from './dating-section.module.css'
import type { Pointing } from './use-pointing.ts'

const says = words.provenance
const signs = { agrees: '✓', possible: '~', refuted: '✕', unresolvable: '?' }
const many = 30

type Props = {
  dating: Dating
  claims: ReadonlyMap<string, Claim>
  pointing: Pointing
}

/** Every date that is claimed, with the verdict on it, why, and who says so; what is refuted is struck out. */
export function Verdicts({ dating, claims, pointing }: Props) {
  const [limit, setLimit] = useState(many)
  const verdicts = inOrder(dating.claims)
  if (verdicts.length === 0) return <p className="soft">{says.dating.noClaims}</p>
  return (
    <>
      <ul className={styles.list}>
        {verdicts.slice(0, limit).map((verdict) => {
          const { claim: id, dated, because } = verdict
          const claim = claims.get(id)
          return (
            <li key={id} id={`dating-${id}`} tabIndex={-1} {...pointing.at(id)}>
              <span className={styles.sign} aria-hidden="true">
                {signs[verdict.verdict]}
              </span>
              <p className={styles.sentence}>
                <a href={`#claim-${id}`}>{verdict.verdict === 'refuted' ? <s>{dated}</s> : dated}</a>{' '}
                <span className={`tag ${verdict.verdict}`}>{says.verdict[verdict.verdict]}</span>
                {claim?.polarity === 'denied' && <span className="tag">{says.claim.denied}</span>}
                {claim?.rank === 'preferred' && (
                  <span className="tag agrees">{says.claim.rank.preferred}</span>
                )}
              </p>
              <p className={verdict.verdict === 'refuted' ? styles.because : 'soft'}>{sentenceOf(verdict)}</p>
              {because.length > 0 && (
                <ul className={styles.rests}>
                  {because.slice(0, 5).map(({ step }) => (
                    <li key={step}>
                      <a href={`#dating-step-${step}`}>{says.dating.step(step)}</a>
                    </li>
                  ))}
                </ul>
              )}
              {claim && claim.sources.length > 0 && <Citations of={claim.sources} />}
            </li>
          )
        })}
      </ul>
      {limit < verdicts.length && (
        <button type="button" onClick={() => setLimit(limit + 200)}>
          {says.description.shownOthers(Math.min(200, verdicts.length - limit))}
        </button>
      )}
    </>
  )
}

/** The verdict's own sentence, unless it would name a great many steps. */
function sentenceOf({ verdict, because, says: sentence }: Dating['claims'][number]): string {
  const [first] = because
  if (verdict !== 'refuted' || !first || first.days === 0 || because.length <= 3) return sentence
  return says.dating.refutedByMany(first.step, first.says, because.length - 1)
}
