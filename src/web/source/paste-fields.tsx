import { faultAt } from '../forms/faults.ts'
import { Field } from '../forms/field.tsx'
import grid from '../forms/grid.module.css'
import { sayWork } from '../provenance/things.ts'
import { words } from '../words/words.ts'
import type { Pasting } from './use-pasting.ts'

const says = words.source

/** Where BibTeX or CSL-JSON is pasted; what was read of it is shown, to take one or all of it. */
export function PasteFields({ pasting, error }: { pasting: Pasting; error: unknown }) {
  const { text, type, works, fault, isMany, isTaken, take } = pasting
  return (
    <>
      <Field label={says.paste} hint={says.pasteHint} error={fault ?? faultAt(error, 'pasted')}>
        {(tied) => (
          <textarea
            {...tied}
            rows={8}
            required
            spellCheck={false}
            value={text}
            onChange={({ target }) => type(target.value)}
          />
        )}
      </Field>
      <div role="status">
        {works && works.length === 1 && <p>{says.readOne(nameOf(works[0]))}</p>}
        {works && works.length > 1 && <p>{says.readMany(works.length)}</p>}
      </div>
      {works && works.length > 1 && (
        <fieldset className={grid.set}>
          <legend>{isMany ? says.whichOnes : says.whichOne}</legend>
          {works.map((work, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is all that tells works apart
            <label key={at}>
              <input
                type={isMany ? 'checkbox' : 'radio'}
                name="work"
                checked={isTaken(at)}
                onChange={() => take(at)}
              />
              {nameOf(work)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

const nameOf = (work: Readonly<Record<string, unknown>> | undefined): string =>
  sayWork({ title: '', ...work }) || says.untitled
