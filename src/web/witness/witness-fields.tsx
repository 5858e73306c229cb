import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import grid from '../forms/grid.module.css'
import { TextField } from '../forms/text-field.tsx'
import { Pick } from '../pick/pick.tsx'
import { words } from '../words/words.ts'
import type { WitnessDraft } from './witness-draft.ts'

const says = words.witness
const known = words.provenance.witness

/** All that is said of a bearer of the text. */
export function WitnessFields({ draft, set, error }: Editing<WitnessDraft>) {
  const text = (part: 'label' | 'kind' | 'shelfmark' | 'language' | 'custody') => ({
    label: says.parts[part],
    value: draft[part],
    onChange: (value: string) => set(part, value),
    error: faultAt(error, part),
  })
  return (
    <div className={grid.fields}>
      <div className={grid.wide}>
        <TextField {...text('label')} hint={says.labelHint} />
      </div>
      <TextField {...text('kind')} hint={says.kindHint} />
      <ChoiceField
        label={says.parts.transmission}
        value={draft.transmission}
        choices={says.transmissions.map((one) => [one, one])}
        empty={says.notSaid}
        onChange={(value) => set('transmission', value)}
      />
      <HolderFields {...{ draft, set, error }} />
      <TextField {...text('shelfmark')} />
      <Pick
        kind="collection"
        label={says.parts.collection}
        value={draft.collection}
        onChange={(value) => set('collection', value)}
        error={faultAt(error, 'collection')}
      />
      <PlaceFields {...{ draft, set, error }} />
      <HeadingFields {...{ draft, set, error }} />
      <TextField {...text('language')} hint={words.pick.languageHint} />
      <DateField
        label={says.parts.date}
        value={draft.date}
        onChange={(value) => set('date', value)}
        error={faultAt(error, 'date')}
      />
      <div className={grid.wide}>
        <TextField {...text('custody')} rows={2} hint={says.custodyHint} />
      </div>
    </div>
  )
}

function HolderFields({ draft: { holder }, set, error }: Editing<WitnessDraft>) {
  return (
    <>
      <ChoiceField
        label={says.holderIs}
        value={holder.which}
        choices={[
          ['agent', words.claim.kinds.agent ?? ''],
          ['text', words.claim.kinds.text ?? ''],
        ]}
        onChange={(which) => set('holder', { ...holder, which })}
      />
      {holder.which === 'agent' ? (
        <Pick
          kind="agent"
          label={says.parts.holder}
          value={holder.agent}
          onChange={(agent) => set('holder', { ...holder, agent })}
          error={faultAt(error, 'holder')}
        />
      ) : (
        <TextField
          label={says.parts.holder}
          value={holder.text}
          onChange={(text) => set('holder', { ...holder, text })}
          error={faultAt(error, 'holder')}
        />
      )}
    </>
  )
}

function PlaceFields({ draft: { printedIn }, set, error }: Editing<WitnessDraft>) {
  const kind = printedIn.which === 'document' ? 'document' : 'source'
  return (
    <fieldset className={`${grid.set} ${grid.wide}`}>
      <legend>{says.parts.printedIn}</legend>
      <div className={grid.fields}>
        <ChoiceField
          label={words.claim.which}
          value={kind}
          choices={(['source', 'document'] as const).map((one) => [one, words.claim.kinds[one] ?? one])}
          onChange={(which) => set('printedIn', { ...printedIn, which })}
        />
        <Pick
          key={kind}
          kind={kind}
          label={words.claim.fields[kind] ?? kind}
          value={printedIn[kind]}
          onChange={(id) => set('printedIn', { ...printedIn, [kind]: id })}
          error={faultAt(error, `printedIn.${kind}`) ?? faultAt(error, 'printedIn')}
        />
        <TextField
          label={words.claim.locator}
          hint={words.claim.locatorHint}
          value={printedIn.locator}
          onChange={(locator) => set('printedIn', { ...printedIn, locator })}
          error={faultAt(error, 'printedIn.locator')}
        />
      </div>
    </fieldset>
  )
}

function HeadingFields({ draft: { headingAsPrinted: heading }, set, error }: Editing<WitnessDraft>) {
  const change = (part: Partial<typeof heading>) => set('headingAsPrinted', { ...heading, ...part })
  return (
    <fieldset className={`${grid.set} ${grid.wide}`}>
      <legend>{says.parts.headingAsPrinted}</legend>
      <div className={grid.fields}>
        <div className={grid.wide}>
          <TextField
            label={says.headingText}
            hint={says.headingHint}
            value={heading.text}
            onChange={(text) => change({ text })}
            error={faultAt(error, 'headingAsPrinted.text')}
          />
        </div>
        <ChoiceField
          label={words.claim.fields.status ?? ''}
          value={heading.status}
          choices={Object.entries(known.headingStatus)}
          onChange={(status) => change({ status })}
        />
        <Pick
          kind="document"
          label={words.claim.fields.names ?? ''}
          hint={says.namesHint}
          value={heading.names}
          onChange={(names) => change({ names })}
          error={faultAt(error, 'headingAsPrinted.names')}
        />
      </div>
    </fieldset>
  )
}
