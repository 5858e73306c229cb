import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { ask, type Reply } from '../api/ask.ts'
import { AddForm } from '../forms/add-form.tsx'
import { EditForm } from '../forms/edit-form.tsx'
import { Opens } from '../forms/opens.tsx'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import { draftOfUnit, type NewUnit, noUnit, revisableUnit, type UnitDraft, unitOf } from './unit-draft.ts'
import { UnitFields } from './unit-fields.tsx'

const says = words.collection

/** For archivists: a button that opens the form for a unit within another, or within none. */
export function AddUnit({ parent }: { parent: string | null }) {
  const { may } = useSession()
  const [, go] = useLocation()
  const [added, setAdded] = useState<string | null>(null)
  // Once the form is gone, which would ask whether to leave it.
  useEffect(() => {
    if (added !== null) go(to.collection(added))
  }, [added, go])
  if (!may('archivist')) return null
  const title = parent === null ? says.add : says.addWithin
  return (
    <Opens label={title}>
      {(close) => (
        <AddForm<UnitDraft>
          title={title}
          send={says.send}
          initial={noUnit(parent)}
          add={async (draft, keys) => {
            const body = await unitOf(draft)
            return ask('addCollection', { body: body as NewUnit, headers: keys(body) })
          }}
          onAdded={(id) => {
            close()
            setAdded(id)
          }}
          onClose={close}
        >
          {(editing) => <UnitFields {...editing} />}
        </AddForm>
      )}
    </Opens>
  )
}

/** For archivists: a button that opens the form in which a unit is changed, or moved. */
export function EditUnit({ unit }: { unit: Reply<'readCollection'> }) {
  const { may } = useSession()
  if (!may('archivist')) return null
  return (
    <Opens label={says.edit}>
      {(close) => (
        <EditForm<UnitDraft>
          title={says.editing(unit.title)}
          id={unit.id}
          of={() => revisableUnit}
          shown={draftOfUnit(unit)}
          labels={says.parts}
          show={(part, draft) => draft[part]}
          onSaved={close}
          onClose={close}
        >
          {(editing) => <UnitFields {...editing} />}
        </EditForm>
      )}
    </Opens>
  )
}
