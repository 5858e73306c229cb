import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, type Reply, send } from '../api/ask.ts'
import { AddForm } from '../forms/add-form.tsx'
import { EditForm } from '../forms/edit-form.tsx'
import form from '../forms/form.module.css'
import { goTo } from '../forms/go-to.ts'
import { useFocusFirst } from '../forms/use-focus-first.ts'
import type { Revisable } from '../forms/use-revising.ts'
import { Citations } from '../provenance/citations.tsx'
import { Thing } from '../provenance/thing.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { draftOfMark, type MarkDraft, markOf, noMark } from './mark-draft.ts'
import { MarkFields } from './mark-fields.tsx'

const says = words.witness.mark

type Witness = Reply<'listWitnesses'>['items'][number]

/** The form for a mark on a witness. */
export function AddMarkForm({ witness, onClose }: { witness: Witness; onClose: () => void }) {
  return (
    <AddForm<MarkDraft>
      title={says.addTo(witness.label)}
      send={says.record}
      initial={noMark}
      add={async (draft, keys) => {
        const body = await markOf(draft, draft)
        return ask('addMark', { params: { witnessId: witness.id }, body, headers: keys(body) })
      }}
      onAdded={(id, from) => {
        onClose()
        goTo(`mark-${id}`, from)
      }}
      onClose={onClose}
    >
      {(editing) => <MarkFields {...editing} witness={witness} />}
    </AddForm>
  )
}

type Props = { mark: Witness['marks'][number]; witness: Witness; onClose: () => void }

/** The form in which what is said of a mark is changed. */
export function EditMarkForm({ mark, witness, onClose }: Props) {
  return (
    <EditForm<MarkDraft>
      title={says.edit}
      id={mark.id}
      of={() => revisable}
      shown={draftOfMark(mark)}
      labels={says.parts}
      show={show}
      onSaved={onClose}
      onClose={onClose}
    >
      {(editing) => <MarkFields {...editing} witness={witness} />}
    </EditForm>
  )
}

const revisable: Revisable<MarkDraft> = {
  async read(markId) {
    const reply = await send('readMark', { params: { markId } })
    // The shape is what the OpenAPI document says, which the server's own tests hold it to.
    const mark = (await reply.json()) as Reply<'readMark'>
    return { id: markId, draft: draftOfMark(mark), etag: reply.headers.get('ETag') ?? '' }
  },
  async write({ id, etag }, changed, draft) {
    const body = await markOf(changed, draft)
    return send('changeMark', { params: { markId: id }, body, headers: { 'If-Match': etag } })
  },
}

function show(part: keyof MarkDraft, draft: MarkDraft) {
  const { kind, sources, inferred, spot } = draft
  if (part === 'sources') return sources.length > 0 && <Citations of={[...sources]} />
  if (part === 'inferred') return inferred.join(', ')
  if (part === 'spot') return spot.box?.join(', ') ?? spot.page
  if (part === 'agent' || part === 'place')
    return draft[part] !== '' && <Thing kind={part} id={draft[part]} />
  if (part === 'kind') return Object.entries(words.provenance.mark.kind).find(([key]) => key === kind)?.[1]
  return draft[part]
}

/** Asks before a mark is taken away. */
export function RemoveMark({ markId, onClose }: { markId: string; onClose: () => void }) {
  const kept = useQueryClient()
  const place = useFocusFirst<HTMLElement>()
  const remove = useMutation({
    mutationFn: () => ask('removeMark', { params: { markId } }),
    onSuccess: () => kept.invalidateQueries(),
  })
  return (
    <section ref={place} className={form.form} aria-label={says.remove}>
      <p>{says.removeSure}</p>
      {remove.error && <Trouble error={remove.error} />}
      <div className="row">
        <button type="button" className="main" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {says.removeYes}
        </button>
        <button type="button" onClick={onClose}>
          {words.forms.cancel}
        </button>
      </div>
    </section>
  )
}
