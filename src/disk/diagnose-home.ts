import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnosis, diagnoseSpace, note, well, wrong } from '../domain/diagnosis.ts'
import { refuseHalfRestored } from './restoring.ts'

/** Looks at the folder of an archive: whether this user may write what is there, who else may read it, and its disk. */
export async function diagnoseHome(home: string): Promise<Diagnosis[]> {
  try {
    refuseHalfRestored(home)
  } catch (error) {
    return [wrong('Folder', (error as Error).message)]
  }
  const found: Diagnosis[] = []
  const open: string[] = []
  for (const name of ['', 'catalogue.sqlite', 'originals', 'seal-key.pem']) {
    const path = join(home, name)
    const known = await stat(path).catch(() => null)
    if (!known) continue
    const mayWrite = await access(path, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    )
    if (!mayWrite)
      found.push(wrong('Folder', `${path} cannot be written by this user: give it to the user who serves.`))
    if ((known.mode & 0o002) !== 0)
      found.push(wrong('Folder', `${path} can be changed by everybody on this machine: run chmod o-w.`))
    else if ((known.mode & 0o004) !== 0) open.push(name || home)
  }
  // Whoever may not enter the folder reads nothing in it.
  if (open[0] === home && open.includes('catalogue.sqlite'))
    found.push(
      note('Folder', `${home} can be read by everybody on this machine: run chmod o-rwx, unless they may.`),
    )
  if (found.length === 0) found.push(well('Folder', `${home}.`))
  const { bavail, blocks, bsize } = await statfs(home)
  return [...found, diagnoseSpace(bavail * bsize, blocks * bsize)]
}
