import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { useAll } from './use-all.ts'

type Unit = Reply<'listCollections'>['items'][number]

/** The arrangement as a tree: each unit with its reference code, those within it below. */
export function CollectionsScreen() {
  const units = useAll('listCollections')
  return (
    <Screen title={words.browse.collections} narrow>
      <Asked of={units}>
        {(all) =>
          all.length === 0 ? <p>{words.browse.noCollections}</p> : <Branch units={all} parent={null} />
        }
      </Asked>
    </Screen>
  )
}

function Branch({ units, parent }: { units: readonly Unit[]; parent: string | null }) {
  const within = units.filter((unit) => unit.parent === parent)
  if (within.length === 0) return null
  return (
    <ul>
      {within.map(({ id, referenceCode, title, level }) => (
        <li key={id}>
          <span className="soft">{referenceCode}</span> <Link href={to.collection(id)}>{title}</Link>{' '}
          <span className="soft small">{level}</span>
          <Branch units={units} parent={id} />
        </li>
      ))}
    </ul>
  )
}
