import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import { faultAt } from '../forms/faults.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { onceKeys } from '../forms/once-key.ts'
import { readGregorian } from '../forms/read-date.ts'
import { TextField } from '../forms/text-field.tsx'
import { words } from '../words/words.ts'
import type { CreateProps } from './create-props.ts'

const says = words.pick
const visibilities = ['public', 'members', 'restricted'] as const

/** A document of which so far nothing is here but that there is one. */
export function CreateDocument({ typed, onCreated, onClose }: CreateProps) {
  const kept = useQueryClient()
  const [keys] = useState(onceKeys)
  const [title, setTitle] = useState(typed)
  const [date, setDate] = useState('')
  const [visibility, setVisibility] = useState('public')

  async function create() {
    const body = {
      title: title.trim(),
      date: date.trim() === '' ? null : await readGregorian(date, 'date'),
      visibility: visibilities.find((one) => one === visibility) ?? 'restricted',
    }
    const added = await ask('addDocument', { body, headers: keys(body) })
    await kept.invalidateQueries()
    onCreated({ id: added.id, text: added.title })
  }
  return (
    <FormDialog title={says.new.document} send={says.add} onSend={create} onClose={onClose}>
      {(error) => (
        <>
          <TextField
            label={words.describe.fields.title}
            value={title}
            onChange={setTitle}
            required
            error={faultAt(error, 'title')}
          />
          <DateField
            label={words.describe.fields.date}
            value={date}
            onChange={setDate}
            error={faultAt(error, 'date')}
          />
          <ChoiceField
            label={words.describe.fields.visibility}
            value={visibility}
            choices={visibilities.map((one) => [one, words.describe.visibilities[one]])}
            onChange={setVisibility}
          />
        </>
      )}
    </FormDialog>
  )
}
