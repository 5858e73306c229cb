import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'

/** Says of which file of the archive another is a duplicate, with a link to its document. */
export function DuplicateOf({ name, file }: { name: string; file: string }) {
  const { data: known, error } = useAsked('readFile', { params: { fileId: file } })
  const document = useAsked(
    'readDocument',
    { params: { documentId: known?.document ?? '' } },
    { when: known !== undefined },
  ).data
  if (error)
    return (
      <p>
        {words.upload.duplicate(name)} {words.upload.deletedFile}
      </p>
    )
  if (!known) return <p>{name}</p>
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
