import { useEffect, useRef } from 'react'
import { words } from '../words/words.ts'
import { Field } from './field.tsx'
import type { Calendar } from './read-date.ts'
import { useDateReading } from './use-date-reading.ts'

const says = words.forms.date

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  name?: string
  /** Of the digits, where the text does not say it. */
  calendar?: Calendar
  hint?: string
  error?: string | null
  required?: boolean
}

/** A date in plain words or as EDTF; beneath it stands how the archive reads it, or why it cannot. */
export function DateField(props: Props) {
  const { label, value, onChange, name, calendar = 'gregorian', hint = says.hint, error, required } = props
  const reading = useDateReading(value, calendar)
  const problem = reading?.problem ?? null
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.setCustomValidity(problem ?? ''), [problem])
  const told = (
    <span role="status">
      {problem ? <span className="wrong">{problem}</span> : reading && <Reading of={reading} />}
    </span>
  )
  return (
    <Field
      label={label}
      hint={
        <>
          {value.trim() === '' && hint}
          {told}
        </>
      }
      error={problem ? null : error}
      invalid={problem !== null}
    >
      {(tied) => (
        <input
          {...tied}
          ref={box}
          name={name}
          value={value}
          required={required}
          maxLength={1000}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

type Read = { edtf: string | null; says: string | null; assumed: string | null; undated: boolean }

function Reading({ of: { edtf, says: said, assumed, undated } }: { of: Read }) {
  if (undated) return says.undated
  return (
    <>
      <strong>{says.reads(said ?? '')}</strong> <code>{edtf}</code>
      {assumed && <> {says.assumed(assumed)}</>}
    </>
  )
}
