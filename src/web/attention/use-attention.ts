import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { useSession } from '../session/use-session.ts'

type Attention = Reply<'readAttention'>

/** How much waits for an archivist, looked at again every minute; nothing for others. */
export function useAttention(): { counts: Attention | null; total: number; isMore: boolean } {
  const { may } = useSession()
  const { data } = useAsked('readAttention', {}, { when: may('archivist'), every: 60_000 })
  const counts = data ?? null
  const all = counts ? Object.values(counts) : []
  return { counts, total: all.reduce((sum, one) => sum + one, 0), isMore: all.some((one) => one === 1000) }
}
