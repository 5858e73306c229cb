import { addToken } from '../actions/add-token.ts'
import { daysAfter } from '../domain/people/entry-link.ts'
import type { TokenReader } from '../ports/tokens.ts'
import type { Opening } from './serve.ts'
import { granted } from './user.ts'
import { commandLine, withArchive } from './with-archive.ts'

/** `fonds token …`: each command opens the archive beside a running server and closes it again. */
export const token = {
  /** Makes a token and prints it, alone on its line, so that a script can take it. */
  add(opening: Opening, name: string, role: string, days?: number) {
    const wish = { name, role: granted(role) }
    return withArchive(opening, async ({ deps }) => {
      const expiresAt = days === undefined ? null : daysAfter(deps.clock(), days)
      const made = await addToken(deps, commandLine, { ...wish, expiresAt })
      console.error(`A token for "${name}" (${role}, id ${made.stored.id}), shown this once:`)
      console.log(made.token)
    })
  },

  /** Prints a line for each token: id, role, when made, when revoked, until when it stands, name. */
  async list({ tokens, close }: { tokens: TokenReader; close: () => void }): Promise<number> {
    try {
      for (const { id, role, createdAt, revokedAt, expiresAt, name } of await tokens.list()) {
        console.log([id, role, createdAt, revokedAt ?? '-', expiresAt ?? '-', name].join('\t'))
      }
      return 0
    } finally {
      close()
    }
  },

  revoke: (opening: Opening, id: string) =>
    withArchive(opening, async ({ deps }) => {
      await deps.tokenWriter.revoke({ actor: commandLine, at: deps.clock(), id })
      console.error('Revoked.')
    }),
}
