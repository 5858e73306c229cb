import { useAsked } from '../api/use-asked.ts'
import { langOfWords } from '../text/lang-of-words.ts'

/** The title of a collection; a dash until it is known, its id where it cannot be read. */
export function CollectionTitle({ id }: { id: string }) {
  const { data, error } = useAsked('readCollection', { params: { collectionId: id } })
  if (!data) return error ? id : '…'
  return <span lang={langOfWords(data.title)}>{data.title}</span>
}
