import { access, constants, open, stat } from 'node:fs/promises'
import { invalid } from '../../domain/errors.ts'
import { shownName } from './shown-name.ts'

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there: make it first.',
  ENOTDIR: 'its folder is no folder.',
  EISDIR: 'it is a folder: name a file in it.',
  EACCES: 'it may not be written: choose another place.',
  EPERM: 'it may not be written: choose another place.',
  EROFS: 'its disk is only to be read: choose another place.',
}

/** Passes where a report can be written, making the file; what is in it stays. ArchiveError('invalid-input') elsewhere. */
export async function refuseUnwritable(report: string): Promise<void> {
  try {
    const there = await stat(report).catch(() => null)
    // Opening a pipe would wait for its reader, and closing it send them away.
    if (there && !there.isFile() && !there.isDirectory()) await access(report, constants.W_OK)
    else await (await open(report, 'a')).close()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
    const says = sentences[String(error.code)] ?? `the system says ${String(error.code)}.`
    throw invalid('--report', `cannot be written to ${shownName(report)}: ${says} Nothing was added.`)
  }
}
