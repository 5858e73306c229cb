import { useState } from 'react'
import { Link } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { ClaimView } from '../provenance/claim-view.tsx'
import { Thing } from '../provenance/thing.tsx'
import { addressOfThing, thingKinds } from '../provenance/things.ts'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import { Facts } from './facts.tsx'

const own = ['id', 'title', 'document']

/** A source: what is written of it in CSL-JSON, and every claim that rests on it, with what the claim is about. */
export function SourceScreen({ id }: { id: string }) {
  const [limit, setLimit] = useState(20)
  const read = useAsked('readSource', { params: { sourceId: id } })
  const claims = useAsked(
    'listClaimsOnSource',
    { params: { sourceId: id }, query: { limit } },
    { keep: true },
  )
  return (
    <Asked of={read}>
      {(source) => (
        <Screen title={source.title} narrow>
          {source.document && (
            <p>
              <Link href={to.document(source.document)}>{words.browse.document}</Link>
            </p>
          )}
          <Facts>
            {Object.entries(source)
              .filter(([name]) => !own.includes(name))
              .map(([name, value]) => [name, [said(value)]] as const)}
          </Facts>
          <section>
            <h2>{words.browse.restsOn}</h2>
            <Asked of={claims}>
              {({ items, next }) => (
                <>
                  {items.length === 0 && <p className="soft">{words.browse.noClaims}</p>}
                  {items.map((claim) => {
                    const kind = thingKinds.find((one) => one === claim.subject.type)
                    return (
                      <div key={claim.id}>
                        <p className="soft small">
                          {kind && (
                            <>
                              <Thing kind={kind} id={claim.subject.id} />
                              {', '}
                              <Link href={`${addressOfThing(kind, claim.subject.id)}#claim-${claim.id}`}>
                                {claim.property}
                              </Link>
                            </>
                          )}
                        </p>
                        <ClaimView claim={claim} />
                      </div>
                    )
                  })}
                  {next && limit < 100 && (
                    <button type="button" onClick={() => setLimit(100)}>
                      {words.browse.more}
                    </button>
                  )}
                </>
              )}
            </Asked>
          </section>
        </Screen>
      )}
    </Asked>
  )
}

/** A value of CSL-JSON as text: names by their parts, dates by theirs. */
function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join('; ')
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if ('date-parts' in value && Array.isArray(value['date-parts']))
    return value['date-parts'].map((parts) => (Array.isArray(parts) ? parts.join('-') : '')).join(' – ')
  return Object.values(value).map(String).join(', ')
}
