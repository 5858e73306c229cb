import { Link } from 'wouter'
import { useAsked } from '../../api/use-asked.ts'
import { to } from '../../paths.ts'
import { words } from '../../words/words.ts'
import { FileList } from '../plan/file-list.tsx'

const most = 100

/** The files of uploads that could not be added or read: why, and what to do about it. */
export function Failures({ id, every }: { id: string; every: number | false }) {
  const { data } = useAsked(
    'readUploads',
    { params: { uploadId: id }, query: { only: 'failed', limit: most } },
    { every },
  )
  const { items = [], next = null } = data?.report ?? {}
  if (items.length === 0) return null
  const count = next === null ? String(items.length) : words.coming.orMore(items.length)
  return (
    <section>
      <h3>{words.coming.failures(count)}</h3>
      <p>{words.coming.failuresLead}</p>
      <FileList files={items}>
        {({ path, message, document }) => (
          <p>
            <strong>{path}</strong> {message}{' '}
            {document && <Link href={to.document(document)}>{words.coming.toDocument}</Link>}
          </p>
        )}
      </FileList>
    </section>
  )
}
