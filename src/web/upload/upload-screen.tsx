import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { JobProgress } from '../jobs/job-progress.tsx'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Screen } from '../shell/screen.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { sendFiles } from './send-files.ts'
import styles from './upload-screen.module.css'

/** Uploading files as a document, for archivists. */
export function UploadScreen() {
  const { session, may } = useSession()
  return (
    <Screen title={words.upload.title} narrow>
      {may('archivist') ? (
        <UploadForm />
      ) : (
        session && (
          <p>
            {words.upload.only} <Link href={to.signIn(to.upload())}>{words.shell.signIn}</Link>
          </p>
        )
      )}
    </Screen>
  )
}

function UploadForm() {
  const id = useId()
  const kept = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(null)
  const [share, setShare] = useState<number | null>(null)
  const [added, setAdded] = useState<Reply<'addDocument'> | null>(null)
  const [error, setError] = useState<unknown>(null)

  const isSending = share !== null
  useEffect(() => {
    if (!isSending) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const title = String(new FormData(form).get('title')).trim()
    stop.current = new AbortController()
    setError(null)
    setAdded(null)
    setShare(0)
    try {
      const { signal } = stop.current
      setAdded(await sendFiles([...(picker.current?.files ?? [])], title, { onShare: setShare, signal }))
      form.reset()
      await kept.invalidateQueries({ queryKey: ['listDocuments'] })
    } catch (refused) {
      setError(stop.current.signal.aborted ? new Error(words.upload.stopped) : refused)
    }
    setShare(null)
  }

  return (
    <>
      <p>{words.upload.lead}</p>
      <form
        onSubmit={submit}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          if (picker.current && event.dataTransfer.files.length > 0)
            picker.current.files = event.dataTransfer.files
        }}
        className={styles.form}
      >
        <div className="field">
          <label htmlFor={`${id}-files`}>{words.upload.files}</label>
          <input
            id={`${id}-files`}
            ref={picker}
            type="file"
            multiple
            required
            aria-describedby={`${id}-hint`}
          />
          <span className="hint" id={`${id}-hint`}>
            {words.upload.filesHint}
          </span>
        </div>
        <div className="field">
          <label htmlFor={`${id}-title`}>{words.upload.documentTitle}</label>
          <input
            id={`${id}-title`}
            name="title"
            type="text"
            maxLength={500}
            aria-describedby={`${id}-titled`}
          />
          <span className="hint" id={`${id}-titled`}>
            {words.upload.titleHint}
          </span>
        </div>
        <div className="row">
          <button type="submit" className="main" disabled={isSending}>
            {words.upload.go}
          </button>
          {isSending && (
            <>
              <progress value={share} max={1} aria-label={words.upload.title} />
              <span>{words.upload.sending(Math.round(share * 100))}</span>
              <button type="button" onClick={() => stop.current?.abort()}>
                {words.upload.stop}
              </button>
            </>
          )}
        </div>
      </form>
      {error !== null && <Trouble error={error} />}
      {added && (
        <section className="sheet">
          <p role="status">
            {words.upload.added} <Link href={to.document(added.id)}>{added.title}</Link>
            {added.witnesses.some(({ files }) => files.some(({ duplicateOf }) => duplicateOf)) && (
              <> {words.upload.duplicate}</>
            )}
          </p>
          {added.job && <JobProgress id={added.job.id} />}
        </section>
      )}
      <p className="soft">
        {words.upload.bulk} <code>{words.upload.command}</code>
      </p>
      <p>
        <Link href={to.jobs()}>{words.upload.jobs}</Link>
      </p>
    </>
  )
}
