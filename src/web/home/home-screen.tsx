import { useAsked } from '../api/use-asked.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { Arrangement } from './arrangement.tsx'
import { Empty } from './empty.tsx'
import styles from './home-screen.module.css'
import { Recent } from './recent.tsx'
import { Samples } from './samples.tsx'
import { SearchForm } from './search-form.tsx'

/** Where one comes in: the box to search, what was added last, and where to browse; or how an empty archive begins. */
export function HomeScreen() {
  const recent = useAsked('listDocuments', { query: { limit: 8 } })
  return (
    <Screen title={words.home.title} untitled>
      <div className={styles.home}>
        <p className={styles.lead}>{words.home.lead}</p>
        <SearchForm />
        <Asked of={recent}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty />
            ) : (
              <div className={styles.columns}>
                <Recent documents={items} />
                <Arrangement />
              </div>
            )
          }
        </Asked>
        <Samples isOffered={recent.data?.items.length === 0} />
      </div>
    </Screen>
  )
}
