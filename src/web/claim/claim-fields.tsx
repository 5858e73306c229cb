import { ChoiceField } from '../forms/choice-field.tsx'
import type { Editing } from '../forms/editing.ts'
import grid from '../forms/grid.module.css'
import { words } from '../words/words.ts'
import { CitationFields } from './citation-fields.tsx'
import type { ClaimDraft } from './claim-draft.ts'
import styles from './claim-form.module.css'
import { NoteField } from './note-field.tsx'
import { RankFields } from './rank-fields.tsx'
import type { Property } from './value-draft.ts'
import { ValueFields } from './value-fields.tsx'

const says = words.claim

/** All that can be said with a claim: its value, what it rests on, and how it is to be taken. */
export function ClaimFields({ property, draft, set, error }: Editing<ClaimDraft> & { property: Property }) {
  return (
    <>
      <ValueFields {...{ property, error }} draft={draft.value} onChange={(value) => set('value', value)} />
      <CitationFields
        citations={draft.sources}
        onChange={(sources) => set('sources', sources)}
        error={error}
      />
      <div className={grid.fields}>
        <ChoiceField
          label={says.nature}
          hint={says.natureHints[draft.nature]}
          value={draft.nature}
          choices={choicesIn(says.natures)}
          onChange={(nature) => set('nature', nature)}
        />
        <ChoiceField
          label={says.certainty}
          value={draft.certainty}
          choices={choicesIn(says.certainties)}
          onChange={(certainty) => set('certainty', certainty)}
        />
      </div>
      <details className={styles.more}>
        <summary>{says.more}</summary>
        <ChoiceField
          label={says.polarity}
          value={draft.polarity}
          choices={choicesIn(says.polarities)}
          onChange={(polarity) => set('polarity', polarity)}
        />
        <RankFields {...{ draft, set, error }} />
      </details>
      <NoteField {...{ draft, set, error }} label={says.note} />
    </>
  )
}

const choicesIn = (labels: Readonly<Record<string, string>>) => Object.entries(labels)
