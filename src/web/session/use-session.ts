import { type Query, useQueryClient } from '@tanstack/react-query'
import { ask, type OperationId, type Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'

const order = ['stranger', 'reader', 'annotator', 'archivist', 'administrator']

export type Role = Reply<'readSession'>['role']

/** Who looks at the pages, and whether they may do what a role may; null until the archive has said so. */
export function useSession() {
  const { data } = useAsked('readSession')
  return {
    session: data ?? null,
    may: (role: Role): boolean => data !== undefined && order.indexOf(data.role) >= order.indexOf(role),
  }
}

/** Signs in and out; everything that was shown is asked anew, for another sees other things. */
export function useSigning() {
  const kept = useQueryClient()
  const isOf = (operation: OperationId) => (query: Query) => query.queryKey[0] === operation
  const [isSession, isLink] = [isOf('readSession'), isOf('readInvitation')]
  // First who one is: what another may not ask is then not asked again. A link that has let somebody in is no more.
  async function askAnew() {
    await kept.resetQueries({ predicate: isSession })
    await kept.resetQueries({ predicate: (query) => !isSession(query) && !isLink(query) })
  }
  return {
    signIn: async (by: { token: string } | { login: string; password: string }) => {
      await ask('beginSession', { body: by })
      await askAnew()
    },
    join: async (wish: { secret: string; login: string; name: string; password: string }) => {
      await ask('join', { body: wish })
      await askAnew()
    },
    resetPassword: async (wish: { secret: string; password: string }) => {
      await ask('resetPassword', { body: wish })
      await askAnew()
    },
    signOut: async () => {
      await ask('endSession')
      await askAnew()
    },
  }
}
