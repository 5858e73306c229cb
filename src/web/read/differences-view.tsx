import { useId, useMemo } from 'react'
import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import { Asked } from '../shell/asked.tsx'
import { words } from '../words/words.ts'
import { countDifferences, differencesOf } from './differences.ts'
import styles from './differences-view.module.css'
import { sayRevision } from './say-revision.ts'

type Props = {
  documentId: string
  number: number
  witness: string | null
  revisions: Reply<'listRevisions'>['items']
  older: string
  newer: string
  onChoose: (older: string, newer: string) => void
  onEnd: () => void
}

const says = words.read

/** Two versions of a page's text in one: what was taken away is struck out, what was added is underlined. */
export function DifferencesView(props: Props) {
  const { documentId, number, witness, revisions, older, newer, onChoose, onEnd } = props
  const id = useId()
  const params = { documentId, number }
  const from = useAsked('readPage', { params, query: { witness, revision: older } })
  const to = useAsked('readPage', { params, query: { witness, revision: newer } })
  const choice = (name: string, value: string, onPick: (revision: string) => void) => (
    <div className={styles.choice}>
      <label htmlFor={`${id}-${name}`}>{name}</label>
      <select id={`${id}-${name}`} value={value} onChange={({ target }) => onPick(target.value)}>
        {revisions
          .filter(({ withdraws }) => !withdraws)
          .map((revision) => (
            <option key={revision.id} value={revision.id}>
              {sayRevision(revision)}
            </option>
          ))}
      </select>
    </div>
  )
  return (
    <section aria-label={says.differences}>
      <div className={styles.head}>
        {choice(says.differencesFrom, older, (revision) => onChoose(revision, newer))}
        {choice(says.differencesTo, newer, (revision) => onChoose(older, revision))}
        <button type="button" onClick={onEnd}>
          {says.endDifferences}
        </button>
      </div>
      <Asked of={from}>
        {({ text: before }) => (
          <Asked of={to}>
            {({ text: after }) => (
              <Differences
                older={before?.content ?? ''}
                newer={after?.content ?? ''}
                language={after?.language ?? null}
              />
            )}
          </Asked>
        )}
      </Asked>
    </section>
  )
}

function Differences({ older, newer, language }: { older: string; newer: string; language: string | null }) {
  const differences = useMemo(() => differencesOf(older, newer), [older, newer])
  const { added, removed } = countDifferences(differences)
  return (
    <>
      <p role="status">{older === newer ? says.noDifference : says.changed(added, removed)}</p>
      <div className={styles.text} lang={language ?? undefined} dir="auto">
        {differences.map(({ kind, text }, at) => {
          // Stretches have nothing else that tells them apart, and are made anew together.
          const key = `${at}`
          if (kind === 'same') return <span key={key}>{text}</span>
          const isNew = kind === 'new'
          const Tag = isNew ? 'ins' : 'del'
          return (
            <Tag key={key} className={styles[kind]}>
              <span className="unseen" lang="en">
                [{isNew ? says.added : says.removed}:{' '}
              </span>
              {text.trim() === '' ? visible(text) : text}
              <span className="unseen">]</span>
            </Tag>
          )
        })}
      </div>
    </>
  )
}

/** Blanks that came or went, so that they are seen. */
const visible = (blanks: string) => blanks.replaceAll('\n', '¶\n').replace(/[^\S\n]/g, '␣')
