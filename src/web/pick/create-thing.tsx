import type { ThingKind } from '../provenance/things.ts'
import { CreateAuthority } from './create-authority.tsx'
import { CreateDocument } from './create-document.tsx'
import type { CreateProps } from './create-props.ts'
import { CreateSource } from './create-source.tsx'

/** The dialog that makes a thing of a kind; units of arrangement are not made in passing. */
export function CreateThing({ kind, ...props }: CreateProps & { kind: Exclude<ThingKind, 'collection'> }) {
  if (kind === 'source') return <CreateSource {...props} />
  if (kind === 'document') return <CreateDocument {...props} />
  return <CreateAuthority kind={kind} {...props} />
}
