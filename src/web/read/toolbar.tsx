import type { ShownDocument } from '../document/document-frame.tsx'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import type { Opened } from './beside.tsx'
import { Choice } from './choice.tsx'
import { PageTurner } from './page-turner.tsx'
import { SearchInside } from './search-inside.tsx'
import styles from './toolbar.module.css'
import type { Hits } from './use-hits.ts'
import type { PageWithText } from './use-page.ts'
import type { Reading } from './use-read-address.ts'
import { type View, views } from './use-view.ts'
import type { ReadWitness } from './use-witnesses.ts'

type Props = {
  document: ShownDocument
  witnesses: readonly ReadWitness[]
  witness: ReadWitness
  page: PageWithText
  number: number
  reading: Reading
  hits: Hits
  /** Which hit of the page is looked at, and how many it has. */
  at: number | null
  places: number
  view: View
  isRail: boolean
  /** How many annotations the page has, and whether they are shown beside it. */
  notes: number
  isNotes: boolean
  onStep: (isForward: boolean) => void
  onView: (view: View) => void
  onRail: () => void
  onNotes: () => void
  onOpen: (opened: Opened) => void
}

const says = words.read

/** Over the page: the ways through the document, what is shown of it, and what one takes away from it. */
export function Toolbar(props: Props) {
  const { document, witnesses, witness, page, number, reading, hits, at, places } = props
  const { view, isRail, notes, isNotes, onStep, onView, onRail, onNotes, onOpen } = props
  const { address, change, turnTo, hrefOf } = reading
  const { may } = useSession()
  const opens = (what: Opened, label: string) => (
    <button type="button" aria-haspopup="dialog" onClick={() => onOpen(what)}>
      {label}
    </button>
  )
  return (
    <section className={styles.bar} aria-label={says.tools}>
      <button type="button" aria-pressed={isRail} onClick={onRail}>
        {says.thumbnails}
      </button>
      <PageTurner
        documentId={document.id}
        witness={address.witness}
        number={number}
        label={page.number === number ? page.label : null}
        pages={witness.pages}
        hrefOf={hrefOf}
        onGo={turnTo}
      />
      {witnesses.length > 1 && (
        <select
          className={styles.witness}
          aria-label={says.witness}
          value={witness.id}
          onChange={({ target }) => {
            const chosen = witnesses.find(({ id }) => id === target.value)
            const otherwise = { witness: chosen?.isFirst ? null : target.value, layer: null }
            if (chosen) reading.goTo(Math.min(number, chosen.pages), otherwise)
          }}
        >
          {witnesses
            .filter(({ pages }) => pages > 0)
            .map(({ id, label, pages }) => (
              <option key={id} value={id}>
                {says.witnessPages(label, pages)}
              </option>
            ))}
        </select>
      )}
      <SearchInside hits={hits} at={at} here={places} onAsk={(q) => change({ q })} onStep={onStep} />
      <div className={styles.ways}>
        <Choice
          label={says.views}
          options={views.map((one) => [one, says[one]] as const)}
          chosen={view}
          onChoose={onView}
        />
        <button
          type="button"
          id="show-notes"
          className={styles.notes}
          aria-expanded={isNotes}
          aria-controls={isNotes ? 'page-notes' : undefined}
          onClick={onNotes}
        >
          {says.annotate}
          {notes > 0 && (
            <>
              <span className={styles.count} aria-hidden="true">
                {notes}
              </span>
              <span className="unseen"> ({says.annotationsHere(notes)})</span>
            </>
          )}
        </button>
        {opens('link', says.link)}
        {opens('cite', says.cite)}
        {opens('download', says.download)}
        {may('archivist') && opens('withhold', words.withhold.open)}
        <span className={styles.keys}>{opens('keys', says.keys)}</span>
      </div>
    </section>
  )
}
