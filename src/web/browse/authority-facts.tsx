import type { ReactNode } from 'react'
import type { Reply } from '../api/ask.ts'
import { sayEdtf } from '../dates/say-edtf.ts'
import { Thing } from '../provenance/thing.tsx'
import type { ThingKind } from '../provenance/things.ts'
import { words } from '../words/words.ts'
import { Facts } from './facts.tsx'

export type Authority = Reply<'readAgent'> | Reply<'readPlace'> | Reply<'readHappening'>
type Fact = Parameters<typeof Facts>[0]['children'][number]

const says = words.browse

/** What is known of an agent, a place or a happening: its life, its names, where and with whom it was. */
export function AuthorityFacts({ thing }: { thing: Authority }) {
  const others = thing.names.slice(1)
  return (
    <Facts>
      {[
        ...factsOf(thing),
        [
          says.otherNames,
          others.map(({ text, lang, kind, period }) => (
            <During key={`${text} ${lang} ${period}`} period={period}>
              <span lang={lang ?? undefined}>{text}</span>
              {kind && <span className="soft small">{`, ${kind}`}</span>}
            </During>
          )),
        ],
        [says.note, [thing.note && <span className="lines">{thing.note}</span>]],
        [says.sameAs, thing.sameAs.map((address) => <Elsewhere key={address} address={address} />)],
      ]}
    </Facts>
  )
}

function factsOf(thing: Authority): Fact[] {
  if ('kind' in thing)
    return [
      [says.kind, [says.agentKinds[thing.kind]]],
      [thing.kind === 'person' ? says.lived : says.existence, thing.existence.map(said)],
      [
        says.offices,
        thing.offices.map(({ title, body, period }) => (
          <During key={`${title} ${body} ${period}`} period={period}>
            {title}
            {body && (
              <>
                {', '}
                <Thing kind="agent" id={body} />
              </>
            )}
          </During>
        )),
      ],
      [says.predecessors, things('agent', thing.predecessors)],
      [says.successors, things('agent', thing.successors)],
    ]
  if ('within' in thing)
    return [
      [
        says.liesIn,
        thing.within.map(({ place, period }) => (
          <During key={`${place} ${period}`} period={period}>
            <Thing kind="place" id={place} />
          </During>
        )),
      ],
      [says.coordinates, [thing.coordinates && `${thing.coordinates.lat}°, ${thing.coordinates.lon}°`]],
    ]
  return [
    [says.date, [thing.date && said(thing.date)]],
    [says.places, things('place', thing.places)],
    [says.agents, things('agent', thing.agents)],
  ]
}

const said = (edtf: string) => (
  <time key={edtf} title={edtf}>
    {sayEdtf(edtf)}
  </time>
)

const things = (kind: ThingKind, ids: readonly string[]) =>
  ids.map((id) => <Thing key={id} kind={kind} id={id} />)

function During({ period, children }: { period: string | null; children: ReactNode }) {
  return (
    <>
      {children}
      {period && <span className="soft"> ({said(period)})</span>}
    </>
  )
}

/** An address elsewhere, as a link where a browser can go there. */
function Elsewhere({ address }: { address: string }) {
  if (!/^https?:/.test(address)) return address
  return (
    <a href={address} rel="noreferrer">
      {address}
    </a>
  )
}
