import { DateField } from '../forms/date-field.tsx'
import { Field } from '../forms/field.tsx'
import { words } from '../words/words.ts'
import type { FieldName } from './draft.ts'
import { GroupField } from './group-field.tsx'

type Props = {
  name: FieldName
  value: string
  error: string | null
  onChange: (name: FieldName, value: string) => void
}

const long: readonly FieldName[] = ['abstract', 'identifiers', 'subjects']

/** One of the fields of a description. */
export function DescriptionField({ name, value, error, onChange }: Props) {
  const label = words.describe.fields[name]
  const hint = words.describe.hints[name]
  const change = (typed: string) => onChange(name, typed)
  if (name === 'date') return <DateField {...{ label, hint, error, name, value }} onChange={change} />
  if (name === 'group') return <GroupField {...{ value, error }} onChange={change} />
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => {
        const common = {
          ...tied,
          name,
          value,
          onChange: ({ target }: { target: { value: string } }) => change(target.value),
        }
        if (name === 'visibility')
          return (
            <select {...common}>
              {Object.entries(words.describe.visibilities).map(([key, said]) => (
                <option key={key} value={key}>
                  {said}
                </option>
              ))}
            </select>
          )
        if (long.includes(name)) return <textarea {...common} rows={name === 'abstract' ? 6 : 3} />
        return (
          <input {...common} type={name === 'embargoUntil' ? 'date' : 'text'} required={name === 'title'} />
        )
      }}
    </Field>
  )
}
