import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Reply, send } from '../api/ask.ts'
import { Refusal } from '../api/refusal.ts'
import { changedIn, changeOf, clashesOf, type Draft, draftOf, type FieldName, rebased } from './draft.ts'

type Base = { draft: Draft; etag: string }

/** What came of saving. */
export type Outcome =
  | { kind: 'saved' | 'unchanged' }
  | { kind: 'clash'; fields: FieldName[]; theirs: Base }
  | { kind: 'refused'; error: unknown }

/**
 * A description that is being changed. Saving sends what differs, on the condition that the description is still the one
 * that was begun with; what others changed meanwhile in other fields is kept, and a clash is left to who writes.
 */
export function useDescribing(documentId: string, shown: Reply<'readDocument'>) {
  const kept = useQueryClient()
  const [base, setBase] = useState<Base | null>(null)
  const [draft, setDraft] = useState(() => draftOf(shown))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    void read(documentId).then((begun) => {
      setBase(begun)
      setDraft(begun.draft)
    }, refuse)
    function refuse(error: unknown) {
      setOutcome({ kind: 'refused', error })
    }
  }, [documentId])

  const isChanged = base !== null && changedIn(base.draft, draft).length > 0
  useEffect(() => {
    if (!isChanged) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isChanged])

  async function write(from: Base, wanted: Draft): Promise<Outcome> {
    const body = changeOf(from.draft, wanted)
    if (Object.keys(body).length === 0) return { kind: 'unchanged' }
    try {
      await send('reviseDocument', { params: { documentId }, body, headers: { 'If-Match': from.etag } })
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 412) return { kind: 'refused', error }
      const theirs = await read(documentId)
      const fields = clashesOf(from.draft, theirs.draft, wanted)
      if (fields.length > 0) return { kind: 'clash', fields, theirs }
      return write(theirs, rebased(from.draft, theirs.draft, wanted))
    }
    const begun = await read(documentId)
    setBase(begun)
    setDraft(begun.draft)
    await kept.invalidateQueries()
    return { kind: 'saved' }
  }

  async function saveFrom(from: Base | null, wanted: Draft) {
    if (!from) return
    setBusy(true)
    setOutcome(await write(from, wanted).catch((error: unknown) => ({ kind: 'refused', error }) as const))
    setBusy(false)
  }

  return {
    draft,
    outcome,
    /** Whether the newest description is there to be changed. */
    begun: base !== null,
    busy,
    set: (name: FieldName, value: string) => setDraft((now) => ({ ...now, [name]: value })),
    save: () => saveFrom(base, draft),
    /** After a clash: mine over theirs. */
    overwrite: (theirs: Base) => saveFrom(theirs, rebased(base?.draft ?? theirs.draft, theirs.draft, draft)),
    /** After a clash: theirs in the fields that both changed, mine in the others. */
    takeTheirs(theirs: Base, fields: readonly FieldName[]) {
      const mine = rebased(base?.draft ?? theirs.draft, theirs.draft, draft)
      setBase(theirs)
      setDraft({ ...mine, ...Object.fromEntries(fields.map((name) => [name, theirs.draft[name]])) })
      setOutcome(null)
    },
  }
}

async function read(documentId: string): Promise<Base> {
  const reply = await send('readDocument', { params: { documentId } })
  // The shape is what the OpenAPI document says, which the server's own tests hold it to.
  const document = (await reply.json()) as Reply<'readDocument'>
  return { draft: draftOf(document), etag: reply.headers.get('ETag') ?? '' }
}
