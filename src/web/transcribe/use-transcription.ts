import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ask, type Reply } from '../api/ask.ts'
import { Refusal } from '../api/refusal.ts'
import { type LinkedWord, linkWords } from '../text/linked-words.ts'
import { dropDraft } from './drafts.ts'
import { followChange } from './linked-words.ts'
import { useDraft } from './use-draft.ts'

export type PageWithText = Reply<'readPage'>
type Text = NonNullable<PageWithText['text']>

/** Where a text goes that began with a layer: corrections become a transcription, a translation stays one. */
export const targetOf = (layer: string): string =>
  layer.startsWith('translation:') ? layer : 'transcription'

/** How things stand with what is being written. */
export type Standing =
  | { kind: 'unchanged' | 'unsaved' | 'no-room' | 'saving' | 'saved' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'conflict'; theirs: Text }

export type Transcription = ReturnType<typeof useTranscription>

/**
 * A text of a page that somebody is changing: its words with their boxes follow every change, a draft is kept on this
 * device until it is saved, and another's change in the meantime becomes a conflict with both texts in hand.
 */
export function useTranscription(document: string, page: PageWithText, begun: string | null) {
  const kept = useQueryClient()
  const { text } = page
  const [base, setBase] = useState({ revision: begun, content: text?.content ?? '' })
  const [content, setContent] = useState(base.content)
  const [linked, setLinked] = useState<LinkedWord[]>(() => linkWords(base.content, text?.words ?? []))
  const [standing, setStanding] = useState<Standing>({ kind: 'unchanged' })
  const layer = targetOf(text?.layer ?? 'transcription')
  const draft = { page: page.id, basedOn: base.revision, layer }

  const change = useCallback(
    (now: string) => {
      setLinked((words) => followChange(words, content, now))
      setContent(now)
      setStanding({ kind: now === base.content ? 'unchanged' : 'unsaved' })
    },
    [content, base.content],
  )

  const dirty = content !== base.content
  const latest = useRef(content)
  latest.current = content
  const isOpen = standing.kind === 'unsaved' || standing.kind === 'unchanged'
  useDraft({ ...draft, content, base: base.content }, isOpen, () => setStanding({ kind: 'no-room' }))

  async function save() {
    if (standing.kind === 'saving') return
    const sent = content
    setStanding({ kind: 'saving' })
    const params = { documentId: document, number: page.number }
    try {
      const body = { layer, content: sent, basedOn: base.revision, language: text?.language }
      const saved = await ask('correctText', { params, body })
      dropDraft(localStorage, draft)
      setBase({ revision: saved.revision, content: sent })
      setStanding({ kind: latest.current === sent ? 'saved' : 'unsaved' })
      for (const changed of ['listDoubtfulPages', 'listRevisions', 'listPages', 'search'] as const)
        void kept.invalidateQueries({ queryKey: [changed] })
      void kept.invalidateQueries({ queryKey: ['readPage'], refetchType: 'none' })
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 409)) return setStanding({ kind: 'refused', error })
      const theirs = await ask('readPage', { params, query: { layer } }).catch(() => null)
      setStanding(theirs?.text ? { kind: 'conflict', theirs: theirs.text } : { kind: 'refused', error })
    }
  }

  /** Goes on from another's revision with a text in which both were brought together. */
  function goOnFrom(theirs: Text, merged: string) {
    dropDraft(localStorage, draft)
    setBase({ revision: theirs.revision, content: theirs.content })
    setLinked(followChange(linkWords(theirs.content, theirs.words ?? []), theirs.content, merged))
    setContent(merged)
    setStanding({ kind: merged === theirs.content ? 'unchanged' : 'unsaved' })
  }

  return {
    page,
    base,
    content,
    linked,
    standing,
    layer,
    language: text?.language ?? null,
    dirty,
    change,
    save,
    goOnFrom,
  }
}
