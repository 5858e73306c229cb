import { ask, type Reply, send } from '../api/ask.ts'
import { AddForm } from '../forms/add-form.tsx'
import { EditForm } from '../forms/edit-form.tsx'
import { goTo } from '../forms/go-to.ts'
import type { Revisable } from '../forms/use-revising.ts'
import { words } from '../words/words.ts'
import { draftOfWitness, noWitness, type WitnessDraft, witnessOf } from './witness-draft.ts'
import { WitnessFields } from './witness-fields.tsx'

const says = words.witness

type Witness = Reply<'listWitnesses'>['items'][number]

/** The form for another bearer of a document's text. */
export function AddWitnessForm({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  return (
    <AddForm<WitnessDraft>
      title={says.add}
      send={says.record}
      initial={noWitness}
      add={async (draft, keys) => {
        const body = await witnessOf(draft)
        return ask('addWitness', { params: { documentId }, body, headers: keys(body) })
      }}
      onAdded={(id, from) => {
        onClose()
        goTo(`witness-${id}`, from)
      }}
      onClose={onClose}
    >
      {(editing) => <WitnessFields {...editing} />}
    </AddForm>
  )
}

/** The form in which a witness is described anew. */
export function EditWitnessForm({ witness, onClose }: { witness: Witness; onClose: () => void }) {
  return (
    <EditForm<WitnessDraft>
      title={says.editing(witness.label)}
      id={witness.id}
      of={() => revisable}
      shown={draftOfWitness(witness)}
      labels={says.parts}
      show={show}
      onSaved={onClose}
      onClose={onClose}
    >
      {(editing) => <WitnessFields {...editing} />}
    </EditForm>
  )
}

const revisable: Revisable<WitnessDraft> = {
  async read(witnessId) {
    const reply = await send('readWitness', { params: { witnessId } })
    // The shape is what the OpenAPI document says, which the server's own tests hold it to.
    const witness = (await reply.json()) as Reply<'readWitness'>
    return { id: witnessId, draft: draftOfWitness(witness), etag: reply.headers.get('ETag') ?? '' }
  },
  async write({ id, etag }, changed) {
    const body = await witnessOf(changed)
    return send('reviseWitness', { params: { witnessId: id }, body, headers: { 'If-Match': etag } })
  },
}

function show(part: keyof WitnessDraft, draft: WitnessDraft): string {
  const value = draft[part]
  if (typeof value === 'string') return value
  return Object.entries(value)
    .filter(([name, said]) => name !== 'which' && said !== '')
    .map(([, said]) => said)
    .join(', ')
}
