import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { to } from '../paths.ts'
import { ClaimView } from '../provenance/claim-view.tsx'
import { Thing } from '../provenance/thing.tsx'
import { Asked } from '../shell/asked.tsx'
import { Screen } from '../shell/screen.tsx'
import { words } from '../words/words.ts'
import type { AuthorityKind } from './authorities-screen.tsx'
import { Facts } from './facts.tsx'

const reading = { agents: 'readAgent', places: 'readPlace', happenings: 'readHappening' } as const
const claiming = {
  agents: 'listAgentClaims',
  places: 'listPlaceClaims',
  happenings: 'listHappeningClaims',
} as const

/** An agent, a place or a happening: its names, what is known of it, its documents, and the claims under all of it. */
export function AuthorityScreen({ kind, id }: { kind: AuthorityKind; id: string }) {
  const read = useAsked(reading[kind], { params: { authorityId: id } })
  const claims = useAsked(claiming[kind], { params: { subjectId: id }, query: { limit: 100 } })
  return (
    <Asked of={read}>
      {(thing) => (
        <Screen title={thing.names[0]?.text ?? id} narrow>
          <Facts>
            {[
              [
                words.browse.names,
                thing.names.map(({ text, lang, period }) => (
                  <span key={`${text}${lang}`} lang={lang ?? undefined}>
                    {text}
                    {period && ` (${sayEdtf(period)})`}
                  </span>
                )),
              ],
              ...factsOf(thing),
              [words.browse.note, [thing.note]],
              [
                words.browse.sameAs,
                thing.sameAs.map((address) => (
                  <a key={address} href={address} rel="noreferrer">
                    {address}
                  </a>
                )),
              ],
              [words.browse.documents, searchesOf(kind, thing.names[0]?.text)],
            ]}
          </Facts>
          <section>
            <h2>{words.browse.claims}</h2>
            <Asked of={claims}>
              {({ items }) => items.map((claim) => <ClaimView key={claim.id} claim={claim} />)}
            </Asked>
          </section>
        </Screen>
      )}
    </Asked>
  )
}

type Authority = Reply<'readAgent'> | Reply<'readPlace'> | Reply<'readHappening'>
type Fact = Parameters<typeof Facts>[0]['children'][number]

function factsOf(thing: Authority): Fact[] {
  if ('kind' in thing)
    return [
      [words.browse.existence, thing.existence.map(sayEdtf)],
      [
        words.browse.offices,
        thing.offices.map(({ title, body, period }) => (
          <span key={`${title}${period}`}>
            {title}
            {body && (
              <>
                {', '}
                <Thing kind="agent" id={body} />
              </>
            )}
            {period && ` (${sayEdtf(period)})`}
          </span>
        )),
      ],
      [words.browse.predecessors, thing.predecessors.map((one) => <Thing key={one} kind="agent" id={one} />)],
      [words.browse.successors, thing.successors.map((one) => <Thing key={one} kind="agent" id={one} />)],
    ]
  if ('within' in thing)
    return [
      [
        words.browse.lies,
        thing.within.map(({ place, period }) => (
          <span key={`${place}${period}`}>
            <Thing kind="place" id={place} />
            {period && ` (${sayEdtf(period)})`}
          </span>
        )),
      ],
      [words.browse.coordinates, [thing.coordinates && `${thing.coordinates.lat}, ${thing.coordinates.lon}`]],
    ]
  return [
    [words.browse.date, [thing.date && sayEdtf(thing.date)]],
    [words.browse.places, thing.places.map((one) => <Thing key={one} kind="place" id={one} />)],
    [words.browse.agents, thing.agents.map((one) => <Thing key={one} kind="agent" id={one} />)],
  ]
}

/** Where the documents of a thing are found; names find each other there. */
function searchesOf(kind: AuthorityKind, name: string | undefined) {
  if (name === undefined || kind === 'happenings') return []
  const quoted = `"${name.replaceAll('"', ' ')}"`
  const link = (field: string, label: string) => (
    <Link key={field} href={to.search({ q: `${field}:${quoted}` })}>
      {label}
    </Link>
  )
  if (kind === 'places') return [link('place', words.browse.findPlace)]
  return [link('by', words.browse.findBy), link('to', words.browse.findTo)]
}
