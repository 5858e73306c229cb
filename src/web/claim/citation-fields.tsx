import { useRef } from 'react'
import { ChoiceField } from '../forms/choice-field.tsx'
import { faultAt } from '../forms/faults.ts'
import grid from '../forms/grid.module.css'
import { TextField } from '../forms/text-field.tsx'
import { Pick } from '../pick/pick.tsx'
import { words } from '../words/words.ts'
import { type CitationDraft, noCitation } from './claim-draft.ts'
import styles from './claim-form.module.css'

const says = words.claim
const stances = ['states', 'reports', 'supports', 'disputes'] as const

type Props = {
  citations: readonly CitationDraft[]
  onChange: (citations: CitationDraft[]) => void
  error: unknown
}

/** The sources under a statement: each found or made, with where in it and in which words it says so. */
export function CitationFields({ citations, onChange, error }: Props) {
  const all = useRef<HTMLFieldSetElement>(null)
  const change = (at: number, part: Partial<CitationDraft>) =>
    onChange(citations.map((one, index) => (index === at ? { ...one, ...part } : one)))
  // What takes the focus is there when the list has been drawn anew.
  const focus = (find: (within: HTMLElement) => HTMLElement | null | undefined) =>
    setTimeout(() => all.current && find(all.current)?.focus())
  return (
    <fieldset ref={all} className={styles.sources}>
      <legend>{says.sources}</legend>
      {citations.length === 0 && <p className="soft small">{says.noSources}</p>}
      {citations.map((citation, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source may stand in the list twice
        <fieldset key={at} className={styles.source}>
          <legend>{says.source(at + 1)}</legend>
          <div className={grid.fields}>
            <div className={grid.wide}>
              <Pick
                kind="source"
                label={says.theSource}
                hint={says.sourceHint}
                value={citation.source}
                onChange={(source) => change(at, { source })}
                required
                error={faultAt(error, `sources.${at}.source`)}
              />
            </div>
            <TextField
              label={says.locator}
              hint={says.locatorHint}
              value={citation.locator}
              onChange={(locator) => change(at, { locator })}
              error={faultAt(error, `sources.${at}.locator`)}
            />
            <ChoiceField
              label={says.stance}
              value={citation.stance}
              choices={stances.map((one) => [one, words.provenance.claim.stance[one]])}
              onChange={(stance) => change(at, { stance: stances.find((one) => one === stance) ?? 'states' })}
            />
            <div className={grid.wide}>
              <TextField
                label={says.quote}
                rows={2}
                value={citation.quote}
                onChange={(quote) => change(at, { quote })}
                error={faultAt(error, `sources.${at}.quote`)}
              />
            </div>
          </div>
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange(citations.filter((_, index) => index !== at))
              focus((within) => within.querySelector<HTMLElement>(`:scope > button`))
            }}
          >
            {says.removeSource(at + 1)}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        onClick={() => {
          onChange([...citations, noCitation])
          focus((within) => [...within.querySelectorAll<HTMLElement>('[role=combobox]')].at(-1))
        }}
      >
        {says.addSource}
      </button>
    </fieldset>
  )
}
