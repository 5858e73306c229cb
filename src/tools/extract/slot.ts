import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A file without a name, into which one small file after another is copied for a child that only holds it open for reading:
 * so it reads many files, and can reach none of the archive's.
 */
export type Slot = {
  /** What the child is started with; may be closed when it has. */
  reading: FileHandle
  fill(from: FileHandle, bytes: number): Promise<void>
  close(): Promise<void>
}

/** Makes a slot in the system's folder for temporary files. */
export async function openSlot(): Promise<Slot> {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-reads-'))
  try {
    const writing = await open(join(folder, 'slot'), 'wx', 0o600)
    const reading = await open(join(folder, 'slot'), 'r')
    return {
      reading,
      async fill(from, bytes) {
        const buffer = Buffer.allocUnsafe(bytes)
        let got = 0
        for (let more = -1; more !== 0 && got < bytes; got += more)
          more = (await from.read(buffer, got, bytes - got, got)).bytesRead
        await writing.truncate(0)
        for (let put = 0; put < got; ) put += (await writing.write(buffer, put, got - put, put)).bytesWritten
      },
      async close() {
        await Promise.all([writing.close(), reading.close()])
      },
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
