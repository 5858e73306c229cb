import { useEffect, useState } from 'react'
import { faultAt } from '../forms/faults.ts'
import { useSettled } from '../forms/use-settled.ts'
import { readPasted } from './read-pasted.ts'
import type { Work } from './work-draft.ts'

export type Pasting = ReturnType<typeof usePasting>

/** What was pasted, read while it is looked at; `read` reads it at once and gives the work that was taken. */
export function usePasting() {
  const [text, setText] = useState('')
  const [taken, take] = useState(0)
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
    },
    works: current?.works ?? null,
    fault: current?.fault ?? null,
    taken,
    take,
    async read(): Promise<Work> {
      const works = await readPasted(text)
      return works[taken] ?? works[0] ?? {}
    },
  }
}
