import { useEffect, useId, useMemo, useState } from 'react'
import type { Passage } from '../text/passage.ts'
import { words } from '../words/words.ts'
import { findPassages } from './write-note.ts'

/** Finds a passage by typing its words, for those who select nothing with a pointer. */
export function QuoteField({ text, onFound }: { text: string; onFound: (passage: Passage | null) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const places = useMemo(() => findPassages(text, typed.trim()), [text, typed])
  const place = places[at % Math.max(1, places.length)] ?? null
  useEffect(() => onFound(place), [place, onFound])
  return (
    <div className="field">
      <label htmlFor={id}>{words.annotate.words}</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it
        autoFocus
        autoComplete="off"
        value={typed}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
      />
      <span className="hint" id={`${id}-hint`} role="status">
        {typed.trim() === ''
          ? words.annotate.wordsHint
          : place
            ? words.annotate.found((at % places.length) + 1, places.length)
            : words.annotate.notFound}
        {place && places.length > 1 && ` … ${text.slice(Math.max(0, place.start - 30), place.end + 30)} …`}
      </span>
      {places.length > 1 && (
        <button type="button" onClick={() => setAt(at + 1)}>
          {words.annotate.nextPlace}
        </button>
      )}
    </div>
  )
}
