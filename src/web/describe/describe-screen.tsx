import type { FormEvent } from 'react'
import { Link } from 'wouter'
import { Refusal } from '../api/refusal.ts'
import type { ShownDocument } from '../document/document-frame.tsx'
import { to } from '../paths.ts'
import { useSession } from '../session/use-session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import { Clash } from './clash.tsx'
import styles from './describe-screen.module.css'
import { fieldNames } from './draft.ts'
import { Field } from './field.tsx'
import { useDescribing } from './use-describing.ts'

/** The description of a document as a form, for archivists. */
export function DescribeScreen({ document }: { document: ShownDocument }) {
  const { session, may } = useSession()
  if (session === null) return null
  if (!may('archivist'))
    return (
      <p>
        {words.describe.only} <Link href={to.signIn(to.describe(document.id))}>{words.shell.signIn}</Link>
      </p>
    )
  return <DescribeForm key={document.id} document={document} />
}

function DescribeForm({ document }: { document: ShownDocument }) {
  const { draft, outcome, begun, busy, set, save, overwrite, takeTheirs } = useDescribing(
    document.id,
    document,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const shown = fieldNames.filter((name) => name !== 'embargoUntil' || draft.visibility === 'embargoed')
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className="soft">{words.describe.lead}</p>
      {/* What is typed before the archive has told the newest description would be lost. */}
      <fieldset className={styles.fields} disabled={!begun}>
        {shown.map((name) => (
          <Field key={name} name={name} value={draft[name]} error={errorOf(outcome, name)} onChange={set} />
        ))}
      </fieldset>
      {outcome?.kind === 'refused' && <Trouble error={outcome.error} />}
      {outcome?.kind === 'clash' && (
        <Clash
          fields={outcome.fields}
          theirs={outcome.theirs.draft}
          mine={draft}
          onOverwrite={() => void overwrite(outcome.theirs)}
          onTakeTheirs={() => takeTheirs(outcome.theirs, outcome.fields)}
        />
      )}
      <div className="row">
        <button type="submit" className="main" disabled={busy || !begun}>
          {words.describe.save}
        </button>
        <span role="status">
          {outcome?.kind === 'saved' && (
            <>
              {words.describe.saved}{' '}
              <Link href={`${to.provenance(document.id)}#dating`}>{words.describe.seeDating}</Link>
            </>
          )}
          {outcome?.kind === 'unchanged' && words.describe.unchanged}
        </span>
      </div>
    </form>
  )
}

/** What the archive found wrong with a field. */
function errorOf(outcome: ReturnType<typeof useDescribing>['outcome'], name: string): string | null {
  if (outcome?.kind !== 'refused' || !(outcome.error instanceof Refusal)) return null
  const wrong = outcome.error.problem.errors?.find(({ path }) => path.split('.').includes(name))
  return wrong?.message ?? null
}
