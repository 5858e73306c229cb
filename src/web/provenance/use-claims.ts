import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import type { Claim } from './claims.ts'

/** All claims about a document, those that were revised among them, oldest first. */
export function useClaims(documentId: string) {
  return useQuery({
    queryKey: ['listDocumentClaims', { subjectId: documentId }, 'all'],
    queryFn: async ({ signal }) => {
      const claims: Claim[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: { items: Claim[]; next: string | null } = await ask('listDocumentClaims', {
          params: { subjectId: documentId },
          query: { limit: 100, cursor },
          signal,
        })
        claims.push(...page.items)
        cursor = page.next
      }
      return claims
    },
  })
}
