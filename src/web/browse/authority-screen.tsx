import { Suspense } from 'react'
import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { ClaimView } from '../provenance/claim-view.tsx'
import { useArrival } from '../provenance/use-arrival.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { later } from '../shell/later.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import type { AuthorityKind } from './authorities-screen.tsx'
import { type Authority, AuthorityFacts } from './authority-facts.tsx'
import { NamingDocuments } from './naming-documents.tsx'
import { Parts } from './parts.tsx'
import { useListed } from './use-listed.ts'

// Only archivists have it.
const EditAuthority = later(() => import('../authority/edit-authority.tsx'), 'EditAuthority')

const says = words.browse
const reading = { agents: 'readAgent', places: 'readPlace', happenings: 'readHappening' } as const
const claiming = {
  agents: 'listAgentClaims',
  places: 'listPlaceClaims',
  happenings: 'listHappeningClaims',
} as const
const addresses = { agents: to.agent, places: to.place, happenings: to.happening }

/** An agent, a place or a happening: its names, what is known of it, its documents, and the claims under all of it. */
export function AuthorityScreen({ kind, id }: { kind: AuthorityKind; id: string }) {
  const read = useAsked(reading[kind], { params: { authorityId: id } })
  const { may } = useSession()
  return (
    <Asked of={read}>
      {(thing) => (
        <Screen
          title={thing.names[0]?.text ?? id}
          lang={thing.names[0]?.lang}
          narrow
          beside={<Link href={`/${kind}`}>{says.all[kind]}</Link>}
        >
          {thing.mergedInto && (
            <p className="sheet">
              {says.merged} <Link href={addresses[kind](thing.mergedInto)}>{says.seeThat}</Link>
            </p>
          )}
          <AuthorityFacts thing={thing} />
          {/* What was merged is described by what stands in its place. */}
          {may('archivist') && !thing.mergedInto && (
            <Suspense>
              <EditAuthority key={id} kind={kind} thing={thing} />
            </Suspense>
          )}
          <section>
            <h2>{says.documents}</h2>
            <NamingDocuments key={id} kind={kind} id={id} />
            <Searches kind={kind} thing={thing} />
          </section>
          <section>
            <h2>{says.claims}</h2>
            <Claims key={id} kind={kind} id={id} />
          </section>
        </Screen>
      )}
    </Asked>
  )
}

function Claims({ kind, id }: { kind: AuthorityKind; id: string }) {
  const listed = useListed(claiming[kind], {
    params: { subjectId: id },
    query: { limit: 100, standing: 'true' },
  })
  useArrival(listed.items !== undefined)
  return (
    <Parts of={listed} none={says.noClaimsOf}>
      {(claims) =>
        [...Map.groupBy(claims, ({ property }) => property)].map(([property, said]) => (
          <section key={property}>
            <h3>{words.provenance.property(property)}</h3>
            {said.map((claim) => (
              <ClaimView key={claim.id} claim={claim} />
            ))}
          </section>
        ))
      }
    </Parts>
  )
}

/** What else of it can be searched for; in searches all names of a thing find each other. */
function Searches({ kind, thing: { names } }: { kind: AuthorityKind; thing: Authority }) {
  const [name] = names
  if (!name) return null
  const quoted = `"${name.text.replaceAll('"', ' ')}"`
  const fields = { agents: ['by:', 'to:', ''], places: ['place:', ''], happenings: [''] } as const
  return (
    <p className="row no-print">
      {fields[kind].map((field) => (
        <Link key={field} href={to.search({ q: field + quoted })} className="button">
          {says.searchFor[field]}
        </Link>
      ))}
    </p>
  )
}
