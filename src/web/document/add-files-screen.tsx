import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { ask, type Input } from '../api/ask.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { useTitle } from '../shell/screen.tsx'
import { ArchivistsOnly } from '../upload/archivists-only.tsx'
import type { Choice, Chosen } from '../upload/choose/chosen.ts'
import { ChosenFiles } from '../upload/choose/chosen-files.tsx'
import { DropZone } from '../upload/choose/drop-zone.tsx'
import { Unread } from '../upload/choose/unread.tsx'
import { SendThenAdd } from '../upload/one/send-then-add.tsx'
import { words } from '../words/words.ts'
import styles from './add-files-screen.module.css'
import type { ShownDocument } from './document-frame.tsx'

const says = words.document.add
const roles = ['scan', 'transcription', 'translation'] as const
type Role = NonNullable<NonNullable<Input<'addFiles'>['body']>['role']>

/** Adds files to a document that is there: further scans, transcriptions, translations, as files of one of its witnesses. */
export function AddFilesScreen({ document }: { document: ShownDocument }) {
  useTitle(`${says.title}: ${document.title}`)
  return (
    <ArchivistsOnly>
      <div className={styles.page}>
        <h2>{says.title}</h2>
        <AddFiles document={document} />
      </div>
    </ArchivistsOnly>
  )
}

function AddFiles({ document }: { document: ShownDocument }) {
  const [choice, setChoice] = useState<Choice | null>(null)
  const again = () => setChoice(null)
  if (choice === null || choice.files.length === 0)
    return (
      <>
        <p>{says.lead}</p>
        <Unread paths={choice?.unread ?? []} />
        <DropZone only="files" onChoice={setChoice} />
      </>
    )
  return (
    <>
      <Unread paths={choice.unread} />
      <AddChosen document={document} files={choice.files} onAway={again} />
    </>
  )
}

type Props = { document: ShownDocument; files: readonly Chosen[]; onAway: () => void }

function AddChosen({ document, files, onAway }: Props) {
  const [asked] = useSearchParams()
  const { id, witnesses } = document
  const named = witnesses.find((one) => one.id === asked.get('witness')) ?? witnesses[0]
  const [witness, setWitness] = useState(named?.id ?? '')
  const [role, setRole] = useState<Role | null>(null)
  const [isSent, setIsSent] = useState(false)
  if (isSent)
    return (
      <SendThenAdd
        files={files}
        again={says.more}
        onAway={onAway}
        add={(uploads, headers) =>
          ask('addFiles', {
            params: { documentId: id },
            body: { uploads, role, ...(witness && { witness }) },
            headers,
          })
        }
      />
    )
  return (
    <form
      className="sheet"
      aria-label={says.title}
      onSubmit={(event) => {
        event.preventDefault()
        setIsSent(true)
      }}
    >
      <ChosenFiles files={files} />
      <ChoiceField
        label={says.role}
        value={role ?? ''}
        empty={says.anyRole}
        choices={roles.map((one) => [one, says.roles[one]] as const)}
        hint={says.roleHint}
        onChange={(chosen) => setRole(roles.find((one) => one === chosen) ?? null)}
      />
      {witnesses.length > 1 && (
        <ChoiceField
          label={says.witness}
          value={witness}
          choices={witnesses.map((one) => [one.id, one.label] as const)}
          hint={says.witnessHint}
          onChange={setWitness}
        />
      )}
      <div className="row">
        <button type="submit" className="main">
          {says.send}
        </button>
        <button type="button" onClick={onAway}>
          {words.upload.others}
        </button>
      </div>
    </form>
  )
}
