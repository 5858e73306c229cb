import type { AuditReader } from '../ports/audit.ts'
import { progressOn } from './progress.ts'

type Reindexer = {
  audit: Pick<AuditReader, 'verify'>
  mend: () => string[]
  run: () => Iterable<{ done: number; total: number }>
  close: () => void
}

const mostTold = 5

/**
 * Makes the index anew and says how far it is; 0 when it is done. Where something was changed behind the program's back it is left
 * as it is, for then it is the index that still knows better; `anyway` makes it all the same.
 */
export async function reindex(
  { audit, mend, run, close }: Reindexer,
  { anyway }: { anyway: boolean },
): Promise<number> {
  const progress = progressOn(process.stderr)
  let documents = 0
  try {
    for (const name of mend()) console.log(`The index ${name} of the database was damaged, and is made anew.`)
    if (!anyway && (await isChanged(audit))) return 1
    for (const { done, total } of run()) {
      if (done === 1) progress.begin('Indexing', total)
      documents = done
      progress.step()
    }
    progress.end()
    console.log(`The index was made anew: ${documents} documents.`)
    return 0
  } finally {
    progress.end()
    close()
  }
}

async function isChanged(audit: Pick<AuditReader, 'verify'>): Promise<boolean> {
  let found = 0
  for await (const { says } of audit.verify()) if (++found <= mostTold) console.log(says)
  if (found === 0) return false
  if (found > mostTold) console.log(`… and ${found - mostTold} more.`)
  console.error(
    'The index was left as it is: what was recorded has been changed ("fonds audit verify"), and a text that was would be found by its wrong words alone. Restore the archive from a backup, or run it with --anyway.',
  )
  return true
}
