import { Link } from 'wouter'
import styles from '../browse/lines.module.css'
import { Parts } from '../browse/parts.tsx'
import { useListed } from '../browse/use-listed.ts'
import { to } from '../paths.ts'
import { words } from '../words/words.ts'

/** The documents with a file that could not be read, and why. */
export function Unreadable() {
  const listed = useListed('listDocuments', { query: { limit: 20, fileState: 'failed' } })
  return (
    <Parts of={listed} none={words.attention.nothing}>
      {(documents) => (
        <ul className={styles.lines}>
          {documents.map(({ id, title, language, witnesses }) => (
            <li key={id}>
              <Link href={to.document(id)} lang={language ?? undefined}>
                {title}
              </Link>
              {witnesses
                .flatMap(({ files }) => files)
                .filter(({ state }) => state === 'failed')
                .map(({ id: file, name, error }) => (
                  <p key={file} className="small">
                    {name}
                    {error && `: ${error}`}
                  </p>
                ))}
            </li>
          ))}
        </ul>
      )}
    </Parts>
  )
}
