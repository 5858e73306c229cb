import { Thing } from '../provenance/thing.tsx'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { useAll } from './use-all.ts'

/** All sources that claims rest on. */
export function SourcesScreen() {
  const all = useAll('listSources')
  return (
    <Screen title={words.browse.sources} narrow>
      <Asked of={all}>
        {(items) => (
          <>
            {items.length === 0 && <p>{words.browse.none}</p>}
            <ul>
              {items.map(({ id, type }) => (
                <li key={id}>
                  <Thing kind="source" id={id} /> <span className="soft small">{type}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </Screen>
  )
}
