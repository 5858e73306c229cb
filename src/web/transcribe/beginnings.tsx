import { useId } from 'react'
import { useSearchParams } from 'wouter'
import type { ShownDocument } from '../document/document-frame.tsx'
import { words } from '../words/words.ts'
import { type PageWithText, targetOf } from './use-transcription.ts'

/** Chooses with which of the page's texts to begin, where there is more than one, and says what it becomes. */
export function Beginnings(props: { document: ShownDocument; page: PageWithText; dirty: boolean }) {
  const { page, dirty } = props
  const [, setAsked] = useSearchParams()
  const id = useId()
  const layer = page.text?.layer ?? 'none'
  if (page.layers.length === 0) return null
  const choose = (chosen: string) =>
    setAsked((now) => {
      const next = new URLSearchParams(now)
      next.set('layer', chosen)
      return next
    })
  return (
    <div className="row">
      {page.layers.length > 1 && (
        <>
          <label htmlFor={id}>{words.transcribe.from}</label>
          <select id={id} value={layer} disabled={dirty} onChange={({ target }) => choose(target.value)}>
            {page.layers.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </>
      )}
      {targetOf(layer) !== layer && <span className="soft small">{words.transcribe.becomes}</span>}
    </div>
  )
}

const nameOf = (layer: string): string =>
  words.transcribe.layers[layer] ?? words.transcribe.translation(layer.replace('translation:', ''))
