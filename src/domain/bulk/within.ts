import { invalid } from '../errors.ts'

const longest = 4000

/**
 * A path within a folder as a batch knows it: composed (NFC), divided by slashes, without empty segments. Throws
 * ArchiveError('invalid-input') for one that leads out of the folder, or is none.
 */
export function pathWithin(given: string, field: string): string {
  const says = 'must be a path within the folder, such as letters/p001.jpg'
  if (/^([/\\]|[A-Za-z]:[/\\])/.test(given) || given.includes('\0') || given.length > longest)
    throw invalid(field, `${says}.`)
  const segments = given
    .normalize('NFC')
    .split(/[/\\]/)
    .filter((segment) => segment !== '' && segment !== '.')
  if (segments.length === 0 || segments.includes('..')) throw invalid(field, `${says}.`)
  return segments.join('/')
}

/** The folder of a path within a folder; '' for the folder itself. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
