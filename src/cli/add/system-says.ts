import { isDiskFull } from '../../domain/errors.ts'

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'is not there any more.',
  ENOTDIR: 'is not there any more.',
  EACCES: 'may not be read: change who may, and run the command again.',
  EPERM: 'may not be read: change who may, and run the command again.',
  ELOOP: 'is a link by now: it is not followed.',
  ENAMETOOLONG: 'lies too deep: its path is longer than the system can open. Add a folder farther in.',
  EIO: 'cannot be read: its disk fails.',
}

/** What the system says of a file or folder (`what`), as a sentence; what is no word of the system is thrown on. */
export function systemSays(error: unknown, what: string): string {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error) || isDiskFull(error)) throw error
  return `${what} ${sentences[String(error.code)] ?? `cannot be read (${String(error.code)}).`}`
}

/** What is said of what (`what`) is reached by a link that was none when the folder was listed. */
export const behindLink = (what: string) => `${what} lies behind a link by now: it is not followed.`

/** What is said of a file (`what`) of more bytes than the archive takes. */
export const tooLarge = (what: string, most: number) =>
  `${what} is larger than ${most} bytes, the most that this archive takes (FONDS_MAX_FILE).`
