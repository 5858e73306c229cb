import { type FormEvent, useId } from 'react'
import { Link, useSearchParams } from 'wouter'
import { addressOf } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'
import { BringNotes } from './bring-notes.tsx'
import type { Note } from './note.ts'
import { NoteCard } from './note-card.tsx'
import styles from './notes-list.module.css'
import { sliceOf } from './use-notes.ts'

const names = ['q', 'tag', 'motivation', 'by'] as const
type Filtering = { [name in (typeof names)[number]]?: string }
const kinds = Object.keys(words.annotate.motivations)

/** Annotations of a document, or of all, by what the address asks for: words, a tag, a kind, who wrote them. */
export function NotesList({ document }: { document: string | null }) {
  const [asked, setAsked] = useSearchParams()
  const filter: Filtering = {}
  for (const name of names) filter[name] = asked.get(name) || undefined
  const query = { ...filter, cursor: asked.get('cursor') ?? undefined, limit: 25 }
  const ofDocument = useAsked(
    'listDocumentAnnotations',
    { params: { documentId: document ?? '' }, query },
    { when: document !== null, keep: true },
  )
  const ofAll = useAsked('listAnnotations', { query }, { when: document === null, keep: true })
  const isFiltered = names.some((name) => filter[name])
  const at = (cursor: string | null) => {
    const next = new URLSearchParams(asked)
    if (cursor) next.set('cursor', cursor)
    else next.delete('cursor')
    setAsked(next)
  }
  return (
    <>
      <Filter filter={filter} onFilter={(next) => setAsked(next)} />
      <Asked of={document === null ? ofAll : ofDocument}>
        {(answer) => {
          const { notes, total, next } = sliceOf(answer)
          return (
            <>
              <p role="status" className="soft">
                {total !== null && total > 0 && words.annotate.count(total)}
                {total === 0 && (isFiltered ? words.annotate.nothingFound : words.annotate.nothing)}
              </p>
              {notes.length === 0 && !isFiltered && <p>{words.annotate.nothingSays}</p>}
              <ol className={styles.list}>
                {notes.map((note) => (
                  <li key={note.iri}>
                    <NoteCard note={note} where={<Where note={note} titled={document === null} />} />
                  </li>
                ))}
              </ol>
              {notes.length > 0 && <Export document={document} filter={filter} />}
              <div className="row">
                {query.cursor && (
                  <button type="button" onClick={() => at(null)}>
                    {words.annotate.first}
                  </button>
                )}
                {next && (
                  <button type="button" onClick={() => at(next)}>
                    {words.annotate.next}
                  </button>
                )}
              </div>
            </>
          )
        }}
      </Asked>
      <BringNotes />
    </>
  )
}

/** All that the address asks for, to take away. */
function Export({ document, filter: query }: { document: string | null; filter: Filtering }) {
  const params = { documentId: document ?? '' }
  const csv = document
    ? addressOf('exportDocumentAnnotationsAsCsv', { params, query })
    : addressOf('exportAnnotationsAsCsv', { query })
  const jsonld = document
    ? addressOf('exportDocumentAnnotationsAsJsonLd', { params, query })
    : addressOf('exportAnnotationsAsJsonLd', { query })
  return (
    <p className="row">
      {words.annotate.takeAway}
      <a href={csv} download>
        {words.annotate.csv}
      </a>
      <a href={jsonld} download>
        {words.annotate.jsonld}
      </a>
    </p>
  )
}

function Where({ note, titled }: { note: Note; titled: boolean }) {
  const { document, title, number, label, id } = note
  if (document === null) return null
  const page = number === null ? null : words.document.page(label ?? String(number))
  const says = [titled && title, page].filter(Boolean).join(', ') || title
  return (
    <Link href={number === null ? to.notes(document) : to.page(document, number, { note: id })}>{says}</Link>
  )
}

type FilterProps = {
  filter: Record<string, string | undefined>
  onFilter: (next: Record<string, string>) => void
}

function Filter({ filter, onFilter }: FilterProps) {
  const id = useId()
  const { session } = useSession()
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const next: Record<string, string> = {}
    for (const name of names) {
      const value = String(given.get(name) ?? '').trim()
      if (value !== '') next[name] = value
    }
    onFilter(next)
  }
  return (
    <search>
      <form key={JSON.stringify(filter)} className={styles.filter} onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-q`}>{words.annotate.q}</label>
          <input id={`${id}-q`} name="q" type="search" defaultValue={filter.q} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-tag`}>{words.annotate.tag}</label>
          <input id={`${id}-tag`} name="tag" defaultValue={filter.tag} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{words.annotate.kind}</label>
          <select id={`${id}-kind`} name="motivation" defaultValue={filter.motivation ?? ''}>
            <option value="">{words.annotate.anyKind}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.annotate.motivations[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-by`}>{words.annotate.writer}</label>
          <input id={`${id}-by`} name="by" defaultValue={filter.by} autoComplete="off" />
        </div>
        <div className={`row ${styles.buttons}`}>
          <button type="submit" className="main">
            {words.annotate.find}
          </button>
          {session?.signedIn && (
            <button type="button" onClick={() => onFilter({ by: session.id })}>
              {words.annotate.mine}
            </button>
          )}
          {names.some((name) => filter[name]) && (
            <button type="button" onClick={() => onFilter({})}>
              {words.annotate.clear}
            </button>
          )}
        </div>
      </form>
    </search>
  )
}
