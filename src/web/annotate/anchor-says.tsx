import { Link } from 'wouter'
import { to } from '../paths.ts'
import { sliceByCodePoints } from '../text/code-points.ts'
import { words } from '../words/words.ts'
import type { Note } from './note.ts'
import styles from './notes.module.css'

/** Says where a passage stands, unless it stands where it was: that it moved, that nobody can tell, or that it is lost. */
export function AnchorSays({ note, text }: { note: Note; text: string | null }) {
  const { anchor, revision, document, number, id } = note
  if (!anchor || anchor.state === 'anchored') return null
  const { state } = anchor
  const says =
    state === 'ambiguous'
      ? words.annotate.ambiguousSays(anchor.candidates.length)
      : words.annotate[`${state}Says`]
  const instead = state === 'orphaned' ? anchor.suggestion : null
  return (
    <div className={styles.says} data-anchor={state}>
      <p>
        <span className={`tag ${state === 'orphaned' ? 'refuted' : 'disputed'}`}>
          {words.annotate[state]}
        </span>{' '}
        {says}{' '}
        {revision && document && number !== null && (
          <Link href={to.page(document, number, { revision, note: id })}>{words.annotate.seeRevision}</Link>
        )}
      </p>
      {instead && text !== null && (
        <p>
          {words.annotate.suggested}{' '}
          <q lang={note.quoteLanguage ?? undefined}>{sliceByCodePoints(text, instead.start, instead.end)}</q>
        </p>
      )}
    </div>
  )
}
