import { type KeyboardEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import { to } from '../paths.ts'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import styles from './branch.module.css'
import { Parts } from './parts.tsx'
import { type ItemOf, useListed } from './use-listed.ts'

type Unit = ItemOf<'listCollections'>

const says = words.browse
const byCode = new Intl.Collator('en', { numeric: true })
/** Of few units the next ones are shown at once. */
const few = 8
/** What was opened or closed stays so while one looks elsewhere. */
const kept = new Map<string, boolean>()

/** The units directly within one, or those within none; each opens to show what lies within it. */
export function Branch({ parent, isTop = false }: { parent: string | null; isTop?: boolean }) {
  const listed = useListed('listCollections', { query: { parent: parent ?? '', limit: 100 } })
  return (
    <Parts of={listed} none={isTop ? says.noCollections : says.noUnits}>
      {(units) => (
        <ul className={isTop ? styles.tree : styles.branch}>
          {inOrder(units, listed.query.hasNextPage).map((unit) => (
            <Twig key={unit.id} unit={unit} isOpenAtFirst={isTop && units.length <= few} />
          ))}
        </ul>
      )}
    </Parts>
  )
}

function Twig({ unit, isOpenAtFirst }: { unit: Unit; isOpenAtFirst: boolean }) {
  const { id, title, referenceCode, level, units } = unit
  const within = useId()
  const [isOpen, setOpen] = useState(kept.get(id) ?? isOpenAtFirst)
  const turn = (open: boolean) => {
    kept.set(id, open)
    setOpen(open)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    event.preventDefault()
    turn(event.key === 'ArrowRight')
  }
  return (
    <li>
      <div className={styles.unit}>
        {units > 0 ? (
          <button
            type="button"
            className={`bare ${styles.turn}`}
            aria-expanded={isOpen}
            aria-controls={within}
            aria-label={says.within(title)}
            onClick={() => turn(!isOpen)}
            onKeyDown={press}
          >
            <svg viewBox="0 0 12 12" aria-hidden="true" data-open={isOpen}>
              <path d="M4 2l4 4-4 4" />
            </svg>
          </button>
        ) : (
          <span className={styles.leaf} />
        )}
        <p>
          {referenceCode && <span className={styles.code}>{referenceCode}</span>}{' '}
          <Link href={to.collection(id)} lang={langOfWords(title)}>
            {title}
          </Link>{' '}
          <span className="soft small">
            {says.levels[level]}
            {units > 0 && !isOpen && `, ${says.units(units)}`}
          </span>
        </p>
      </div>
      <div id={within}>{isOpen && units > 0 && <Branch parent={id} />}</div>
    </li>
  )
}

/** By reference code, once all of them are there; as they come until then, so that none moves. */
const inOrder = (units: readonly Unit[], isMore: boolean): readonly Unit[] =>
  isMore
    ? units
    : units.toSorted((a, b) => byCode.compare(a.referenceCode ?? a.title, b.referenceCode ?? b.title))
