import { DateField } from '../../forms/date-field.tsx'
import { faultAt } from '../../forms/faults.ts'
import { Field } from '../../forms/field.tsx'
import { words } from '../../words/words.ts'
import type { ForAll } from './for-all.ts'
import styles from './plan.module.css'

type Props = { value: ForAll; error: unknown; onChange: (value: ForAll) => void }

/** What is said of each document of uploads that does not say it itself. */
export function ForAllFields({ value, error, onChange }: Props) {
  const set = (name: keyof ForAll) => (said: string) => onChange({ ...value, [name]: said })
  const text = (name: 'creator' | 'type' | 'language' | 'collection', label: string, hint?: string) => (
    <Field label={label} hint={hint} error={faultAt(error, `all.${name}`)}>
      {(tied) => (
        <input {...tied} type="text" value={value[name]} onChange={({ target }) => set(name)(target.value)} />
      )}
    </Field>
  )
  const { fields, hints, visibilities } = words.describe
  return (
    <details className={styles.folds}>
      <summary>{words.plan.all}</summary>
      {text('creator', fields.creator, hints.creator)}
      <DateField
        label={fields.date}
        hint={hints.date}
        value={value.date}
        error={faultAt(error, 'all.date')}
        onChange={set('date')}
      />
      {text('type', fields.type, hints.type)}
      {text('language', fields.language, hints.language)}
      {text('collection', words.plan.collection, words.plan.collectionHint)}
      <Field label={fields.visibility}>
        {(tied) => (
          <select
            {...tied}
            value={value.visibility}
            onChange={({ target }) => set('visibility')(target.value)}
          >
            <option value="">{words.plan.asUsual}</option>
            {Object.entries(visibilities)
              .filter(([key]) => key !== 'public' && key !== 'embargoed')
              .map(([key, said]) => (
                <option key={key} value={key}>
                  {said}
                </option>
              ))}
          </select>
        )}
      </Field>
    </details>
  )
}
