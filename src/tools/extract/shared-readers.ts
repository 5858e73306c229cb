import type { FileHandle } from 'node:fs/promises'
import { type ReaderProcess, startReader } from './reader-process.ts'
import { openSlot, type Slot } from './slot.ts'
import type { Limits } from './watch.ts'

/** A child that reads small files, with what it has read so far. */
export type Seat = { process: ReaderProcess; slot: Slot; files: number; bytes: number }

/** Children that go on to the next file when they have read one. */
export type SharedReaders = {
  /** A child that has a file of so many bytes before it. Throws where it cannot be copied. */
  take(file: FileHandle, bytes: number): Promise<Seat>
  /** Gives a child back that has read a file of so many bytes to its end, and holds so much memory. */
  giveBack(seat: Seat, bytes: number, resident: number): Promise<void>
  /** Ends a child that has failed, or of which nothing more is wanted. */
  end(seat: Seat): Promise<void>
  /** Ends those that rest. */
  close(): Promise<void>
}

const mostFiles = 100
const mostBytes = 64 * 1024 * 1024
const mostShareOfMemory = 0.4
const idleMs = 5_000

/** Readers that are replaced after 100 files or 64 MB, or when they hold two fifths of the memory that they may. */
export function sharedReaders(entry: URL, limits: Limits): SharedReaders {
  const idle = new Map<Seat, NodeJS.Timeout>()

  async function end({ process, slot }: Seat): Promise<void> {
    await process.stop()
    await slot.close()
  }

  function dismiss(seat: Seat): Promise<void> {
    clearTimeout(idle.get(seat))
    idle.delete(seat)
    return end(seat)
  }

  async function rested(): Promise<Seat | null> {
    for (const [seat, ending] of idle) {
      clearTimeout(ending)
      idle.delete(seat)
      if (seat.process.isAlive()) return seat
      await end(seat)
    }
    return null
  }

  async function fresh(): Promise<Seat> {
    const slot = await openSlot()
    return { slot, process: startReader({ entry, handle: slot.reading, limits }), files: 0, bytes: 0 }
  }

  return {
    end,
    async take(file, bytes) {
      const seat = (await rested()) ?? (await fresh())
      try {
        await seat.slot.fill(file, bytes)
        return seat
      } catch (error) {
        await end(seat)
        throw error
      }
    },
    async giveBack(seat, bytes, resident) {
      seat.files++
      seat.bytes += bytes
      const isWorn =
        seat.files >= mostFiles ||
        seat.bytes >= mostBytes ||
        resident > limits.memoryBytes * mostShareOfMemory ||
        !seat.process.isAlive()
      if (isWorn) return end(seat)
      idle.set(seat, setTimeout(() => dismiss(seat), idleMs).unref())
    },
    async close() {
      await Promise.all([...idle.keys()].map(dismiss))
    },
  }
}
