import { useState } from 'react'
import { ask, type Reply } from '../../api/ask.ts'
import { Asked } from '../../shell/asked.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { words } from '../../words/words.ts'
import { sayCount } from '../measure.ts'
import { forgetBatch } from '../sending/remembered.ts'
import { Duplicates } from './duplicates.tsx'
import { FileList } from './file-list.tsx'
import { foldersOf, othersOf } from './folders.ts'
import { readForAll, saysNothing } from './for-all.ts'
import { ForAllFields } from './for-all-fields.tsx'
import styles from './plan.module.css'
import { PlannedFolderView } from './planned-folder.tsx'
import { usePlan } from './use-plan.ts'

type Batch = Reply<'readUploads'>
type Props = {
  batch: Batch
  /** Whether files are still on their way. */
  isComing: boolean
  onCommit: () => void
}

const step = 20

/** What uploads would become, what can be chosen about it, and making documents of them. */
export function PlanView({ batch, isComing, onCommit }: Props) {
  const { id, name, phase, files } = batch
  const [groupings, setGroupings] = useState(batch.groupings)
  const [skipKnown, setSkipKnown] = useState(batch.skipKnown)
  const [forAll, setForAll] = useState(saysNothing)
  const [isWanted, setIsWanted] = useState(false)
  const [most, setMost] = useState(step)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const arrived = files.received ?? 0
  const isShown = arrived > 0 && (isWanted || !isComing)
  const plan = usePlan(id, arrived, { groupings, forAll }, isShown)

  async function commit() {
    setError(null)
    setIsBusy(true)
    try {
      const all = await readForAll(forAll)
      const saysAny = Object.keys(all).length > 0
      const body = { groupings, skipKnown, ...(saysAny && { all }) }
      await ask('commitUploads', { params: { uploadId: id }, body })
      await forgetBatch(id)
      onCommit()
    } catch (refused) {
      setError(refused)
    }
    setIsBusy(false)
  }

  if (!isShown)
    return arrived === 0 ? null : (
      <button type="button" onClick={() => setIsWanted(true)}>
        {words.plan.sofar}
      </button>
    )
  return (
    <section>
      <h2>{words.plan.title}</h2>
      <Asked of={plan}>
        {(found) => {
          const folders = foldersOf(found, groupings, batch.grouping)
          return (
            <>
              <Sum plan={found} />
              {found.byManifest && <p>{words.plan.byManifest}</p>}
              <Others plan={found} groupings={groupings} />
              <Duplicates id={id} every={false} />
              {folders.slice(0, most).map((folder) => (
                <PlannedFolderView
                  key={folder.path}
                  folder={folder}
                  name={name}
                  onChoose={
                    found.byManifest
                      ? null
                      : (grouping) => setGroupings({ ...groupings, [folder.path]: grouping })
                  }
                />
              ))}
              {folders.length > most && (
                <button type="button" onClick={() => setMost(most + step * 5)}>
                  {words.plan.moreFolders} ({sayCount(folders.length - most)})
                </button>
              )}
            </>
          )
        }}
      </Asked>
      <ForAllFields value={forAll} error={error} onChange={setForAll} />
      <label className={styles.check}>
        <input type="checkbox" checked={skipKnown} onChange={({ target }) => setSkipKnown(target.checked)} />
        {words.plan.skipKnown}
      </label>
      {error !== null && <Trouble error={error} />}
      <div className="row">
        <button
          type="button"
          className="main"
          disabled={isComing || isBusy || plan.data?.documents.length === 0}
          onClick={() => void commit()}
        >
          {phase === 'open' ? words.plan.commit : words.plan.commitMore}
        </button>
        <span className="soft">{isComing ? words.plan.commitWaits : words.plan.commitHint}</span>
      </div>
    </section>
  )
}

type Plan = Reply<'planUploads'>

function Sum({ plan: { documents } }: { plan: Plan }) {
  const added = documents.filter(({ wrong }) => wrong === null)
  const files = added.reduce((sum, document) => sum + document.files.length, 0)
  return (
    <p role="status">
      {documents.length === 0 ? words.plan.nothing : words.plan.sum(sayCount(added.length), sayCount(files))}
    </p>
  )
}

function Others({ plan, groupings }: { plan: Plan; groupings: Batch['groupings'] }) {
  const { failed, passedOver } = othersOf(plan, groupings)
  const list = (files: typeof failed) => (
    <FileList files={files}>
      {({ path, message }) => (
        <p>
          <strong>{path}</strong> {message}
        </p>
      )}
    </FileList>
  )
  return (
    <>
      {failed.length > 0 && (
        <>
          <h3>{words.plan.notTaken(sayCount(failed.length))}</h3>
          <p>{words.plan.toMend}</p>
          {list(failed)}
        </>
      )}
      {passedOver.length > 0 && (
        <details className={styles.folds}>
          <summary>{words.plan.passedOver(sayCount(passedOver.length))}</summary>
          {list(passedOver)}
        </details>
      )}
    </>
  )
}
