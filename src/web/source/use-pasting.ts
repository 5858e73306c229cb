import { useEffect, useState } from 'react'
import { faultAt, WrongFields } from '../forms/faults.ts'
import { useSettled } from '../forms/use-settled.ts'
import { words } from '../words/words.ts'
import { readPasted } from './read-pasted.ts'
import type { Work } from './work-draft.ts'

export type Pasting = ReturnType<typeof usePasting>

/**
 * What was pasted, read while it is looked at; `read` reads it at once and gives the work that was taken, `readAll` those
 * that were: where many may be taken, all of them until some are left out.
 */
export function usePasting({ isMany = false } = {}) {
  const [text, setText] = useState('')
  const [taken, take] = useState(0)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [found, setFound] = useState<{ text: string; works: Work[] | null; fault: string | null } | null>(
    null,
  )
  const settled = useSettled(text, 300)
  useEffect(() => {
    if (settled.trim() === '') return setFound(null)
    let isWanted = true
    const show = (works: Work[] | null, fault: string | null) =>
      isWanted && setFound({ text: settled, works, fault })
    void readPasted(settled).then(
      (works) => show(works, null),
      (error: unknown) => show(null, faultAt(error, 'pasted') ?? String(error)),
    )
    return () => {
      isWanted = false
    }
  }, [settled])
  const current = found?.text === text ? found : null
  return {
    text,
    type(typed: string) {
      setText(typed)
      take(0)
      setLeft(new Set())
    },
    works: current?.works ?? null,
    fault: current?.fault ?? null,
    isMany,
    isTaken: (at: number) => (isMany ? !left.has(at) : at === taken),
    take(at: number) {
      take(at)
      setLeft((now) => (now.has(at) ? new Set([...now].filter((one) => one !== at)) : new Set([...now, at])))
    },
    async read(): Promise<Work> {
      const works = await readPasted(text)
      return works[taken] ?? works[0] ?? {}
    },
    async readAll(): Promise<Work[]> {
      const works = (await readPasted(text)).filter((_, at) => !left.has(at))
      if (works.length > 0) return works
      throw new WrongFields([{ path: 'pasted', message: words.source.noneTaken }])
    },
  }
}
