import { ask } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { ChoiceField } from '../forms/choice-field.tsx'
import { Opens } from '../forms/opens.tsx'
import people from '../people/people.module.css'
import { useDoing } from '../people/use-doing.ts'
import { useSession } from '../session/use-session.ts'
import { Asked } from '../shell/asked.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'

const says = words.collection.roles

/** For administrators: a button that shows who annotates in a unit, beside those who do everywhere. */
export function RolesHere({ collectionId }: { collectionId: string }) {
  const { may } = useSession()
  if (!may('administrator')) return null
  return <Opens label={says.open}>{() => <Roles collectionId={collectionId} />}</Opens>
}

function Roles({ collectionId }: { collectionId: string }) {
  const given = useAsked('listCollectionRoles', { params: { collectionId } })
  const accounts = useAsked('listAccounts', { query: { limit: 100 } })
  const groups = useAsked('listGroups')
  const { act, error, busy } = useDoing(() => given.refetch())
  const give = (holderId: string) =>
    act(() => ask('giveCollectionRole', { params: { collectionId, holderId }, body: { role: 'annotator' } }))
  const take = (holderId: string) =>
    act(() => ask('takeCollectionRole', { params: { collectionId, holderId } }))
  const choices = [
    ...(groups.data?.items ?? []).map(({ id, name }) => [id, says.group(name)] as const),
    ...(accounts.data?.items ?? []).map(({ id, name, login }) => [id, `${name} (${login})`] as const),
  ]
  return (
    <section>
      <h2>{says.title}</h2>
      <p className="soft">{says.lead}</p>
      <Asked of={given}>
        {({ items }) => (
          <>
            <ul className={`plain ${people.list}`}>
              {items.map(({ holder }) => (
                <li key={holder.id}>
                  <span className={people.what}>
                    {holder.kind === 'group' ? says.group(holder.name) : holder.name}
                  </span>
                  <button type="button" disabled={busy} onClick={() => take(holder.id)}>
                    {says.take(holder.name)}
                  </button>
                </li>
              ))}
            </ul>
            <ChoiceField
              label={says.give}
              empty={says.choose}
              value=""
              choices={choices.filter(([id]) => items.every(({ holder }) => holder.id !== id))}
              onChange={give}
            />
          </>
        )}
      </Asked>
      {error !== null && <Trouble error={error} />}
    </section>
  )
}
