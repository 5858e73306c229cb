import type { AuthorityKind } from '../browse/authorities-screen.tsx'
import type { Authority } from '../browse/authority-facts.tsx'
import { EditForm } from '../forms/edit-form.tsx'
import { Opens } from '../forms/opens.tsx'
import { words } from '../words/words.ts'
import { type AuthorityDraft, draftOfAuthority, revisableOf } from './authority-draft.ts'
import { AuthorityFields } from './authority-fields.tsx'

const says = words.authority

/** A button that opens the form in which an agent, a place or a happening is described anew. */
export function EditAuthority({ kind, thing }: { kind: AuthorityKind; thing: Authority }) {
  return (
    <Opens label={says.edit}>
      {(close) => (
        <EditForm<AuthorityDraft>
          title={says.editing(thing.names[0]?.text ?? thing.id)}
          id={thing.id}
          of={() => revisableOf(kind)}
          shown={draftOfAuthority(thing)}
          labels={says.parts}
          show={show}
          onSaved={close}
          onClose={close}
        >
          {(editing) => <AuthorityFields of={kind} {...editing} />}
        </EditForm>
      )}
    </Opens>
  )
}

function show(part: keyof AuthorityDraft, draft: AuthorityDraft): string {
  const value: unknown = draft[part]
  const line = (row: unknown) =>
    typeof row === 'string' ? row : Object.values(Object(row)).filter(Boolean).join(', ')
  return Array.isArray(value) ? value.map(line).join('; ') : line(value)
}
