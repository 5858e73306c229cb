import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { words } from '../words/words.ts'
import { Trouble } from './trouble.tsx'

/** Shows an answer once it is there, what went wrong where it did not come, and until then that it is being read. */
export function Asked<T>({
  of,
  children,
}: {
  of: UseQueryResult<T, Error>
  children: (answer: T) => ReactNode
}) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Trouble error={of.error} onAgain={() => void of.refetch()} />
  return (
    <p className="soft" aria-busy="true">
      {words.shell.reading}
    </p>
  )
}
