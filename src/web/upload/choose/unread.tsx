import { words } from '../../words/words.ts'

const most = 20

/** What was chosen and could not be opened. */
export function Unread({ paths }: { paths: readonly string[] }) {
  if (paths.length === 0) return null
  return (
    <div role="alert">
      <p>{words.upload.unread}</p>
      <ul>
        {paths.slice(0, most).map((path) => (
          <li key={path}>{path}</li>
        ))}
        {paths.length > most && <li>… ({paths.length})</li>}
      </ul>
    </div>
  )
}
