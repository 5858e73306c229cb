import type { ReactNode } from 'react'
import { Trouble } from '../../shell/trouble.tsx'
import { words } from '../../words/words.ts'
import { sayBytes, sayCount, sayLeft } from '../measure.ts'
import { FilesGoing } from './files-going.tsx'
import type { Sender, Sending } from './sender.ts'
import styles from './sending-view.module.css'
import { useSending } from './use-sending.ts'

const few = 20

/** How far files are on their way, in all and one by one, and what can be done about it. */
export function SendingView({ sender, children }: { sender: Sender; children?: ReactNode }) {
  const sending = useSending(sender)
  const { status, trouble, counts, bytes, sentBytes, files } = sending
  const canPause = status === 'sending' || status === 'unreached'
  return (
    <>
      <progress
        className={styles.whole}
        value={bytes === 0 ? counts.sent : sentBytes}
        max={Math.max(1, bytes === 0 ? files.length : bytes)}
        aria-label={words.upload.inAll}
      />
      <p className={styles.figures}>{figures(sending)}</p>
      <p role="status">{words.upload.status(status, counts.failed > 0)}</p>
      {status === 'stuck' && <Trouble error={trouble} />}
      <div className="row">
        {canPause && (
          <button type="button" onClick={sender.pause}>
            {words.upload.pause}
          </button>
        )}
        {(status === 'paused' || status === 'stuck' || status === 'unreached') && (
          <button type="button" className="main" onClick={sender.goOn}>
            {status === 'unreached' ? words.upload.tryNow : words.upload.goOn}
          </button>
        )}
        {counts.failed > 0 && (
          <button type="button" onClick={sender.again}>
            {words.upload.tryFailed(sayCount(counts.failed))}
          </button>
        )}
        {children}
      </div>
      <details className={styles.each} open={files.length <= few || counts.failed > 0}>
        <summary>{words.upload.eachFile}</summary>
        <FilesGoing files={files} />
      </details>
    </>
  )
}

function figures({ counts, files, bytes, sentBytes, perSecond, secondsLeft }: Sending): string {
  const told = [words.upload.filesOf(sayCount(counts.sent), sayCount(files.length))]
  told.push(words.upload.bytesOf(sayBytes(sentBytes), sayBytes(bytes)))
  if (perSecond !== null && counts.sending > 0) told.push(words.upload.aSecond(sayBytes(perSecond)))
  if (secondsLeft !== null && counts.sending > 0) told.push(words.upload.leftOf(sayLeft(secondsLeft)))
  return told.join(' · ')
}
