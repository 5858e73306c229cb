import { useMemo, useState } from 'react'
import { words } from '../words/words.ts'
import styles from './conflict.module.css'
import { mergeTexts, type Part, textOf } from './merge.ts'
import type { Transcription } from './use-transcription.ts'

type Side = 'mine' | 'theirs'

/** Two texts of one page that grew from the same one: their differences, to choose from one by one. */
export function Conflict(props: {
  work: Transcription
  theirs: { revision: string; content: string } & Parameters<Transcription['goOnFrom']>[0]
}) {
  const { work, theirs } = props
  const parts = useMemo(
    () => mergeTexts(work.base.content, work.content, theirs.content),
    [work.base.content, work.content, theirs.content],
  )
  const [chosen, setChosen] = useState<Record<number, Side>>({})
  const side = (index: number) => chosen[index] ?? 'mine'
  const merged = textOf(parts, (_, index) => side(index))
  const conflicts = parts.filter(({ kind }) => kind === 'conflict').length
  return (
    <section className={styles.conflict} aria-labelledby="conflict-head">
      <div role="alert">
        <h3 id="conflict-head">{words.transcribe.conflict}</h3>
        <p>{conflicts > 0 ? words.transcribe.conflictSays : words.transcribe.noConflicts}</p>
      </div>
      <section
        className={styles.text}
        lang={work.language ?? undefined}
        aria-label={words.transcribe.both}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that it must be reached by keyboard
        tabIndex={0}
      >
        {parts.map((part, index) => (
          // Parts have no names, and their order never changes.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Shown key={index} part={part} side={side(index)} />
        ))}
      </section>
      {parts.map(
        (part, index) =>
          part.kind === 'conflict' && (
            <fieldset key={`${part.base}${index.toString()}`} className={styles.choice}>
              <legend>
                {words.transcribe.choice(
                  parts.slice(0, index + 1).filter(({ kind }) => kind === 'conflict').length,
                )}
              </legend>
              <p className="soft small">
                {words.transcribe.before}: <q>{part.base.trim() || words.transcribe.nothing}</q>
              </p>
              {(['mine', 'theirs'] as const).map((one) => (
                <label key={one} className={styles.side}>
                  <input
                    type="radio"
                    name={`part-${index}`}
                    checked={side(index) === one}
                    onChange={() => setChosen((all) => ({ ...all, [index]: one }))}
                  />
                  <span>
                    {one === 'mine' ? words.transcribe.yours : words.transcribe.theirs}:{' '}
                    <q lang={work.language ?? undefined}>{part[one].trim() || words.transcribe.nothing}</q>
                  </span>
                </label>
              ))}
            </fieldset>
          ),
      )}
      <div className="row">
        <button type="button" className="main" onClick={() => work.goOnFrom(theirs, merged)}>
          {words.transcribe.useMerged}
        </button>
        <button type="button" onClick={() => work.goOnFrom(theirs, theirs.content)}>
          {words.transcribe.giveUp}
        </button>
      </div>
      <details>
        <summary>{words.transcribe.yours}</summary>
        <pre lang={work.language ?? undefined}>{work.content}</pre>
      </details>
      <details>
        <summary>{words.transcribe.theirs}</summary>
        <pre lang={work.language ?? undefined}>{theirs.content}</pre>
      </details>
    </section>
  )
}

function Shown({ part, side }: { part: Part; side: Side }) {
  if (part.kind === 'same') return part.text
  const text = part.kind === 'conflict' ? part[side] : part.text
  const who = part.kind === 'conflict' ? side : part.kind
  const label = who === 'theirs' ? words.transcribe.theirs : words.transcribe.yours
  return (
    <>
      {part.base.trim() !== '' && <del>{part.base}</del>}
      <ins className={part.kind === 'conflict' ? styles.open : undefined} title={label}>
        {text}
        <sup className={styles.who}>{label}</sup>
      </ins>
    </>
  )
}
