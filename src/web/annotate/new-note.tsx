import { useEffect, useState } from 'react'
import type { Box } from '../scan/box.ts'
import { useSession } from '../session/use-session.ts'
import type { Passage } from '../text/passage.ts'
import { words } from '../words/words.ts'
import { BegunNotes } from './begun-notes.tsx'
import { draftKey } from './note-drafts.ts'
import { NoteForm } from './note-form.tsx'
import styles from './notes.module.css'
import { QuoteField } from './quote-field.tsx'
import { RegionFields } from './region-fields.tsx'
import { useNoteWriting } from './use-notes.ts'
import type { Beginning, PageNotesState } from './use-page-notes.ts'
import { type Said, writeNote } from './write-note.ts'

type Props = {
  state: PageNotesState
  /** The words that are selected in the text. */
  selected: Passage | null
  /** The form is closed: with the annotation that was written, if one was. */
  onDone: (id: string | null) => void
}

/** The ways to begin an annotation, and the form for the one that was begun. */
export function NewNote({ state, selected, onDone }: Props) {
  const { document, page, drawing, setDrawing, beginning, setBeginning } = state
  const text = page.text?.content ?? ''
  const language = page.text?.language ?? undefined
  const { add } = useNoteWriting()
  const { session } = useSession()
  const who = session?.signedIn ? session.id : ''
  const [typed, setTyped] = useState<Passage | null>(null)
  const stop = (written: string | null) => {
    setBeginning(null)
    setTyped(null)
    onDone(written)
  }

  useEffect(() => {
    if (!drawing) return
    const key = (event: KeyboardEvent) => event.key === 'Escape' && setDrawing(false)
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [drawing, setDrawing])

  async function save(said: Said) {
    if (!beginning) return
    if (beginning.kind === 'words' && !typed) throw new Error(words.annotate.notFound)
    const box = beginning.kind === 'region' ? beginning.box : null
    const source = `${location.origin}/api/v1/documents/${document}/pages/${page.number}`
    const added = await add(document, writeNote({ source, text, passage, box }, said))
    stop(added.id)
  }

  const passage =
    beginning?.kind === 'passage' ? beginning.passage : beginning?.kind === 'words' ? typed : null
  if (beginning) {
    const of: Beginning = passage ? { kind: 'passage', passage } : beginning
    const about = { beginning: of, quote: passage && text.slice(passage.start, passage.end) }
    return (
      <NoteForm
        key={state.name}
        draft={{ key: draftKey(who, 'new', page.id, state.name), about }}
        label={words.annotate.about[beginning.kind === 'words' ? 'passage' : beginning.kind]}
        onSave={save}
        focused={beginning.kind !== 'words'}
        onCancel={() => stop(null)}
      >
        <h3>{words.annotate.about[beginning.kind === 'words' ? 'passage' : beginning.kind]}</h3>
        {beginning.kind === 'passage' && (
          <blockquote className={styles.quote} lang={language}>
            {text.slice(beginning.passage.start, beginning.passage.end)}
          </blockquote>
        )}
        {beginning.kind === 'words' && <QuoteField text={text} onFound={setTyped} />}
        {beginning.kind === 'region' && (
          <RegionFields
            box={beginning.box}
            width={page.width ?? 0}
            height={page.height ?? 0}
            onChange={(box) => setBeginning({ kind: 'region', box })}
          />
        )}
      </NoteForm>
    )
  }
  return (
    <div className={styles.ways}>
      <BegunNotes who={who} state={state} />
      <div className="row">
        {text !== '' && (
          <button
            type="button"
            className={selected ? 'main' : undefined}
            // The selection stays where it is while the button is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() =>
              setBeginning(selected ? { kind: 'passage', passage: selected } : { kind: 'words' })
            }
          >
            {selected ? words.annotate.thePassage : words.annotate.byWords}
          </button>
        )}
        {state.hasScan && (
          <button type="button" aria-pressed={drawing} onClick={() => setDrawing(!drawing)}>
            {drawing ? words.annotate.stopDrawing : words.annotate.theRegion}
          </button>
        )}
        <button type="button" onClick={() => setBeginning({ kind: 'page' })}>
          {words.annotate.thePage}
        </button>
      </div>
      {selected && (
        <blockquote className={styles.quote} lang={language}>
          {text.slice(selected.start, selected.end).slice(0, 300)}
        </blockquote>
      )}
      <p role="status" className="soft small">
        {drawing && words.annotate.drawing}
      </p>
      {drawing && (
        <button
          type="button"
          className="link"
          onClick={() => setBeginning({ kind: 'region', box: middleOf(page) })}
        >
          {words.annotate.region}
        </button>
      )}
    </div>
  )
}

/** Where a region begins that is given in numbers. */
const middleOf = ({ width, height }: { width: number | null; height: number | null }): Box => [
  Math.round((width ?? 0) / 4),
  Math.round((height ?? 0) / 4),
  Math.round((width ?? 0) / 2),
  Math.round((height ?? 0) / 8),
]
