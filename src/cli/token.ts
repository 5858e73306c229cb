import { addToken } from '../actions/add-token.ts'
import type { Archive } from '../app.ts'
import { type Role, roles } from '../domain/access.ts'
import { invalid } from '../domain/errors.ts'
import type { TokenReader } from '../ports/tokens.ts'
import type { Opening } from './serve.ts'

async function withArchive({ open }: Opening, work: (archive: Archive) => Promise<void>): Promise<number> {
  const archive = await open()
  try {
    await work(archive)
    return 0
  } finally {
    await archive.close()
  }
}

/** `fonds token …`: each command opens the archive beside a running server and closes it again. */
export const token = {
  /** Makes a token and prints it, alone on its line, so that a script can take it. */
  add(opening: Opening, name: string, role: string) {
    if (!isGrantable(role))
      throw invalid('--role', `is not a role: write one of ${roles.slice(1).join(', ')}.`)
    return withArchive(opening, async ({ deps }) => {
      const made = await addToken(deps, 'command line', name, role)
      console.error(`A token for "${name}" (${role}, id ${made.stored.id}), shown this once:`)
      console.log(made.token)
    })
  },

  /** Prints a line for each token: id, role, when made, when revoked, name. */
  async list({ tokens, close }: { tokens: TokenReader; close: () => void }): Promise<number> {
    try {
      for (const { id, role, createdAt, revokedAt, name } of await tokens.list()) {
        console.log([id, role, createdAt, revokedAt ?? '-', name].join('\t'))
      }
      return 0
    } finally {
      close()
    }
  },

  revoke: (opening: Opening, id: string) =>
    withArchive(opening, async ({ deps }) => {
      await deps.tokenWriter.revoke({ actor: 'command line', at: deps.clock(), id })
      console.error('Revoked.')
    }),
}

const isGrantable = (role: string): role is Exclude<Role, 'stranger'> =>
  role !== 'stranger' && (roles as readonly string[]).includes(role)
