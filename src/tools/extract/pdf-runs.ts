type Runs = { items: unknown[]; styles: object }
type Told = {
  streamId: number
  stream?: unknown
  action?: unknown
  sourceName?: unknown
  targetName?: unknown
  chunk?: unknown
}
type Text = { asker: unknown; waiting: (Told & { chunk: Runs }) | null }

/** What is told of a stream, as pdfjs numbers it. */
const [close, enqueue, error, pull] = [3, 4, 5, 6]
/** So many runs are passed on at once, of a longer text in several messages: pdfjs makes arguments of a call of them. */
const most = 1000
const endless = 1_000_000_000

/**
 * What to pass on in the place of a message of a stream, without copying it; null where it has to be copied. Messages of
 * plain values pass as they are, as most do that a stream sends to and fro. The runs of a page's text (`TextContent`), which
 * the worker makes for that alone, are gathered: it tells them ten at a time and, asked as usual, waits behind a hundred.
 */
export function streamsAtOnce(): (message: unknown) => unknown[] | null {
  const texts = new Map<number, Text>()
  return (message) => {
    if (!isObject(message) || !isTold(message)) return null
    const { stream, streamId } = message
    if (message.action === 'GetTextContent') {
      texts.set(streamId, { asker: message.sourceName, waiting: null })
      return [{ ...message, desiredSize: endless }]
    }
    const text = texts.get(streamId)
    if (text?.asker === message.sourceName && stream === pull) return [{ ...message, desiredSize: endless }]
    const isPlain = Object.values(message).every((value) => typeof value !== 'object')
    if (text === undefined || text.asker !== message.targetName) return isPlain ? [message] : null
    if (stream === enqueue && isRuns(message.chunk)) return gather(text, message, message.chunk)
    if (stream === close || stream === error) texts.delete(streamId)
    if (!isPlain) return null
    return stream === close && text.waiting ? [text.waiting, message] : [message]
  }
}

function gather(text: Text, message: Told, { items, ...rest }: Runs): unknown[] {
  const { waiting } = text
  // The worker goes on to fill what it has told anew.
  if (waiting === null) text.waiting = { ...message, chunk: { items, ...rest } }
  else {
    for (const item of items) waiting.chunk.items.push(item)
    Object.assign(waiting.chunk.styles, rest.styles)
  }
  if (text.waiting === null || text.waiting.chunk.items.length < most) return []
  const told = text.waiting
  text.waiting = null
  return [told]
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isTold = (message: object): message is Told =>
  'streamId' in message && typeof message.streamId === 'number'

const isRuns = (chunk: unknown): chunk is Runs => isObject(chunk) && 'items' in chunk && 'styles' in chunk
