import { Link } from 'wouter'
import { addressOfThing, type ThingKind, useNameOf } from './things.ts'

/** A thing of the archive by its name, linked to its page. */
export function Thing({ kind, id }: { kind: ThingKind; id: string }) {
  const { text, lang } = useNameOf(kind, id)
  return (
    <Link href={addressOfThing(kind, id)} lang={lang ?? undefined}>
      {text}
    </Link>
  )
}
