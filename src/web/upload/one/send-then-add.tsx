import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api/ask.ts'
import { JobProgress } from '../../jobs/job-progress.tsx'
import { Unrecognised } from '../../jobs/unrecognised.tsx'
import { isFollowed, isUnderWay, useJob } from '../../jobs/use-job.ts'
import { to } from '../../paths.ts'
import { Trouble } from '../../shell/trouble.tsx'
import { words } from '../../words/words.ts'
import type { Chosen } from '../choose/chosen.ts'
import { DuplicateOf } from '../duplicate-of.tsx'
import { PagesComing } from '../progress/pages-coming.tsx'
import { aSender } from '../sending/sender.ts'
import { SendingView } from '../sending/sending-view.tsx'
import { useSending } from '../sending/use-sending.ts'

type Props = {
  files: readonly Chosen[]
  /** Names the uploads in the request that makes something of them; with a key by which it is done once. */
  add: (uploads: string[], headers: Record<string, string>) => Promise<Reply<'addDocument'>>
  /** What the button says that leads to choosing others, once these were added. */
  again: string
  onAway: () => void
}

/** Sends files, adds them in one request when all are there, and follows how they are read. */
export function SendThenAdd({ files, add, again, onAway }: Props) {
  const kept = useQueryClient()
  const [sender] = useState(() => aSender({ batch: null, sayUnreadable: words.upload.unreadable }))
  const [headers] = useState(() => ({ 'Idempotency-Key': aKey() }))
  const [added, setAdded] = useState<Reply<'addDocument'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const sending = useSending(sender)
  const isSent = sending.files.length > 0 && sending.counts.sent === sending.files.length

  // What was chosen does not change while it is sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once
  useEffect(() => {
    void sender.add(files)
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    if (!added) window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [sender, added])
  useEffect(() => () => sender.pause(), [sender])

  const finish = () => {
    setError(null)
    const uploads = sending.files.map(({ upload }) => upload).filter((upload) => upload !== null)
    add(uploads, headers)
      .then((document) => {
        setAdded(document)
        return Promise.all(
          [['listDocuments'], ['readDocument']].map((queryKey) => kept.invalidateQueries({ queryKey })),
        )
      })
      .catch(setError)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the last has gone
  useEffect(() => {
    if (isSent) finish()
  }, [isSent])

  if (added)
    return <Added document={added} again={again} onAway={onAway} names={files.map(({ file }) => file.name)} />
  return (
    <>
      <SendingView sender={sender}>
        <button
          type="button"
          onClick={() => {
            sender.stop()
            onAway()
          }}
        >
          {words.upload.giveUp}
        </button>
      </SendingView>
      {isSent && error === null && <p role="status">{words.upload.adding}</p>}
      {error !== null && <Trouble error={error} onAgain={finish} />}
    </>
  )
}

type AddedProps = {
  document: Reply<'addDocument'>
  names: readonly string[]
  again: string
  onAway: () => void
}

function Added({ document, names, again, onAway }: AddedProps) {
  const files = document.witnesses.flatMap((witness) => witness.files)
  return (
    <section className="sheet">
      <p role="status">
        {words.upload.added} <Link href={to.document(document.id)}>{document.title}</Link>
      </p>
      {files
        .filter(({ name }) => names.includes(name))
        .map(
          ({ id, name, duplicateOf }) =>
            duplicateOf && <DuplicateOf key={id} name={name} file={duplicateOf} />,
        )}
      {document.job && <Reading document={document.id} job={document.job.id} />}
      <button type="button" onClick={onAway}>
        {again}
      </button>
    </section>
  )
}

function Reading({ document, job }: { document: string; job: string }) {
  const { data } = useJob(job)
  if (!data) return null
  return (
    <>
      <JobProgress job={data} />
      {!isUnderWay(data) && <Unrecognised waiting={data.waiting ?? 0} unattended={data.unattended ?? 0} />}
      <PagesComing document={document} goesOn={isUnderWay(data) || isFollowed(data)} />
    </>
  )
}

/** Of random letters; `randomUUID` is not there where the archive is reached without TLS. */
const aKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
