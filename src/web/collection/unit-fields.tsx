import { GroupField } from '../describe/group-field.tsx'
import { ChoiceField } from '../forms/choice-field.tsx'
import { DateField } from '../forms/date-field.tsx'
import type { Editing } from '../forms/editing.ts'
import { faultAt } from '../forms/faults.ts'
import { Field } from '../forms/field.tsx'
import grid from '../forms/grid.module.css'
import { TextField } from '../forms/text-field.tsx'
import { Pick } from '../pick/pick.tsx'
import { words } from '../words/words.ts'
import { elements, type UnitDraft } from './unit-draft.ts'

const says = words.collection
const identity = ['dates', 'extent', 'creator'] as const
const others = elements.filter((element) => !identity.some((one) => one === element))

/** All that is written of a unit: what tells it from others first, then the rest of ISAD(G). */
export function UnitFields({ draft, set, error }: Editing<UnitDraft>) {
  const text = (part: keyof UnitDraft) => ({
    label: says.parts[part],
    value: draft[part],
    onChange: (value: string) => set(part, value),
    error: faultAt(error, part),
  })
  return (
    <>
      <div className={grid.fields}>
        <div className={grid.wide}>
          <TextField {...text('title')} required />
        </div>
        <ChoiceField {...text('level')} choices={Object.entries(words.browse.levels)} />
        <TextField {...text('referenceCode')} hint={says.codeHint} />
        <div className={grid.wide}>
          <Pick kind="collection" {...text('parent')} hint={says.parentHint} />
        </div>
        <DateField {...text('dates')} />
        <TextField {...text('extent')} hint={says.extentHint} />
        <div className={grid.wide}>
          <TextField {...text('creator')} />
        </div>
        <ChoiceField
          {...text('visibility')}
          hint={says.visibilityHint}
          choices={Object.entries(words.describe.visibilities)}
        />
        {draft.visibility === 'restricted' && <GroupField {...text('group')} />}
        {draft.visibility === 'embargoed' && (
          <Field {...text('embargoUntil')} hint={words.describe.hints.embargoUntil}>
            {(tied) => (
              <input
                {...tied}
                type="date"
                required
                value={draft.embargoUntil}
                onChange={({ target }) => set('embargoUntil', target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <details open={others.some((element) => draft[element] !== '' || faultAt(error, element) !== null)}>
        <summary>{says.more}</summary>
        <div className={grid.fields}>
          {others.map((element) => (
            <div key={element} className={grid.wide}>
              <TextField {...text(element)} rows={2} />
            </div>
          ))}
        </div>
      </details>
    </>
  )
}
