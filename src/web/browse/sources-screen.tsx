import { Link } from 'wouter'
import { to } from '../paths.ts'
import { sayWork } from '../provenance/things.ts'
import { Screen } from '../shell/screen.tsx'
import { AddWorks } from '../source/add-works.tsx'
import { words } from '../words/words.ts'
import { BrowseNav } from './browse-nav.tsx'
import { langOf, typeOf } from './csl.ts'
import { FindField } from './find-field.tsx'
import styles from './lines.module.css'
import { Parts } from './parts.tsx'
import { useFound } from './use-found.ts'
import { useListed } from './use-listed.ts'

const says = words.browse

/** All sources that claims rest on, narrowed by what is typed. */
export function SourcesScreen() {
  const { q, typed, setTyped } = useFound()
  const listed = useListed('listSources', { query: { limit: 50, q } })
  return (
    <Screen title={says.ways.sources} narrow>
      <BrowseNav />
      <AddWorks />
      <FindField label={says.find.sources} value={typed} onType={setTyped} />
      <Parts of={listed} none={q ? says.noneFound(q) : says.none}>
        {(items) => (
          <ul className={styles.lines}>
            {items.map((source) => (
              <li key={source.id}>
                <Link href={to.source(source.id)} lang={langOf(source)}>
                  {sayWork(source) || source.id}
                </Link>
                <p className="soft small">{typeOf(source)}</p>
              </li>
            ))}
          </ul>
        )}
      </Parts>
    </Screen>
  )
}
