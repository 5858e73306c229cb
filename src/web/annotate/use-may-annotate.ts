import { useLocation } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { useSession } from '../session/use-session.ts'

/** Whether who looks may annotate: anything, or the document that is shown, which lies where they are annotators. */
export function useMayAnnotate(): boolean {
  const { may, session } = useSession()
  const [path] = useLocation()
  const documentId = /^\/documents\/(d[0-9a-f]{32})/.exec(path)?.[1]
  const mayAnyway = may('annotator')
  const when = session?.signedIn === true && !mayAnyway && documentId !== undefined
  const { data } = useAsked('readDocument', { params: { documentId: documentId ?? '' } }, { when })
  return mayAnyway || (when && data?.mayAnnotate === true)
}
