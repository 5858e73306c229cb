import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useUnsaved } from '../forms/use-unsaved.ts'
import { dropNoteDraft, keepNoteDraft, type NoteDraft, noteDraftAt, type Written } from './note-drafts.ts'

type Props = {
  /** Where it is kept; what it is about and what it changes goes with it. */
  place: Pick<NoteDraft, 'key' | 'about' | 'base'>
  form: RefObject<HTMLFormElement | null>
  /** What the fields say before anybody writes. */
  fresh: Written
}

/**
 * Keeps on this device, letter by letter, what is written in a form, until it is saved or thrown away; what was kept is
 * there again. Where the device keeps nothing, the browser asks before the page is left.
 */
export function useNoteDraft({ place, form, fresh }: Props) {
  const { key, about, base } = place
  const [begun] = useState(() => noteDraftAt(localStorage, key))
  const [isKept, setKept] = useState(true)
  const isOver = useRef(false)
  const { text, tags, motivation, sharing } = fresh
  const isAbout = JSON.stringify(about)

  const keep = useCallback(() => {
    if (!form.current || isOver.current) return
    const written = writtenIn(form.current, { motivation, sharing })
    const isSame =
      written.text === text &&
      written.tags === tags &&
      written.motivation === motivation &&
      written.sharing === sharing
    if (isSame) return dropNoteDraft(localStorage, key)
    const at = new Date().toISOString()
    setKept(keepNoteDraft(localStorage, { key, written, about: JSON.parse(isAbout), base, at }))
  }, [form, key, isAbout, base, text, tags, motivation, sharing])

  const last = useRef(isAbout)
  useEffect(() => {
    if (last.current !== isAbout) keep()
    last.current = isAbout
  }, [isAbout, keep])
  useUnsaved(!isKept)

  const drop = () => {
    isOver.current = true
    dropNoteDraft(localStorage, key)
  }
  return { begun, isKept, keep, drop }
}

/** What the fields of the form say. */
export function writtenIn(
  form: HTMLFormElement,
  { motivation, sharing }: Pick<Written, 'motivation' | 'sharing'>,
): Written {
  const given = new FormData(form)
  const said = (name: string) => String(given.get(name) ?? '')
  return {
    text: said('text'),
    tags: said('tags'),
    motivation: said('motivation') || motivation,
    sharing: said('sharing') || sharing,
  }
}
