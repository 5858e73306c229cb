import { Link } from 'wouter'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { BrowseNav } from './browse-nav.tsx'
import { FindField } from './find-field.tsx'
import styles from './lines.module.css'
import { Parts } from './parts.tsx'
import { useFound } from './use-found.ts'
import { useListed } from './use-listed.ts'

export type AuthorityKind = 'agents' | 'places' | 'happenings'

const listings = { agents: 'listAgents', places: 'listPlaces', happenings: 'listHappenings' } as const
const addresses = { agents: to.agent, places: to.place, happenings: to.happening }
const says = words.browse

/** All agents, places or happenings by all their names, narrowed by what is typed. */
export function AuthoritiesScreen({ kind }: { kind: AuthorityKind }) {
  const { q, typed, setTyped } = useFound()
  const listed = useListed(listings[kind], { query: { limit: 50, q } })
  return (
    <Screen title={says.ways[kind]} narrow>
      <BrowseNav />
      <FindField label={says.find[kind]} value={typed} onType={setTyped} />
      <Parts of={listed} none={q ? says.noneFound(q) : says.none}>
        {(items) => (
          <ul className={styles.lines}>
            {items.map((item) => (
              <li key={item.id}>
                <Link href={addresses[kind](item.id)} lang={item.names[0]?.lang ?? undefined}>
                  {item.names[0]?.text ?? item.id}
                </Link>
                <Beside item={item} />
              </li>
            ))}
          </ul>
        )}
      </Parts>
    </Screen>
  )
}

type Listed = {
  names: { text: string; lang: string | null }[]
  existence?: string[]
  date?: string | null
}

/** When it was, and what else it is called. */
function Beside({ item: { names, existence = [], date } }: { item: Listed }) {
  const times = [...existence, ...(date ? [date] : [])].map(sayEdtf).join('; ')
  const others = names.slice(1, 6)
  if (!times && others.length === 0) return null
  return (
    <p className="soft small">
      {times}
      {times && others.length > 0 && ' · '}
      {others.map(({ text, lang }, at) => (
        <span key={`${text} ${lang}`}>
          {at > 0 && ' · '}
          <span lang={lang ?? undefined}>{text}</span>
        </span>
      ))}
      {names.length > 6 && ` · ${says.moreNames(names.length - 6)}`}
    </p>
  )
}
