import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import { faultAt } from '../forms/faults.ts'
import styles from '../forms/grid.module.css'
import { TextField } from '../forms/text-field.tsx'
import { words } from '../words/words.ts'
import { isPeople, type WorkDraft, type WorkField, workFields } from './work-draft.ts'

const says = words.source
const wide: readonly WorkField[] = ['title', 'author', 'editor', 'issued', 'note']

type Props = {
  draft: WorkDraft
  onChange: (field: WorkField, value: string) => void
  error: unknown
}

/** What is said of a work, variable by variable. */
export function WorkFields({ draft, onChange, error }: Props) {
  return (
    <div className={styles.fields}>
      {workFields.map((name) => (
        <div key={name} className={wide.includes(name) ? styles.wide : undefined}>
          <One {...{ name, draft, onChange, error }} />
        </div>
      ))}
    </div>
  )
}

function One({ name, draft, onChange, error }: Props & { name: WorkField }) {
  const common = {
    label: says.fields[name],
    value: draft[name],
    onChange: (value: string) => onChange(name, value),
    error: faultAt(error, name),
  }
  if (name === 'type') {
    const known = Object.entries(says.types)
    const others = draft.type in says.types ? known : [[draft.type, draft.type] as const, ...known]
    return <ChoiceField {...common} choices={others} />
  }
  if (name === 'issued') return <DateField {...common} />
  if (isPeople(name)) return <TextField {...common} rows={2} hint={says.peopleHint} />
  return <TextField {...common} required={name === 'title'} rows={name === 'note' ? 2 : undefined} />
}
