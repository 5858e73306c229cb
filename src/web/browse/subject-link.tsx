import { Link } from 'wouter'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { to } from '../paths.ts'
import { Thing } from '../provenance/thing.tsx'
import { addressOfThing, useNameOf } from '../provenance/things.ts'
import { words } from '../words/words.ts'

type Subject = Reply<'readClaim'>['subject']

/** What a claim is about, by its name, linked to the claim on its page; a witness with its document. */
export function SubjectLink({ subject, claim }: { subject: Subject; claim?: string }) {
  const { type, id } = subject
  if (type === 'witness') return <WitnessLink id={id} />
  return <NamedLink kind={type} id={id} place={claim ? `#claim-${claim}` : ''} />
}

function NamedLink({
  kind,
  id,
  place,
}: {
  kind: Exclude<Subject['type'], 'witness'>
  id: string
  place: string
}) {
  const { text, lang } = useNameOf(kind, id)
  return (
    <Link href={`${addressOfThing(kind, id)}${place}`} lang={lang ?? undefined}>
      {text}
    </Link>
  )
}

function WitnessLink({ id }: { id: string }) {
  const { data } = useAsked('readWitness', { params: { witnessId: id } })
  if (!data) return <span>{id}</span>
  return (
    <>
      <Link href={`${to.provenance(data.document)}#witness-${id}`}>{data.label}</Link>
      {words.browse.witnessOf} <Thing kind="document" id={data.document} />
    </>
  )
}
