import { type ReactNode, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { words } from '../../words/words.ts'
import type { Claim } from '../claims.ts'
import { useWidth } from '../use-width.ts'
import type { Dating } from './choose.ts'
import { DatingPicture } from './dating-picture.tsx'
import styles from './dating-section.module.css'
import { Legend } from './legend.tsx'
import { pictureOf } from './picture.ts'
import { Aside, Steps } from './steps.tsx'
import { type Pointing, usePointing } from './use-pointing.ts'
import { Verdicts } from './verdicts.tsx'

const says = words.provenance.dating

type Props = {
  dating: Dating
  claims: ReadonlyMap<string, Claim>
  /** What else can be done with the picture. */
  tools: ReactNode
}

/** When the document was written, as it follows from all that is known: in words, drawn, and step by step. */
export function DatingSection({ dating, claims, tools }: Props) {
  const pointing = usePointing()
  const { status, date, conflict, withoutInferences, windows, pending } = dating
  const isFreer = JSON.stringify(withoutInferences) !== JSON.stringify(windows)
  return (
    <>
      <p className={styles.says}>
        {capital(dating.says)}{' '}
        <span
          className={`tag ${status === 'conflicting' ? 'refuted' : status === 'inferred' ? 'agrees' : ''}`}
        >
          {says.status[status]}
        </span>
      </p>
      {date.claims.length > 0 && date.says !== dating.says && <p>{says.settled(date.says)}</p>}
      {pending && <p role="status">{says.pending}</p>}
      {conflict && (
        <div className={styles.conflict} role="note">
          {conflict.says}
        </div>
      )}
      <Drawing dating={dating} pointing={pointing} tools={tools} />
      {isFreer && withoutInferences.length > 0 && (
        <p className="soft">
          {says.withoutInferred} {sayBounds(withoutInferences)}.
        </p>
      )}
      <div className={styles.lists}>
        <section aria-labelledby="dating-steps">
          <h3 id="dating-steps">{says.evidence}</h3>
          <Steps dating={dating} claims={claims} pointing={pointing} />
          <Aside dating={dating} claims={claims} />
        </section>
        <section aria-labelledby="dating-claims">
          <h3 id="dating-claims">{says.claimed}</h3>
          <Verdicts dating={dating} claims={claims} pointing={pointing} />
        </section>
      </div>
    </>
  )
}

type Drawing = {
  dating: Dating
  pointing: Pointing
  tools: ReactNode
}

function Drawing({ dating, pointing, tools }: Drawing) {
  const [search, setSearch] = useSearchParams()
  const [place, width] = useWidth<HTMLDivElement>()
  const whole = search.get('scale') === 'whole'
  const all = search.get('lines') === 'all'
  const picture = useMemo(
    () => (width < 200 ? null : pictureOf(dating, { width, whole, all, says })),
    [dating, width, whole, all],
  )
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const refuted = dating.claims.filter(({ verdict }) => verdict === 'refuted').length
  const has = (kind: string) => picture?.axis.segments.some((segment) => segment.kind === kind)
  const isDrawable = hasEnds(dating)
  return (
    <figure className={styles.figure}>
      <div ref={place} className={styles.place} data-drawable={isDrawable}>
        {picture && (
          <DatingPicture
            picture={picture}
            label={says.picture(dating.says, dating.steps.length, refuted)}
            active={pointing.active}
            onActive={pointing.hover}
            onOpen={open}
          />
        )}
      </div>
      {!isDrawable && <p className="soft">{says.nothingToDraw}</p>}
      {!isDrawable && tools}
      {isDrawable && (
        <figcaption className={styles.caption}>
          <div className={`${styles.tools} no-print`}>
            <fieldset className="row">
              <legend className="unseen">{says.scale}</legend>
              <button type="button" aria-pressed={!whole} onClick={() => set('scale', null)}>
                {says.near}
              </button>
              <button type="button" aria-pressed={whole} onClick={() => set('scale', 'whole')}>
                {says.whole}
              </button>
            </fieldset>
            {(all || (picture?.hidden ?? 0) > 0) && (
              <button type="button" aria-pressed={all} onClick={() => set('lines', all ? null : 'all')}>
                {all ? says.telling : says.everything(picture?.hidden ?? 0)}
              </button>
            )}
            {tools}
          </div>
          <Legend />
          <p className="small soft">
            {has('gap') && says.left} {has('squeezed') && says.squeezed} {says.gregorian}
          </p>
        </figcaption>
      )}
    </figure>
  )
}

const hasEnds = ({ steps, claims, windows }: Dating) =>
  [
    ...windows,
    ...steps.flatMap(({ bound }) => bound.windows),
    ...claims.flatMap((claim) => claim.windows),
  ].some(({ earliest, latest }) => earliest !== null || latest !== null)

/** Brings the words of a row into view, and the focus with them. */
function open(key: string) {
  const item = document.getElementById(`dating-${key}`)
  item?.scrollIntoView({ block: 'nearest' })
  item?.focus({ preventScroll: true })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

function sayBounds(windows: Dating['windows']): string {
  const said = (end: string | null) => {
    if (end === null) return '…'
    const date = /^\d{4}-/.test(end) ? new Date(`${end}T00:00Z`) : null
    return date && !Number.isNaN(date.getTime()) ? day.format(date) : end
  }
  return windows.map(({ earliest, latest }) => `${said(earliest)} – ${said(latest)}`).join('; ')
}
