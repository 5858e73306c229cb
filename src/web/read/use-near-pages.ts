import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { notesOfPage } from '../annotate/use-notes.ts'
import type { Input } from '../api/ask.ts'
import { askAhead } from '../api/use-asked.ts'
import { type PageWithText, pageInput, type Wanted } from './use-page.ts'

type Here = {
  documentId: string
  number: number
  /** Whether the page of this number is shown; the pages around it wait for it. */
  isHere: boolean
  pages: number
} & Pick<Wanted, 'witness' | 'layer'>

/** Texts and words of so many pages before and behind are kept; a document may have thousands. */
const kept = 10

/**
 * Reads the pages before and after ahead, with what the image service and readers say of them, and lets go of those that
 * are far away. Tells the ids of those around that have a scan, the next one first.
 */
export function useNearPages({ documentId, number, isHere, pages, witness, layer }: Here): readonly string[] {
  const client = useQueryClient()
  const [near, setNear] = useState({ of: 0, scans: none })
  useEffect(() => {
    if (!isHere) return
    let isLeft = false
    // What is looked at comes first.
    const soon = setTimeout(async () => {
      forget(client, documentId, number)
      const numbers = [number + 1, number - 1].filter((one) => one > 0 && one <= pages)
      const wanted = { witness, layer, revision: null }
      const read = await Promise.all(
        numbers.map((one) => readAhead(client, pageInput(documentId, one, wanted))),
      )
      const scans = read.flatMap((page) => (page && page.width !== null ? [page.id] : []))
      if (!isLeft) setNear({ of: number, scans })
    }, 60)
    return () => {
      isLeft = true
      clearTimeout(soon)
    }
  }, [client, isHere, documentId, number, witness, layer, pages])
  // Those around the page before are nothing to this one.
  return near.of === number ? near.scans : none
}

const none: readonly string[] = []

/** What cannot be read ahead is read, or refused, when it is its turn. */
async function readAhead(client: QueryClient, input: Input<'readPage'>): Promise<PageWithText | null> {
  try {
    const page = await askAhead(client, 'readPage', input)
    const documentId = String(input.params?.documentId)
    void client.prefetchQuery(notesOfPage(documentId, page.id, page.text?.revision ?? null))
    if (page.width !== null) await askAhead(client, 'readImageInformation', { params: { pageId: page.id } })
    return page
  } catch {
    return null
  }
}

/** Lets go of the pages of other documents and of those far from one, with all that was asked of each. */
function forget(client: QueryClient, documentId: string, number: number): void {
  const inactive = client.getQueryCache().findAll({ type: 'inactive' })
  const far = inactive.filter(({ queryKey: [, params, query] }) => {
    const { documentId: its, number: read } = Object(params)
    const at = read ?? Object(query).page
    return typeof at === 'number' && (its !== documentId || Math.abs(at - number) > kept)
  })
  const ids = new Set(far.flatMap(({ state }) => Object(state.data).id ?? []))
  for (const query of inactive) {
    const [, params, page] = query.queryKey
    if (far.includes(query) || ids.has(Object(params).pageId ?? page)) client.getQueryCache().remove(query)
  }
}
