import { useAsked } from '../api/use-asked.ts'

/** The title of a collection; a dash until it is known, its id where it cannot be read. */
export function CollectionTitle({ id }: { id: string }) {
  const { data, error } = useAsked('readCollection', { params: { collectionId: id } })
  return data?.title ?? (error ? id : '…')
}
