import { type ReactNode, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { useAsked } from '../api/use-asked.ts'
import { ClaimActs } from '../claim/claim-acts.tsx'
import { NewClaim } from '../claim/new-claim.tsx'
import type { ShownDocument } from '../document/document-frame.tsx'
import { PrintedFrom } from '../read/printed-from.tsx'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { Contain } from '../shell/contain.tsx'
import { useTitle } from '../shell/screen.tsx'
import { AddWitness, MarkActs, WitnessActs } from '../witness/witness-acts.tsx'
import { words } from '../words/words.ts'
import { AsOf, Then } from './as-of.tsx'
import { atTime, byProperty, type Claim } from './claims.ts'
import { Confusions } from './confusions.tsx'
import { DatingSection } from './dating/dating-section.tsx'
import { Description } from './description.tsx'
import { History } from './history.tsx'
import { LinkedData } from './linked-data.tsx'
import styles from './provenance-screen.module.css'
import { Similar } from './similar.tsx'
import { Suggestions } from './suggestions.tsx'
import { useArrival } from './use-arrival.ts'
import { useClaims } from './use-claims.ts'
import { Witnesses } from './witnesses.tsx'

const says = words.provenance
const parts = ['dating', 'description', 'witnesses', 'confusions', 'similar', 'history'] as const

/** Where everything that is known of a document comes from: its dating, its claims, its witnesses, its doubles, its history. */
export function ProvenanceScreen({ document }: { document: ShownDocument }) {
  const { id } = document
  useTitle(`${says.title}: ${document.title}`)
  const [search] = useSearchParams()
  const asOf = search.get('asOf')
  const { may } = useSession()
  const params = { documentId: id }
  const dating = useAsked('readDating', { params, query: { asOf: asOf ?? undefined } }, { keep: true })
  const then = useAsked(
    'readDocument',
    { params, query: { asOf: asOf ?? undefined } },
    { when: asOf !== null },
  )
  const witnesses = useAsked('listWitnesses', { params, query: { asOf: asOf ?? undefined } }, { keep: true })
  const vocabulary = useAsked('readVocabulary')
  const claims = useClaims(id)
  const named = useArrival(Boolean(claims.data && dating.data && witnesses.data && vocabulary.data))

  const known = useMemo(() => atTime(claims.data ?? [], asOf), [claims.data, asOf])
  const byId = useMemo(() => new Map<string, Claim>(known.map((claim) => [claim.id, claim])), [known])
  const properties = useMemo(
    () =>
      new Map(
        vocabulary.data?.items
          .filter(({ subjects }) => subjects.includes('document'))
          .map((one) => [one.name, one]),
      ),
    [vocabulary.data],
  )
  // What is past cannot be changed.
  const mayChange = may('archivist') && asOf === null
  const acts = (claim: Claim) => {
    const property = mayChange && properties.get(claim.property)
    return property && <ClaimActs claim={claim} property={property} />
  }
  const groups = useMemo(() => byProperty(known, [...properties.keys()]), [known, properties])
  const dated = useMemo(
    () => new Map(dating.data?.claims.map((one) => [one.claim, one.dated])),
    [dating.data],
  )

  return (
    <div className={styles.page}>
      <nav aria-label={says.contents} className={styles.contents}>
        <ul className="plain">
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{says.parts[part]}</a>
            </li>
          ))}
          <li className={styles.linked}>
            <LinkedData documentId={id} />
          </li>
        </ul>
      </nav>
      <div className={styles.parts}>
        {named.isMissing && <p role="status">{says.nowhere}</p>}
        {may('archivist') && <Suggestions documentId={id} />}
        <Part name="dating">
          <Then />
          <Asked of={dating}>
            {(answer) => (
              <DatingSection dating={answer} claims={byId} tools={<AsOf since={document.createdAt} />} />
            )}
          </Asked>
        </Part>
        <Part name="description">
          {mayChange && <NewClaim subject={{ type: 'document', id }} properties={[...properties.values()]} />}
          <Asked of={claims}>
            {() => (
              <Description
                groups={groups}
                disputed={(asOf === null ? document : then.data)?.disputed ?? []}
                label={(name) => properties.get(name)?.label ?? name}
                dated={dated}
                inferredDate={dating.data?.status === 'inferred' ? dating.data.says : null}
                named={named.claim}
                acts={acts}
              />
            )}
          </Asked>
        </Part>
        <Part name="witnesses">
          <Asked of={witnesses}>
            {({ items }) => (
              <Witnesses
                documentId={id}
                language={document.language}
                witnesses={items}
                acts={(witness) => mayChange && <WitnessActs witness={witness} />}
                markActs={(mark, witness) => mayChange && <MarkActs mark={mark} witness={witness} />}
              />
            )}
          </Asked>
          {mayChange && <AddWitness documentId={id} />}
        </Part>
        <Part name="confusions">
          <Confusions documentId={id} asOf={asOf} />
        </Part>
        <Part name="similar">
          <Similar documentId={id} />
        </Part>
        <Part name="history">
          <History documentId={id} />
        </Part>
        <PrintedFrom documentId={id} number={null} />
      </div>
    </div>
  )
}

function Part({ name, children }: { name: (typeof parts)[number]; children: ReactNode }) {
  return (
    <section id={name} aria-labelledby={`${name}-title`} className={styles.part} tabIndex={-1}>
      <h2 id={`${name}-title`}>{says.parts[name]}</h2>
      <Contain>{children}</Contain>
    </section>
  )
}
