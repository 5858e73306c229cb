import { Link } from 'wouter'
import { useAsked } from '../../api/use-asked.ts'
import { to } from '../../paths.ts'
import { words } from '../../words/words.ts'
import { sayCount } from '../measure.ts'

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Uploads that were begun and are not documents yet; nothing where there are none. */
export function Unfinished() {
  const { data } = useAsked('listUploads', { query: { limit: 50 } })
  const open = data?.items.filter(({ phase }) => phase === 'open') ?? []
  if (open.length === 0) return null
  return (
    <section>
      <h2>{words.upload.unfinished}</h2>
      <ul>
        {open.map(({ id, name, files, createdAt }) => (
          <li key={id}>
            <Link href={to.uploads(id)}>{name}</Link>{' '}
            <span className="soft">
              {when.format(new Date(createdAt))} ·{' '}
              {words.upload.unfinishedSays(sayCount(files.received ?? 0))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
