import type { Archive } from '../app.ts'
import type { Opening } from './serve.ts'

/** Opens the archive beside a running server, does something and closes it again. */
export async function withArchive(
  { open }: Opening,
  work: (archive: Archive) => Promise<void>,
): Promise<number> {
  const archive = await open()
  try {
    await work(archive)
    return 0
  } finally {
    await archive.close()
  }
}

/** Who does what is done at the command line. */
export const commandLine = 'command line'
