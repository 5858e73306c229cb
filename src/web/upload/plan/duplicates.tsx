import { useAsked } from '../../api/use-asked.ts'
import { words } from '../../words/words.ts'
import { DuplicateOf } from '../duplicate-of.tsx'
import { FileList } from './file-list.tsx'
import styles from './plan.module.css'

const most = 100

/** The files of uploads whose bytes are in the archive, or among the others, with links to what they duplicate. */
export function Duplicates({ id, every }: { id: string; every: number | false }) {
  const { data } = useAsked(
    'readUploads',
    { params: { uploadId: id }, query: { only: 'duplicates', limit: most } },
    { every },
  )
  const { items = [], next = null } = data?.report ?? {}
  if (items.length === 0) return null
  const count = next === null ? String(items.length) : words.coming.orMore(items.length)
  return (
    <details className={styles.folds} open={items.length <= 10}>
      <summary>{words.plan.duplicates(count)}</summary>
      <p>{words.plan.duplicatesLead}</p>
      <FileList files={items}>
        {({ path, duplicateOf, sameAs }) =>
          duplicateOf ? (
            <DuplicateOf name={path} file={duplicateOf} />
          ) : (
            <p>
              {path} {words.plan.sameAs(sameAs ?? '')}
            </p>
          )
        }
      </FileList>
    </details>
  )
}
