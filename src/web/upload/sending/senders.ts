import { words } from '../../words/words.ts'
import { aSender, type Sender } from './sender.ts'

// Beside the pages, so that sending goes on while somebody looks at another of them.
const senders = new Map<string, Sender>()

/** The sender of a batch: the same one as long as the window stays. */
export function senderOf(batch: string): Sender {
  const known = senders.get(batch)
  if (known) return known
  const sender = aSender({ batch, sayUnreadable: words.upload.unreadable })
  senders.set(batch, sender)
  return sender
}

/** The batches whose sending is not over, and is lost when the window is closed. */
export const underWay = (): string[] =>
  [...senders].filter(([, sender]) => isUnderWay(sender)).map(([batch]) => batch)

/** Gives a batch up. */
export function stopSending(batch: string): void {
  senders.get(batch)?.stop()
  senders.delete(batch)
}

const isUnderWay = (sender: Sender) => {
  const { counts } = sender.see()
  return counts.waiting + counts.sending > 0
}

// Once for all of them: what was sent stays, but the rest needs its files chosen again.
globalThis.addEventListener?.('beforeunload', (event) => {
  if (underWay().length > 0) event.preventDefault()
})
