import { Link } from 'wouter'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { useAll } from './use-all.ts'

export type AuthorityKind = 'agents' | 'places' | 'happenings'

const listings = { agents: 'listAgents', places: 'listPlaces', happenings: 'listHappenings' } as const
const addresses = { agents: to.agent, places: to.place, happenings: to.happening }

/** All agents, places or happenings by all their names. */
export function AuthoritiesScreen({ kind }: { kind: AuthorityKind }) {
  const all = useAll(listings[kind])
  return (
    <Screen title={words.browse.kinds[kind]} narrow>
      <nav aria-label={words.shell.places} className="row">
        {(Object.keys(listings) as AuthorityKind[]).map((other) => (
          <Link
            key={other}
            href={`/${other}`}
            className="button"
            aria-current={other === kind ? 'page' : undefined}
          >
            {words.browse.kinds[other]}
          </Link>
        ))}
      </nav>
      <Asked of={all}>
        {(items) => (
          <>
            {items.length === 0 && <p>{words.browse.none}</p>}
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <Link href={addresses[kind](item.id)} lang={item.names[0]?.lang ?? undefined}>
                    {item.names[0]?.text ?? item.id}
                  </Link>{' '}
                  <span className="soft small">
                    {item.names.slice(1).map(({ text, lang }) => (
                      <span key={`${text}${lang}`} lang={lang ?? undefined}>
                        {text}
                        {' · '}
                      </span>
                    ))}
                    {'existence' in item && item.existence.map(sayEdtf).join('; ')}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </Screen>
  )
}
