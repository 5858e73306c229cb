import { useAsked } from '../api/use-asked.ts'
import type { ShownDocument } from '../document/document-frame.tsx'

/** A witness that can be read: null as its id in addresses stands for the first. */
export type ReadWitness = { id: string; label: string; pages: number; isFirst: boolean }

/** The witnesses of a document with how many pages each has; null until that is known. */
export function useWitnesses(document: ShownDocument): readonly ReadWitness[] | null {
  const [only, ...others] = document.witnesses
  const isOne = only !== undefined && others.length === 0
  const told = useAsked('listWitnesses', { params: { documentId: document.id } }, { when: !isOne })
  if (isOne) return [{ id: only.id, label: only.label, pages: document.pageCount, isFirst: true }]
  return (
    told.data?.items.map(({ id, label, pageCount }, at) => ({
      id,
      label,
      pages: pageCount,
      isFirst: at === 0,
    })) ?? null
  )
}
