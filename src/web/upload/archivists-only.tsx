import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'

/** What archivists alone do; others are told so, and how to sign in. */
export function ArchivistsOnly({ children }: { children: ReactNode }) {
  const { session, may } = useSession()
  const [here] = useLocation()
  if (may('archivist')) return children
  return (
    session && (
      <p>
        {words.upload.only} <Link href={to.signIn(here)}>{words.shell.signIn}</Link>
      </p>
    )
  )
}
