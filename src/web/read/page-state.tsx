import { Link } from 'wouter'
import { words } from '../words/words.ts'
import styles from './page-state.module.css'
import type { PageWithText } from './use-page.ts'

const says = words.read
/** Below so much, 0–100, a page was recognised badly. */
const doubtfulBelow = 80

/** How things stand with a page and its text, where that is to be known before it is believed. */
export function PageState({ page, correctAt }: { page: PageWithText; correctAt: string | null }) {
  const { recognition, fault, remark, confidence, text, withheld } = page
  const isMachine = text?.layer === 'ocr'
  const states: { kind: 'wait' | 'wrong' | 'note'; says: string; why?: string | null }[] = []
  if (withheld) states.push({ kind: 'wait', says: sayWithheld(withheld) })
  if (page.own) states.push({ kind: 'wait', says: words.withhold.hasClass })
  if (page.redactions) states.push({ kind: 'wait', says: words.withhold.hasRedactions })
  if (page.width === null && !withheld?.whole && !fault && recognition !== 'wanted')
    states.push({ kind: 'note', says: says.noScan })
  if (recognition === 'wanted' && !text) states.push({ kind: 'wait', says: says.waiting })
  if (recognition === 'missing') states.push({ kind: 'wrong', says: says.waitsFor, why: fault })
  if (recognition === 'failed') states.push({ kind: 'wrong', says: says.failed, why: fault })
  else if (fault && recognition !== 'missing')
    states.push({ kind: 'wrong', says: says.unpictured, why: fault })
  if (remark) states.push({ kind: 'note', says: remark })
  if (isMachine && confidence !== null)
    states.push(
      confidence < doubtfulBelow
        ? { kind: 'wrong', says: says.doubtful(confidence) }
        : { kind: 'note', says: says.machine(confidence) },
    )
  if (states.length === 0) return null
  return (
    <div className={styles.states} role="status">
      {states.map(({ kind, says: said, why }) => (
        <p key={said} className={styles[kind]}>
          {said}
          {why && <> {why}</>}
          {kind === 'wrong' && isMachine && correctAt && (
            <>
              {' '}
              <Link href={correctAt}>{says.correct}</Link>
            </>
          )}
        </p>
      ))}
    </div>
  )
}

const sayWithheld = ({ whole, until, reasons }: NonNullable<PageWithText['withheld']>) =>
  words.withhold.sentence(whole ? words.withhold.withheldPage : words.withhold.withheldParts, until, reasons)

/** What stands where a text would: why there is none. */
export function NoText({
  page,
  layer,
  onBest,
}: {
  page: PageWithText
  layer: string | null
  onBest: () => void
}) {
  if (page.layers.length > 0 && layer)
    return (
      <p className="soft">
        {says.notInLayer(layer)}{' '}
        <button type="button" className="link" onClick={onBest}>
          {says.bestText}
        </button>
      </p>
    )
  if (page.withheld?.whole || page.recognition === 'wanted' || page.recognition === 'missing') return null
  return <p className="soft">{says.noText}</p>
}
