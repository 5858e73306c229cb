import { words } from '../../words/words.ts'
import type { Claim } from '../claims.ts'
import type { Dating } from './choose.ts'
import styles from './dating-section.module.css'
import { RestsOn } from './rests-on.tsx'
import type { Pointing } from './use-pointing.ts'

const says = words.provenance.dating

type Props = {
  dating: Dating
  claims: ReadonlyMap<string, Claim>
  pointing: Pointing
}

/** Each step of the dating as a sentence, with what it rests on; pointing at one shows its bar, and the other way round. */
export function Steps({ dating: { steps, conflict }, claims, pointing }: Props) {
  if (steps.length === 0) return <p className="soft">{says.noSteps}</p>
  return (
    <ol className={styles.list}>
      {steps.map(({ n, says: sentence, inferred, ...on }) => {
        const key = `step-${n}`
        return (
          <li key={n} id={`dating-${key}`} tabIndex={-1} {...pointing.at(key)}>
            <span className={styles.number} data-clashes={conflict?.steps.includes(n) ?? false}>
              <span className="unseen">{words.provenance.dating.step(n)}: </span>
              <span aria-hidden="true">{n}</span>
            </span>
            <p className={styles.sentence}>{sentence}</p>
            {inferred.length > 0 && <span className="tag">{says.inferredPart(inferred)}</span>}
            <RestsOn on={on} claims={claims} />
          </li>
        )
      })}
    </ol>
  )
}

/** What looks like evidence and is none, with the reason. */
export function Aside({ dating: { aside }, claims }: Pick<Props, 'dating' | 'claims'>) {
  if (aside.length === 0) return null
  return (
    <details>
      <summary>
        {says.aside} ({aside.length})
      </summary>
      <ul className={styles.list}>
        {aside.map((one) => (
          <li key={`${one.says} ${one.claims.join()} ${one.marks.join()}`}>
            <p className={styles.sentence}>{one.says}</p>
            <RestsOn on={one} claims={claims} />
          </li>
        ))}
      </ul>
    </details>
  )
}
