import { Link } from 'wouter'
import { useAsked } from '../../api/use-asked.ts'
import { sayEdtf } from '../../dates/say-edtf.ts'
import { words } from '../../words/words.ts'
import type { Claim } from '../claims.ts'
import { Thing } from '../thing.tsx'
import { addressOfThing, type ThingKind, useNameOf } from '../things.ts'
import styles from './dating-section.module.css'

type Props = {
  on: { claims: readonly string[]; marks: readonly string[]; sources?: readonly string[] }
  claims: ReadonlyMap<string, Claim>
}

/** What a statement rests on, linked: claims and marks on this page, claims about other things, and sources. */
export function RestsOn({ on, claims }: Props) {
  const { marks, sources = [] } = on
  const here = on.claims.filter((id) => claims.has(id))
  const elsewhere = on.claims.filter((id) => !claims.has(id))
  if (here.length + elsewhere.length + marks.length + sources.length === 0) return null
  const labelOf = (id: string) => words.provenance.property(claims.get(id)?.property ?? '')
  return (
    <ul className={styles.rests} aria-label={words.provenance.dating.restsOn}>
      {here.map((id) => (
        <li key={id}>
          <a href={`#claim-${id}`}>{words.provenance.dating.theClaim(labelOf(id))}</a>
        </li>
      ))}
      {marks.map((id) => (
        <li key={id}>
          <a href={`#mark-${id}`}>{words.provenance.dating.theMark}</a>
        </li>
      ))}
      {elsewhere.slice(0, 8).map((id) => (
        <li key={id}>
          <Elsewhere id={id} />
        </li>
      ))}
      {sources.map((id) => (
        <li key={id}>
          <Thing kind="source" id={id} />
        </li>
      ))}
    </ul>
  )
}

/** A claim about another thing, by what it is about. */
function Elsewhere({ id }: { id: string }) {
  const { data } = useAsked('readClaim', { params: { claimId: id } })
  if (!data) return null
  const { type } = data.subject
  const { edtf } = data.value
  const property = words.provenance.property(data.property)
  const about = typeof edtf === 'string' ? `${property} ${sayEdtf(edtf)}` : property
  return type === 'witness' ? null : <Named kind={type} id={data.subject.id} about={about} />
}

function Named({ kind, id, about }: { kind: ThingKind; id: string; about: string }) {
  const { text } = useNameOf(kind, id)
  return <Link href={addressOfThing(kind, id)}>{words.provenance.dating.about(text, about)}</Link>
}
