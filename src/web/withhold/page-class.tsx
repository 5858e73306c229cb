import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { GroupField } from '../describe/group-field.tsx'
import { ChoiceField } from '../forms/choice-field.tsx'
import { Field } from '../forms/field.tsx'
import type { PageWithText } from '../read/use-page.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import type { PageAt } from './page-at.ts'

import styles from './withhold.module.css'

const says = words.withhold
type Visibility = NonNullable<Reply<'readPage'>['own']>['visibility']
const narrower = ['members', 'restricted', 'embargoed'] as const

/** Who of those who may see the document may see this page. */
export function PageClass({ at, page }: { at: PageAt; page: PageWithText }) {
  const { documentId, number, witness } = at
  const kept = useQueryClient()
  const [visibility, setVisibility] = useState<Visibility | ''>(page.own?.visibility ?? '')
  const [group, setGroup] = useState(page.own?.group ?? '')
  const [until, setUntil] = useState(page.own?.embargoUntil ?? '')
  const [outcome, setOutcome] = useState<{ error: unknown } | 'saved' | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setOutcome(null)
    const body = {
      visibility: visibility === '' ? null : visibility,
      group: visibility === 'restricted' && group !== '' ? group : null,
      embargoUntil: visibility === 'embargoed' && until !== '' ? until : null,
    }
    try {
      await ask('classifyPage', { params: { documentId, number }, query: { witness }, body })
      setOutcome('saved')
      await kept.invalidateQueries()
    } catch (error) {
      setOutcome({ error })
    }
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <ChoiceField
        label={says.who}
        hint={says.classHint}
        empty={says.asDocument}
        value={visibility}
        choices={narrower.map((one) => [one, words.describe.visibilities[one]] as const)}
        onChange={(value) => setVisibility(value as Visibility | '')}
      />
      {visibility === 'restricted' && <GroupField value={group} error={null} onChange={setGroup} />}
      {visibility === 'embargoed' && (
        <Field label={words.describe.fields.embargoUntil} hint={words.describe.hints.embargoUntil}>
          {(tied) => (
            <input
              {...tied}
              type="date"
              required
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
          )}
        </Field>
      )}
      {outcome !== null && outcome !== 'saved' && <Trouble error={outcome.error} />}
      <div className="row">
        <button type="submit">{says.save}</button>
        <span role="status">{outcome === 'saved' && says.saved}</span>
      </div>
    </form>
  )
}
