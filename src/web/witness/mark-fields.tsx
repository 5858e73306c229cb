import type { Reply } from '../api/ask.ts'
import { CitationFields } from '../claim/citation-fields.tsx'
import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import grid from '../forms/grid.module.css'
import { TextField } from '../forms/text-field.tsx'
import { useDateReading } from '../forms/use-date-reading.ts'
import { Pick } from '../pick/pick.tsx'
import { words } from '../words/words.ts'
import { dateParts, inferredIn, type MarkDraft } from './mark-draft.ts'
import { SpotFields } from './spot-fields.tsx'

const says = words.witness.mark

type Props = Editing<MarkDraft> & { witness: Reply<'listWitnesses'>['items'][number] }

/** All that is said of a mark: what stands there, when it was made and how that is known, by whom, and where it is. */
export function MarkFields({ draft, set, error, witness }: Props) {
  const thing = (kind: 'agent' | 'place') => (
    <Pick
      kind={kind}
      label={says.parts[kind]}
      value={draft[kind]}
      onChange={(id) => set(kind, id)}
      error={faultAt(error, kind)}
    />
  )
  return (
    <>
      <div className={grid.fields}>
        <ChoiceField
          label={says.parts.kind}
          value={draft.kind}
          choices={Object.entries(words.provenance.mark.kind)}
          onChange={(kind) => set('kind', kind)}
        />
        <div className={grid.wide}>
          <TextField
            label={says.parts.reading}
            hint={says.readingHint}
            rows={2}
            value={draft.reading}
            onChange={(reading) => set('reading', reading)}
            error={faultAt(error, 'reading')}
          />
        </div>
        <DateField
          label={says.parts.asRead}
          hint={says.asReadHint}
          value={draft.asRead}
          onChange={(asRead) => set('asRead', asRead)}
          error={faultAt(error, 'asRead')}
        />
        <DateField
          label={says.parts.date}
          hint={says.dateHint}
          value={draft.date}
          onChange={(date) => set('date', date)}
          error={faultAt(error, 'date') ?? faultAt(error, 'inferred')}
        />
        <div className={grid.wide}>
          <InferredFields {...{ draft, set, error }} />
        </div>
        {thing('agent')}
        {thing('place')}
      </div>
      <SpotFields {...{ draft, set, error, witness }} />
      <CitationFields
        citations={draft.sources}
        onChange={(sources) => set('sources', sources)}
        error={error}
      />
    </>
  )
}

/** What of the date does not stand there: it follows from how it was read, or is said where nothing is said of that. */
function InferredFields({ draft, set, error }: Editing<MarkDraft>) {
  const date = useDateReading(draft.date)?.edtf ?? null
  const asRead = useDateReading(draft.asRead)?.edtf ?? null
  if (date === null) return null
  const isRead = draft.asRead.trim() !== ''
  const inferred = isRead && asRead !== null ? inferredIn(asRead, date, []) : draft.inferred
  return (
    <>
      {isRead ? (
        <p role="status">{inferred.length > 0 && words.provenance.mark.inferred(inferred)}</p>
      ) : (
        <fieldset className={grid.set}>
          <legend>{says.parts.inferred}</legend>
          {dateParts.map((part) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={draft.inferred.includes(part)}
                onChange={({ target }) =>
                  set(
                    'inferred',
                    dateParts.filter((one) => (one === part ? target.checked : draft.inferred.includes(one))),
                  )
                }
              />
              {says.dateParts[part]}
            </label>
          ))}
        </fieldset>
      )}
      {inferred.length > 0 && (
        <TextField
          label={says.parts.because}
          hint={says.becauseHint}
          rows={2}
          value={draft.because}
          onChange={(because) => set('because', because)}
          error={faultAt(error, 'because')}
        />
      )}
    </>
  )
}
