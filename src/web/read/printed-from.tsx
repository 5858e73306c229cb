import { useEffect, useState } from 'react'
import { useAsked } from '../api/use-asked.ts'
import { PrintedAt } from '../shell/printed-at.tsx'

/** On paper alone: how to cite what is printed, and its address. It is asked for once somebody stays on a page. */
export function PrintedFrom({ documentId, number }: { documentId: string; number: number | null }) {
  const [stayed, setStayed] = useState<number | null>(null)
  useEffect(() => {
    const soon = setTimeout(() => setStayed(number ?? 0), 700)
    return () => clearTimeout(soon)
  }, [number])
  const citation = useAsked(
    'citeDocument',
    { params: { documentId }, query: number === null ? {} : { page: number } },
    { when: stayed === (number ?? 0) },
  )
  return <PrintedAt>{citation.data && <p>{citation.data.sentence}</p>}</PrintedAt>
}
