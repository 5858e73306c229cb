import { useAsked } from '../api/use-asked.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { words } from '../words/words.ts'

type Props = { value: string; error: string | null; onChange: (value: string) => void }

/** The group that sees what is restricted, besides archivists. */
export function GroupField({ value, error, onChange }: Props) {
  const { data } = useAsked('listGroups')
  const choices = (data?.items ?? []).map(({ id, name }) => [id, name] as const)
  return (
    <ChoiceField
      label={words.describe.fields.group}
      hint={words.describe.hints.group}
      empty={words.describe.noGroup}
      {...{ value, choices, error, onChange }}
    />
  )
}
