import { ask } from '../api/ask.ts'
import type { NewClaimOf } from '../api/types.ts'
import { AddForm } from '../forms/add-form.tsx'
import { ChoiceField } from '../forms/choice-field.tsx'
import type { Editing } from '../forms/editing.ts'
import { goTo } from '../forms/go-to.ts'
import { words } from '../words/words.ts'
import { type ClaimDraft, newClaim, sayingOf } from './claim-draft.ts'
import { ClaimFields } from './claim-fields.tsx'
import { type Property, saidValue } from './value-draft.ts'

const says = words.claim

type Props = {
  subject: NewClaimOf['subject']
  /** The properties that it can have. */
  properties: readonly Property[]
  onClose: () => void
}
type Begun = { property: Property | null; claim: ClaimDraft | null }

/** The form in which something is said of a thing. */
export function NewClaimForm({ subject, properties, onClose }: Props) {
  return (
    <AddForm<Begun>
      title={says.add}
      send={says.record}
      initial={nothing}
      add={async ({ property, claim }, keys) => {
        // The form has no button to send it with before a property is chosen.
        if (!property || !claim) throw new Error(says.chooseFirst)
        const value = await saidValue(property, claim.value)
        const body = { subject, property: property.name, value, ...sayingOf(claim, claim) }
        return ask('addClaim', { body, headers: keys(body) })
      }}
      onAdded={(id, from) => {
        onClose()
        goTo(`claim-${id}`, from)
      }}
      onClose={onClose}
    >
      {(editing) => <Fields {...editing} properties={properties} />}
    </AddForm>
  )
}

const nothing: Begun = { property: null, claim: null }

function Fields({ draft, set, error, properties }: Editing<Begun> & Pick<Props, 'properties'>) {
  const { property, claim } = draft
  const choose = (name: string) => {
    const chosen = properties.find((one) => one.name === name) ?? null
    set('property', chosen)
    // What it rests on may be the same.
    const carried = claim && { sources: claim.sources, note: claim.note }
    set('claim', chosen && { ...newClaim(chosen), ...carried })
  }
  return (
    <>
      <ChoiceField
        label={says.property}
        value={property?.name ?? ''}
        choices={properties.map(({ name, label }) => [name, label])}
        empty={says.chooseProperty}
        onChange={choose}
        required
      />
      {property && claim && (
        <ClaimFields
          key={property.name}
          property={property}
          draft={claim}
          set={(part, value) => set('claim', { ...claim, [part]: value })}
          error={error}
        />
      )}
    </>
  )
}
