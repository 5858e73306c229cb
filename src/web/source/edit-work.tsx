import { type Reply, send } from '../api/ask.ts'
import { EditForm } from '../forms/edit-form.tsx'
import { Opens } from '../forms/opens.tsx'
import type { Revisable } from '../forms/use-revising.ts'
import { words } from '../words/words.ts'
import { draftOfWork, type WorkDraft, workOf } from './work-draft.ts'
import { WorkFields } from './work-fields.tsx'

const says = words.source

/** A button that opens the form in which what is written of a work is changed. */
export function EditWork({ source }: { source: Reply<'readSource'> }) {
  return (
    <Opens label={says.edit}>
      {(close) => (
        <EditForm<WorkDraft>
          title={says.edit}
          id={source.id}
          of={() => revisable}
          shown={draftOfWork(source)}
          labels={says.fields}
          show={(field, draft) => draft[field]}
          onSaved={close}
          onClose={close}
        >
          {({ draft, set, error }) => <WorkFields draft={draft} onChange={set} error={error} />}
        </EditForm>
      )}
    </Opens>
  )
}

const revisable: Revisable<WorkDraft> = {
  async read(sourceId) {
    const reply = await send('readSource', { params: { sourceId } })
    // The shape is what the OpenAPI document says, which the server's own tests hold it to.
    const source = (await reply.json()) as Reply<'readSource'>
    return { id: sourceId, draft: draftOfWork(source), etag: reply.headers.get('ETag') ?? '' }
  },
  async write({ id, etag }, changed) {
    const body = await workOf(changed)
    return send('reviseSource', { params: { sourceId: id }, body, headers: { 'If-Match': etag } })
  },
}
