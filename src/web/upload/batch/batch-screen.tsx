import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { addressOf, ask, type Reply } from '../../api/ask.ts'
import { useAsked } from '../../api/use-asked.ts'
import { JobProgress } from '../../jobs/job-progress.tsx'
import { to } from '../../paths.ts'
import { Asked } from '../../shell/asked.tsx'
import { Screen } from '../../shell/screen.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { words } from '../../words/words.ts'
import { ArchivistsOnly } from '../archivists-only.tsx'
import type { Choice } from '../choose/chosen.ts'
import { DropZone } from '../choose/drop-zone.tsx'
import { Unread } from '../choose/unread.tsx'
import { sayCount } from '../measure.ts'
import { forgetBatch, recallBatch } from '../sending/remembered.ts'
import { senderOf } from '../sending/senders.ts'
import { SendingView } from '../sending/sending-view.tsx'
import { useSending } from '../sending/use-sending.ts'
import { GiveUp } from './give-up.tsx'

/** Uploads that come together: on their way, and what becomes of them. */
export function BatchScreen({ id }: { id: string }) {
  const batch = useAsked('readUploads', { params: { uploadId: id }, query: { limit: 1 } })
  return (
    <Screen title={batch.data?.name ?? words.upload.uploads} narrow>
      <ArchivistsOnly>
        <Asked of={batch}>{(found) => <Batch batch={found} onChange={() => void batch.refetch()} />}</Asked>
        <p>
          <Link href={to.upload()}>{words.upload.back}</Link>
        </p>
      </ArchivistsOnly>
    </Screen>
  )
}

function Batch({ batch, onChange }: { batch: Reply<'readUploads'>; onChange: () => void }) {
  const { id, phase, job } = batch
  const sender = senderOf(id)
  const { files, counts, status } = useSending(sender)
  const [unread, setUnread] = useState<string[]>([])
  const [error, setError] = useState<unknown>(null)
  const isOver = counts.waiting + counts.sending === 0
  const unsent = useUnsent(id, isOver)
  const isOpen = phase === 'open'

  const choose = (choice: Choice) => {
    setUnread(choice.unread)
    void sender.add(choice.files)
  }
  const commit = () => {
    setError(null)
    ask('commitUploads', { params: { uploadId: id }, body: {} })
      .then(() => forgetBatch(id))
      .then(onChange)
      .catch(setError)
  }
  return (
    <>
      <Unread paths={unread} />
      <section>
        <h2>{words.upload.sendingTitle}</h2>
        {files.length > 0 && <SendingView sender={sender}>{isOpen && <GiveUp id={id} />}</SendingView>}
        {files.length === 0 && (
          <p>
            {words.upload.arrived(sayCount(batch.files.received ?? 0))} {isOpen && <GiveUp id={id} />}
          </p>
        )}
        {isOver && unsent > 0 && <p role="status">{words.upload.unsent(sayCount(unsent))}</p>}
      </section>
      {error !== null && <Trouble error={error} />}
      {isOpen && (
        <p>
          <button type="button" className="main" disabled={!isOver || status === 'stuck'} onClick={commit}>
            {words.upload.commit}
          </button>{' '}
          {!isOver && <span className="soft">{words.upload.commitWaits}</span>}
        </p>
      )}
      {job && (
        <section className="sheet">
          <JobProgress id={job.id} />
          <a href={addressOf('readUploadsReport', { params: { uploadId: id } })}>{words.upload.report}</a>
        </section>
      )}
      <details open={files.length === 0 && (unsent > 0 || batch.files.received === 0)}>
        <summary>{words.upload.addMore}</summary>
        <DropZone onChoice={choose} />
      </details>
    </>
  )
}

/** How many files were on their way from this device, and did not come; looked up once nothing is on its way. */
function useUnsent(id: string, isOver: boolean): number {
  const [unsent, setUnsent] = useState(0)
  useEffect(() => {
    let isShown = true
    void recallBatch(id).then((files) => {
      if (isShown) setUnsent(isOver ? files.filter(({ isWhole }) => !isWhole).length : 0)
    })
    return () => {
      isShown = false
    }
  }, [id, isOver])
  return unsent
}
