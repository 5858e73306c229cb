import { useId } from 'react'
import { useSession } from '../session/use-session.ts'
import { words } from '../words/words.ts'
import type { Sharing } from './note.ts'

export const forAll: Sharing = { visibility: 'public', group: null }

/** How the form names whom it is for. */
export const keyOf = ({ visibility, group }: Sharing): string => group?.id ?? visibility

/** Whom an annotation is for: all, oneself, or a group that one is in or that it was for until now. */
export function SharingField({ chosen, was }: { chosen: string; was: Sharing }) {
  const id = useId()
  const { session } = useSession()
  const own = session?.groups ?? []
  const groups = was.group === null || own.some((one) => one.id === was.group?.id) ? own : [...own, was.group]
  return (
    <div className="field">
      <label htmlFor={id}>{words.annotate.sharing}</label>
      <select id={id} name="sharing" defaultValue={chosen} aria-describedby={`${id}-hint`}>
        <option value="public">{words.annotate.sharingAll}</option>
        <option value="private">{words.annotate.sharingOne}</option>
        {groups.map(({ id: group, name }) => (
          <option key={group} value={group}>
            {words.annotate.forGroup(name)}
          </option>
        ))}
      </select>
      <span className="hint" id={`${id}-hint`}>
        {words.annotate.sharingHint}
      </span>
    </div>
  )
}
