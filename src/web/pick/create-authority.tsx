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
const kinds = ['person', 'family', 'corporateBody'] as const

type Props = CreateProps & { kind: 'agent' | 'place' | 'happening' }

/** The least that an agent, a place or a happening needs: a name, and when it was. The rest can be said on its page. */
export function CreateAuthority({ kind, typed, onCreated, onClose }: Props) {
  const kept = useQueryClient()
  const [keys] = useState(onceKeys)
  const [name, setName] = useState(typed)
  const [lang, setLang] = useState('')
  const [when, setWhen] = useState('')
  const [agentKind, setAgentKind] = useState<string>('person')

  async function create() {
    const names = [{ text: name.trim(), lang: lang.trim() || null }]
    const date = when.trim() === '' ? null : await readGregorian(when, 'date')
    const added = await add(names, date)
    await kept.invalidateQueries()
    onCreated({ id: added.id, text: added.names[0]?.text ?? name })
  }
  function add(names: { text: string; lang: string | null }[], date: string | null) {
    if (kind === 'place') return ask('addPlace', { body: { names }, headers: keys(names) })
    if (kind === 'happening') {
      const body = { names, date }
      return ask('addHappening', { body, headers: keys(body) })
    }
    const known = kinds.find((one) => one === agentKind) ?? 'person'
    const body = { kind: known, names, existence: date === null ? [] : [date] }
    return ask('addAgent', { body, headers: keys(body) })
  }

  return (
    <FormDialog title={says.new[kind]} send={says.add} onSend={create} onClose={onClose}>
      {(error) => (
        <>
          <TextField
            label={says.name}
            value={name}
            onChange={setName}
            required
            error={faultAt(error, 'names.0.text')}
          />
          <TextField
            label={says.nameLanguage}
            hint={says.languageHint}
            value={lang}
            onChange={setLang}
            error={faultAt(error, 'names.0.lang')}
          />
          {kind === 'agent' && (
            <ChoiceField
              label={says.agentKind}
              value={agentKind}
              choices={kinds.map((one) => [one, says.agentKinds[one]])}
              onChange={setAgentKind}
            />
          )}
          {kind !== 'place' && (
            <DateField
              label={kind === 'agent' ? says.existence : says.happened}
              hint={kind === 'agent' ? says.existenceHint : undefined}
              value={when}
              onChange={setWhen}
              error={faultAt(error, 'date') ?? faultAt(error, 'existence')}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}
