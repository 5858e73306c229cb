import { useCallback, useEffect, useRef } from 'react'
import { type Draft, dropDraft, keepDraft } from './drafts.ts'

/**
 * Keeps what is being written on this device, a moment after the last letter and whenever somebody leaves; warns who
 * closes the window while it differs from what it began with. An earlier draft is left alone until something is written.
 */
export function useDraft(now: Omit<Draft, 'at'>, isOpen: boolean, onNoRoom: () => void): void {
  const latest = useRef(now)
  latest.current = now
  const began = useRef(now.content)
  const touched = useRef(false)
  if (now.content !== began.current) touched.current = true
  const noRoom = useRef(onNoRoom)
  noRoom.current = onNoRoom
  const { content, base } = now

  const keep = useCallback(() => {
    const draft = latest.current
    if (!touched.current) return
    if (draft.content === draft.base) return dropDraft(localStorage, draft)
    if (!keepDraft(localStorage, { ...draft, at: new Date().toISOString() })) noRoom.current()
  }, [])

  useEffect(() => {
    if (!isOpen) return
    const later = setTimeout(keep, 300)
    return () => {
      clearTimeout(later)
      // What was typed last must not be lost to somebody who goes to another page at once.
      if (content === latest.current.content) keep()
    }
  }, [isOpen, content, keep])

  const isDirty = content !== base
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => {
      keep()
      event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isDirty, keep])
}
