import { useCallback, useEffect, useRef } from 'react'
import { type Draft, dropDraft, keepDraft } from './drafts.ts'

/** After the last letter, and at the latest after the first that is not kept, in milliseconds. */
const [pause, most] = [300, 2000]

/**
 * Keeps what is being written on this device, a moment after the last letter, every other moment while somebody goes on
 * writing, and whenever somebody leaves: a window that breaks down loses next to nothing. Warns who closes the window
 * while it differs from what it began with. An earlier draft is left alone until something is written.
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
  const waits = useRef<number | null>(null)

  const keep = useCallback(() => {
    const draft = latest.current
    waits.current = null
    if (!touched.current) return
    if (draft.content === draft.base) return dropDraft(localStorage, draft)
    if (!keepDraft(localStorage, { ...draft, at: new Date().toISOString() })) noRoom.current()
  }, [])

  useEffect(() => {
    if (!isOpen) return
    waits.current ??= performance.now()
    const later = setTimeout(keep, Math.min(pause, waits.current + most - performance.now()))
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
