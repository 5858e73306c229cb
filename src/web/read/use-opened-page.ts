import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useRoute } from 'wouter'
import { askAhead } from '../api/use-asked.ts'
import { readAddressOf } from './read-address.ts'
import { pageInput } from './use-page.ts'

/**
 * Asks for the page that is opened together with its document, and for the code that shows it (`read`), instead of one
 * behind the other. What is refused then is told when it is its turn.
 */
export function useOpenedPage(id: string, read: () => Promise<unknown>): void {
  const kept = useQueryClient()
  const [isPage, params] = useRoute('/documents/:id/pages/:number')
  const number = isPage ? Number(params.number) : 0
  const asked = useRef('')
  useEffect(() => {
    // Those that are turned to from here are read ahead by the page itself.
    if (!(number > 0) || asked.current === id) return
    asked.current = id
    const input = pageInput(id, number, readAddressOf(new URLSearchParams(location.search)))
    void askAhead(kept, 'readPage', input).catch(() => null)
    void read().catch(() => null)
  }, [kept, id, number, read])
}
