import { sealArchive } from '../actions/seal-archive.ts'
import { invalid } from '../domain/errors.ts'
import type { AuditReader } from '../ports/audit.ts'
import type { Opening } from './serve.ts'
import { commandLine, withArchive } from './with-archive.ts'

/** `fonds audit …`: whether what was recorded is as it was recorded. */
export const audit = {
  /** Prints what was changed behind the program's back; 0 when nothing was. With `seal`, a seal noted elsewhere, that it stands here. */
  async verify(
    { audit, close }: { audit: AuditReader; close: () => void },
    { seal }: { seal?: string },
  ): Promise<number> {
    try {
      if (seal !== undefined && !/^[0-9a-f]{64}$/.test(seal))
        throw invalid('--seal', 'must be 64 hexadecimal digits.')
      let found = 0
      for await (const { says } of audit.verify()) {
        console.log(says)
        found++
      }
      if (seal !== undefined && (await audit.withDigest(seal)) === null) {
        console.log(`There is no seal ${seal}: what it covered has been replaced.`)
        found++
      }
      if (found > 0) return 1
      const last = await audit.last()
      const told = last
        ? `the last seal is ${last.digest}, of ${last.at}`
        : 'nothing is sealed yet ("fonds audit seal")'
      console.log(`All is well: ${await audit.countEvents()} events; ${told}.`)
      return 0
    } finally {
      close()
    }
  },

  /** Seals what was recorded since the last seal, and prints the seal alone on its line, to be noted elsewhere. */
  seal: (opening: Opening) =>
    withArchive(opening, async ({ deps, audit }) => {
      await sealArchive(deps)
      const last = await audit.last()
      console.error(last ? `Sealed until ${last.at}, signed by ${last.signer}:` : 'There is nothing to seal.')
      if (last) console.log(last.digest)
    }),

  /** Erases what an event tells, for a reason that is recorded; that it was, and by whom, stays. */
  erase: (opening: Opening, event: string, reason: string) =>
    withArchive(opening, async ({ deps }) => {
      if (reason.trim() === '')
        throw invalid('--reason', 'is empty: say why, for it is all that will be told.')
      await deps.auditWriter.erase({ actor: commandLine, at: deps.clock(), event, reason: reason.trim() })
      console.error('Erased.')
    }),
}
