import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The program `tesseract` of this machine: its absolute path, its version, and the folder that it takes models from. */
export type NativeProgram = { path: string; version: string; folder: string | null }

const run = promisify(execFile)
const patience = { timeout: 10_000 }

/** Finds `tesseract` on the PATH; null where there is none, or none that runs. */
export async function findNative(): Promise<NativeProgram | null> {
  try {
    const path = (await run('/bin/sh', ['-c', 'command -v tesseract'], patience)).stdout.trim()
    if (!path.startsWith('/')) return null
    const [told, listed] = await Promise.all([
      run(path, ['--version'], patience),
      run(path, ['--list-langs'], patience).catch(() => ({ stdout: '' })),
    ])
    const version = /^tesseract v?(\S+)/m.exec(told.stdout + told.stderr)?.[1]
    const folder = /in "([^"]+)"/.exec(listed.stdout)?.[1] ?? null
    return version === undefined ? null : { path, version, folder }
  } catch {
    return null
  }
}
