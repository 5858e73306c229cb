import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Refusal } from '../api/refusal.ts'
import { changedIn, clashesOf, type Parts, rebased } from './merge-drafts.ts'
import { useUnsaved } from './use-unsaved.ts'

/** What is there to be changed: as a draft, under an id, with the tag that tells whether it is still the same. */
export type Base<D> = { id: string; draft: D; etag: string }

/** What came of saving. */
export type Outcome<D> =
  | { kind: 'saved'; id: string }
  | { kind: 'unchanged' }
  | { kind: 'clash'; parts: (keyof D & string)[]; theirs: Base<D> }
  | { kind: 'refused'; error: unknown }

/** How something is read and written; both stay the same functions as long as the form is shown. */
export type Revisable<D> = {
  read: (id: string) => Promise<Base<D>>
  /** Writes the parts that were changed, on the condition that it is still the base. */
  write: (base: Base<D>, changed: Partial<D>, draft: D) => Promise<unknown>
}

/**
 * Something that is being changed. Saving sends what differs, on the condition that it is still what was begun with; what
 * others changed meanwhile in other parts is kept, and a clash is left to who writes.
 */
export function useRevising<D extends Parts>(id: string, { read, write }: Revisable<D>, shown: D) {
  const kept = useQueryClient()
  const [base, setBase] = useState<Base<D> | null>(null)
  const [draft, setDraft] = useState(shown)
  const [outcome, setOutcome] = useState<Outcome<D> | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let isWanted = true
    void read(id).then(
      (begun) => {
        if (!isWanted) return
        setBase(begun)
        setDraft(begun.draft)
      },
      (error: unknown) => isWanted && setOutcome({ kind: 'refused', error }),
    )
    return () => {
      isWanted = false
    }
  }, [id, read])
  useUnsaved(base !== null && changedIn(base.draft, draft).length > 0)

  async function tryFrom(from: Base<D>, wanted: D): Promise<Outcome<D>> {
    const names = changedIn(from.draft, wanted)
    if (names.length === 0) return { kind: 'unchanged' }
    const changed: Partial<D> = {}
    for (const name of names) changed[name] = wanted[name]
    try {
      await write(from, changed, wanted)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 412) return { kind: 'refused', error }
      const theirs = await read(from.id)
      const parts = clashesOf(from.draft, theirs.draft, wanted)
      if (parts.length > 0) return { kind: 'clash', parts, theirs }
      return tryFrom(theirs, rebased(from.draft, theirs.draft, wanted))
    }
    const begun = await read(from.id)
    setBase(begun)
    setDraft(begun.draft)
    await kept.invalidateQueries()
    return { kind: 'saved', id: begun.id }
  }

  async function saveFrom(from: Base<D> | null, wanted: D): Promise<Outcome<D> | null> {
    if (!from || busy) return null
    setBusy(true)
    const came = await tryFrom(from, wanted).catch((error: unknown) => ({ kind: 'refused', error }) as const)
    setOutcome(came)
    setBusy(false)
    return came
  }

  return {
    draft,
    outcome,
    /** Whether the newest state is there to be changed. */
    begun: base !== null,
    busy,
    set: <N extends keyof D>(name: N, value: D[N]) => setDraft((now) => ({ ...now, [name]: value })),
    save: () => saveFrom(base, draft),
    /** After a clash: mine over theirs. */
    overwrite: (theirs: Base<D>) =>
      saveFrom(theirs, rebased(base?.draft ?? theirs.draft, theirs.draft, draft)),
    /** After a clash: theirs in the parts that both changed, mine in the others. */
    takeTheirs(theirs: Base<D>, parts: readonly (keyof D & string)[]) {
      const taken: Partial<D> = {}
      for (const name of parts) taken[name] = theirs.draft[name]
      setDraft({ ...rebased(base?.draft ?? theirs.draft, theirs.draft, draft), ...taken })
      setBase(theirs)
      setOutcome(null)
    },
  }
}
