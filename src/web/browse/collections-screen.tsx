import { AddUnit } from '../collection/edit-unit.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { Branch } from './branch.tsx'
import { BrowseNav } from './browse-nav.tsx'

/** The arrangement as a tree: each unit with its reference code, what lies within it below. */
export function CollectionsScreen() {
  return (
    <Screen title={words.browse.collections} narrow>
      <BrowseNav />
      <AddUnit parent={null} />
      <Branch parent={null} isTop />
    </Screen>
  )
}
