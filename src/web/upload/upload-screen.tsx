import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { to } from '../paths.ts'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { ArchivistsOnly } from './archivists-only.tsx'
import { beginBatch } from './batch/begin-batch.ts'
import { Unfinished } from './batch/unfinished.tsx'
import type { Choice } from './choose/chosen.ts'
import { DropZone } from './choose/drop-zone.tsx'
import { Unread } from './choose/unread.tsx'
import { LooseFiles } from './one/loose-files.tsx'

const fewFiles = 50

/** Uploading: files as a document, or files and folders that the archive sorts into documents. */
export function UploadScreen() {
  return (
    <Screen title={words.upload.title} narrow>
      <ArchivistsOnly>
        <Upload />
      </ArchivistsOnly>
    </Screen>
  )
}

function Upload() {
  const [, go] = useLocation()
  const [choice, setChoice] = useState<Choice | null>(null)
  const [error, setError] = useState<unknown>(null)

  const sort = (chosen: Choice) => {
    setError(null)
    beginBatch(chosen)
      .then((id) => go(to.uploads(id)))
      .catch(setError)
  }
  const choose = (chosen: Choice) => {
    const isLoose = chosen.files.length <= fewFiles && chosen.files.every(({ path }) => !path.includes('/'))
    setChoice(chosen)
    if (!isLoose) sort(chosen)
  }
  if (choice !== null && error === null)
    return (
      <>
        <Unread paths={choice.unread} />
        {choice.files.length > 0 && (
          <LooseFiles files={choice.files} onSort={() => sort(choice)} onAway={() => setChoice(null)} />
        )}
      </>
    )
  return (
    <>
      <p>{words.upload.lead}</p>
      {error !== null && <Trouble error={error} onAgain={choice ? () => sort(choice) : undefined} />}
      <DropZone onChoice={choose} />
      <Unfinished />
      <p className="soft">
        {words.upload.bulk} <code className="command">{words.upload.command}</code>
      </p>
      <p className="row">
        <Link href={to.imports()}>{words.upload.table}</Link>
        <Link href={to.jobs()}>{words.upload.jobs}</Link>
      </p>
    </>
  )
}
