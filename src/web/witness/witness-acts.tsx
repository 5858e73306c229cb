import type { Reply } from '../api/ask.ts'
import { Opens } from '../forms/opens.tsx'
import { later } from '../shell/later.tsx'
import { words } from '../words/words.ts'

const AddWitnessForm = later(() => import('./edit-witness.tsx'), 'AddWitnessForm')
const EditWitnessForm = later(() => import('./edit-witness.tsx'), 'EditWitnessForm')
const AddMarkForm = later(() => import('./edit-mark.tsx'), 'AddMarkForm')
const EditMarkForm = later(() => import('./edit-mark.tsx'), 'EditMarkForm')
const RemoveMark = later(() => import('./edit-mark.tsx'), 'RemoveMark')

const says = words.witness

type Witness = Reply<'listWitnesses'>['items'][number]

/** A button that opens the form for another bearer of a document's text. */
export const AddWitness = ({ documentId }: { documentId: string }) => (
  <Opens label={says.add}>{(close) => <AddWitnessForm documentId={documentId} onClose={close} />}</Opens>
)

/** What an archivist can do with a witness: describe it anew, and record a mark on it. */
export function WitnessActs({ witness }: { witness: Witness }) {
  const describedBy = `witness-${witness.id}-label`
  return (
    <div className="row no-print">
      <Opens label={says.edit} small describedBy={describedBy}>
        {(close) => <EditWitnessForm witness={witness} onClose={close} />}
      </Opens>
      <Opens label={says.mark.add} small describedBy={describedBy}>
        {(close) => <AddMarkForm witness={witness} onClose={close} />}
      </Opens>
    </div>
  )
}

/** What an archivist can do with a mark: change what is said of it, or take it away. */
export function MarkActs({ mark, witness }: { mark: Witness['marks'][number]; witness: Witness }) {
  const describedBy = `mark-${mark.id}`
  return (
    <div className="row no-print">
      <Opens label={says.mark.edit} small describedBy={describedBy}>
        {(close) => <EditMarkForm mark={mark} witness={witness} onClose={close} />}
      </Opens>
      <Opens label={says.mark.remove} small describedBy={describedBy}>
        {(close) => <RemoveMark markId={mark.id} onClose={close} />}
      </Opens>
    </div>
  )
}
