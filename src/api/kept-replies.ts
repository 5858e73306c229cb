import type { ArchiveState } from '../ports/archive-state.ts'

/** A reply as it was sent; with more time one that is not `isFinal` might have been another. */
type Reply = { written: Buffer; etag: string; isFinal: boolean }

/**
 * Keeps replies within so many bytes for whoever asks the same, as long as nothing at all is written; what nobody has asked for
 * the longest goes first. A name says all that a reply depends on beside what is written.
 */
export function keptReplies<R extends Reply>(state: ArchiveState, most: number) {
  const kept = new Map<string, R>()
  let bytes = 0
  let asOf = Number.NaN

  function drop(name: string, reply: R): void {
    kept.delete(name)
    bytes -= sizeOf(name, reply)
  }

  function keep(name: string, reply: R): void {
    const before = kept.get(name)
    if (before) drop(name, before)
    kept.set(name, { ...reply, written: inOwnMemory(reply.written) })
    bytes += sizeOf(name, reply)
    for (const [oldest, its] of kept) {
      if (bytes <= most) break
      drop(oldest, its)
    }
  }

  /** What is kept under a name, else what is made now. */
  return async (name: string, make: () => Promise<R>): Promise<R> => {
    const version = await state.version()
    if (version !== asOf) {
      kept.clear()
      bytes = 0
      asOf = version
    }
    const known = kept.get(name)
    if (known) {
      kept.delete(name)
      kept.set(name, known)
      return known
    }
    const made = await make()
    // Unless it may hold what was written after those that are kept now, or lack it.
    if (made.isFinal && version === asOf) keep(name, made)
    return made
  }
}

const sizeOf = (name: string, { written }: Reply) => name.length + written.length

/** Small buffers share their memory, all of which would be kept. */
const inOwnMemory = (bytes: Buffer) =>
  bytes.length === bytes.buffer.byteLength ? bytes : Buffer.from(new Uint8Array(bytes).buffer)
