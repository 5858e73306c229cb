import type { NewClaimOf } from '../api/types.ts'
import { Opens } from '../forms/opens.tsx'
import { later } from '../shell/later.tsx'
import { words } from '../words/words.ts'
import type { Property } from './value-draft.ts'

const NewClaimForm = later(() => import('./new-claim-form.tsx'), 'NewClaimForm')

/** A button that opens the form in which something is said of a thing that can have these properties. */
export function NewClaim(props: { subject: NewClaimOf['subject']; properties: readonly Property[] }) {
  return <Opens label={words.claim.add}>{(close) => <NewClaimForm {...props} onClose={close} />}</Opens>
}
