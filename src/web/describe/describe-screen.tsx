import { type FormEvent, Fragment } from 'react'
import { Link } from 'wouter'
import type { ShownDocument } from '../document/document-frame.tsx'
import { Clash } from '../forms/clash.tsx'
import { faultAt } from '../forms/faults.ts'
import { useRevising } from '../forms/use-revising.ts'
import { to } from '../paths.ts'
import { Thing } from '../provenance/thing.tsx'
import { useSession } from '../session/use-session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { words } from '../words/words.ts'
import styles from './describe-screen.module.css'
import { DescriptionField } from './description-field.tsx'
import { draftOf, type FieldName, fieldNames } from './draft.ts'
import { description } from './revise-document.ts'

/** Fields that only some visibility has. */
const belongsTo: Partial<Record<FieldName, string>> = { embargoUntil: 'embargoed', group: 'restricted' }

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
  const { draft, outcome, begun, busy, set, save, overwrite, takeTheirs } = useRevising(
    document.id,
    description,
    draftOf(document),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const shown = fieldNames.filter(
    (name) => !Object.hasOwn(belongsTo, name) || belongsTo[name] === draft.visibility,
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className="soft">{words.describe.lead}</p>
      {document.narrowedBy && (
        <p>
          {words.describe.narrowed}{' '}
          {document.narrowedBy.map((id, at) => (
            <Fragment key={id}>
              {at > 0 && ' · '}
              <Thing kind="collection" id={id} />
            </Fragment>
          ))}
        </p>
      )}
      {/* What is typed before the archive has told the newest description would be lost. */}
      <fieldset className={styles.fields} disabled={!begun}>
        {shown.map((name) => (
          <DescriptionField
            key={name}
            name={name}
            value={draft[name]}
            error={outcome?.kind === 'refused' ? faultAt(outcome.error, name) : null}
            onChange={set}
          />
        ))}
      </fieldset>
      {outcome?.kind === 'refused' && <Trouble error={outcome.error} />}
      {outcome?.kind === 'clash' && (
        <Clash
          parts={outcome.parts.map((name) => ({
            label: words.describe.fields[name],
            theirs: outcome.theirs.draft[name],
            mine: draft[name],
          }))}
          onOverwrite={() => void overwrite(outcome.theirs)}
          onTakeTheirs={() => takeTheirs(outcome.theirs, outcome.parts)}
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
