import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { faultAt, WrongFields } from '../forms/faults.ts'
import { FormDialog } from '../forms/form-dialog.tsx'
import { onceKeys } from '../forms/once-key.ts'
import { sayWork } from '../provenance/things.ts'
import { PasteFields } from '../source/paste-fields.tsx'
import { usePasting } from '../source/use-pasting.ts'
import { draftOfWork, type Work, workOf } from '../source/work-draft.ts'
import { WorkFields } from '../source/work-fields.tsx'
import { words } from '../words/words.ts'
import { Combobox, type Option } from './combobox.tsx'
import type { CreateProps } from './create-props.ts'
import { finders } from './find-things.ts'

const says = words.source
const ways = ['form', 'paste', 'document'] as const

/** What claims can rest on: a work by its title and the like, or as BibTeX or CSL-JSON, or a document of the archive. */
export function CreateSource({ typed, onCreated, onClose }: CreateProps) {
  const kept = useQueryClient()
  const [keys] = useState(onceKeys)
  const [way, setWay] = useState<string>('form')
  const [draft, setDraft] = useState(() => draftOfWork({ type: 'book', title: typed }))
  const [document, setDocument] = useState<Option | null>(null)
  const pasting = usePasting()

  async function create() {
    const body = await work()
    const added = await ask('addSource', { body, headers: keys(body) })
    await kept.invalidateQueries()
    onCreated({ id: added.id, text: sayWork(added) })
  }
  async function work(): Promise<Work> {
    if (way === 'paste') return pasting.read()
    if (way === 'form') return workOf(draft)
    if (document) return { document: document.id }
    throw new WrongFields([{ path: 'document', message: words.pick.choose }])
  }

  return (
    <FormDialog title={words.pick.new.source} send={words.pick.add} onSend={create} onClose={onClose}>
      {(error) => (
        <>
          <ChoiceField
            label={says.way}
            value={way}
            choices={ways.map((one) => [one, says.ways[one]])}
            onChange={setWay}
          />
          {way === 'form' && (
            <WorkFields
              draft={draft}
              error={error}
              onChange={(field, value) => setDraft((now) => ({ ...now, [field]: value }))}
            />
          )}
          {way === 'paste' && <PasteFields pasting={pasting} error={error} />}
          {way === 'document' && (
            <Combobox
              label={says.ways.document}
              required
              chosen={document}
              find={finders.document}
              findKey="document"
              onChoose={setDocument}
              error={faultAt(error, 'document')}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}
