import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import { faultAt } from '../forms/faults.ts'
import grid from '../forms/grid.module.css'
import { TextField } from '../forms/text-field.tsx'
import { Pick } from '../pick/pick.tsx'
import { words } from '../words/words.ts'
import {
  alternativesOf,
  type Control,
  controlOf,
  isNeeded,
  type Property,
  presences,
  shownFields,
  type ValueDraft,
} from './value-draft.ts'

const says = words.claim

type Props = {
  property: Property
  draft: ValueDraft
  onChange: (draft: ValueDraft) => void
  error: unknown
}

/** What a claim says, field by field as its property has them. */
export function ValueFields({ property, draft, onChange, error }: Props) {
  const set = (field: string, value: string) => onChange({ ...draft, [field]: value })
  const alternatives = alternativesOf(property)
  const fields =
    draft.presence === 'value'
      ? shownFields(property, draft)
      : property.name === 'identifier'
        ? ['scheme']
        : []
  return (
    <div className={grid.fields}>
      <ChoiceField
        label={says.presence}
        value={draft.presence ?? 'value'}
        choices={presences
          .filter((one) => one !== 'unknown' || property.name !== 'language')
          .map((one) => [one, says.presences[one]])}
        onChange={(presence) => set('presence', presence)}
      />
      {alternatives.length > 1 && draft.presence === 'value' && (
        <ChoiceField
          label={says.which}
          value={draft.which ?? ''}
          choices={alternatives.map((one) => [one, says.kinds[one] ?? one])}
          onChange={(which) => set('which', which)}
        />
      )}
      {fields.map((field) => {
        const control = controlOf(property, field)
        return (
          <div key={field} className={isWide(control, field) ? grid.wide : undefined}>
            <One {...{ property, field, control, error, draft }} onChange={(value) => set(field, value)} />
          </div>
        )
      })}
    </div>
  )
}

type OneProps = {
  property: Property
  field: string
  control: Control
  draft: ValueDraft
  error: unknown
  onChange: (value: string) => void
}

function One({ property, field, control, draft, error, onChange }: OneProps) {
  const isMain = field === draft.which || isNeeded(property, field)
  const common = {
    label: labelOf(property, field),
    value: draft[field] ?? '',
    onChange,
    required: isMain && draft.presence === 'value',
    error: faultAt(error, `value.${field}`),
  }
  if (control === 'choice') {
    const { required, ...rest } = common
    const choices = (property.choices[field] ?? []).map((one) => [one, says.choices[one] ?? one] as const)
    return <ChoiceField {...rest} choices={choices} empty={required ? undefined : says.notSaid} />
  }
  if (control === 'yes')
    return (
      <ChoiceField
        {...common}
        choices={[['true', words.provenance.description.later]]}
        empty={says.notSaid}
      />
    )
  if (control === 'date') {
    const calendar = (['julian', 'unknown'] as const).find((one) => one === draft.calendar)
    return <DateField {...common} calendar={calendar} />
  }
  if (control === 'long') return <TextField {...common} rows={4} />
  if (control === 'number') return <TextField {...common} inputMode="decimal" />
  if (control === 'text') return <TextField {...common} hint={says.hints[field]} />
  return <Pick {...common} kind={control} />
}

const labelOf = (property: Property, field: string): string =>
  (field === 'text' || field === property.name ? property.label : says.fields[field]) ?? field

const isWide = (control: Control, field: string): boolean =>
  !['choice', 'yes', 'number'].includes(control) &&
  !['lang', 'kind', 'scheme', 'script', 'role'].includes(field)
