import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The absolute path of poppler's `pdftotext` on the PATH; null where there is none. */
export async function findPoppler(): Promise<string | null> {
  try {
    const found = (await run('/bin/sh', ['-c', 'command -v pdftotext'], { timeout: 10_000 })).stdout.trim()
    return found.startsWith('/') ? found : null
  } catch {
    return null
  }
}
