import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'

/** Says of which file of the archive another is a duplicate, with a link to its document. */
export function DuplicateOf({ name, file }: { name: string; file: string }) {
  const known = useAsked('readFile', { params: { fileId: file } }).data
  const document = useAsked(
    'readDocument',
    { params: { documentId: known?.document ?? '' } },
    { when: known !== undefined },
  ).data
  if (!known) return null
  return (
    <p>
      {words.upload.duplicate(name)}{' '}
      <Link href={to.document(known.document)}>
        {known.name}
        {document && document.title !== known.name && <>, {document.title}</>}
      </Link>
      .
    </p>
  )
}
