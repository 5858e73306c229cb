import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api/ask.ts'
import { useAsked } from '../../api/use-asked.ts'
import { to } from '../../paths.ts'
import { Asked } from '../../shell/asked.tsx'
import { Screen } from '../../shell/screen.tsx'
import { words } from '../../words/words.ts'
import { ArchivistsOnly } from '../archivists-only.tsx'
import type { Choice } from '../choose/chosen.ts'
import { DropZone } from '../choose/drop-zone.tsx'
import { Unread } from '../choose/unread.tsx'
import { sayCount } from '../measure.ts'
import { PlanView } from '../plan/plan-view.tsx'
import { BatchProgress } from '../progress/batch-progress.tsx'
import { recallBatch } from '../sending/remembered.ts'
import { senderOf } from '../sending/senders.ts'
import { SendingView } from '../sending/sending-view.tsx'
import { useSending } from '../sending/use-sending.ts'
import styles from './batch-screen.module.css'
import { GiveUp } from './give-up.tsx'

/** Uploads that come together: on their way, what they would become, and what becomes of them. */
export function BatchScreen({ id }: { id: string }) {
  return (
    <ArchivistsOnly>
      <Uploads id={id} />
    </ArchivistsOnly>
  )
}

function Uploads({ id }: { id: string }) {
  const kept = useQueryClient()
  const sender = senderOf(id)
  const { counts } = useSending(sender)
  const isComing = counts.waiting + counts.sending > 0
  const batch = useAsked(
    'readUploads',
    { params: { uploadId: id }, query: { limit: 1 } },
    { every: (found) => (isComing || isBecoming(found) ? 2000 : isStillRead(found) ? 5000 : false) },
  )
  const { refetch } = batch
  useEffect(() => {
    if (!isComing) void kept.invalidateQueries({ queryKey: ['readUploads'] })
  }, [kept, isComing])
  return (
    <Screen title={batch.data?.name ?? words.upload.uploads} narrow>
      <Asked of={batch}>
        {(found) => <Batch batch={found} isComing={isComing} onChange={() => void refetch()} />}
      </Asked>
      <p>
        <Link href={to.upload()}>{words.upload.back}</Link>
      </p>
    </Screen>
  )
}

type Found = Reply<'readUploads'>
const isBecoming = (found: Found | undefined) => found?.phase === 'listing' || found?.phase === 'adding'

/** How many files are still to be read, or recognised: that goes on after the job of the batch has ended. */
const waitingIn = (found: Found | undefined): number => {
  const { queued = 0, running = 0, waiting = 0 } = found?.reading ?? {}
  return queued + running + waiting
}
const isStillRead = (found: Found | undefined) => waitingIn(found) > (found?.unattended ?? 0)

type Props = { batch: Found; isComing: boolean; onChange: () => void }

function Batch({ batch, isComing, onChange }: Props) {
  const { id, phase, job, source } = batch
  const sender = senderOf(id)
  const { files, counts } = useSending(sender)
  const [unread, setUnread] = useState<string[]>([])
  const unsent = useUnsent(id, isComing)
  const isOpen = phase === 'open'
  const arrived = batch.files.received ?? 0

  const choose = (choice: Choice) => {
    setUnread(choice.unread)
    void sender.add(choice.files)
  }
  return (
    <>
      <Unread paths={unread} />
      {files.length > 0 && (isOpen || isComing || counts.failed > 0 || counts.sent < files.length) && (
        <section>
          <h2>{words.upload.sendingTitle}</h2>
          <SendingView sender={sender}>{isOpen && <GiveUp id={id} />}</SendingView>
        </section>
      )}
      {files.length === 0 && isOpen && (
        <div className="row">
          <span>{words.upload.arrived(sayCount(arrived))}</span>
          <GiveUp id={id} />
        </div>
      )}
      {unsent > 0 && <p role="status">{words.upload.unsent(sayCount(unsent))}</p>}
      {(isOpen || (phase === 'added' && arrived > 0)) && (
        <PlanView batch={batch} isComing={isComing} onCommit={onChange} />
      )}
      {job && <BatchProgress id={id} job={job.id} waiting={waitingIn(batch)} unattended={batch.unattended} />}
      {source === 'upload' && (
        <details className={styles.more} open={isOpen && files.length === 0 && (unsent > 0 || arrived === 0)}>
          <summary>{words.upload.addMore}</summary>
          <DropZone onChoice={choose} />
        </details>
      )}
    </>
  )
}

/** How many files were on their way from this device, and did not come; looked up while nothing is on its way. */
function useUnsent(id: string, isComing: boolean): number {
  const [unsent, setUnsent] = useState(0)
  useEffect(() => {
    let isShown = true
    void recallBatch(id).then((files) => {
      if (isShown) setUnsent(isComing ? 0 : files.filter(({ isWhole }) => !isWhole).length)
    })
    return () => {
      isShown = false
    }
  }, [id, isComing])
  return unsent
}
