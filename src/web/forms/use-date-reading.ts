import type { Reply } from '../api/ask.ts'
import { useAsked } from '../api/use-asked.ts'
import type { Calendar } from './read-date.ts'
import { useSettled } from './use-settled.ts'

type Reading = Pick<Reply<'readDate'>, 'edtf' | 'says' | 'assumed' | 'undated' | 'problem'>

/** How the archive reads a date that is being typed, once the typing pauses; null until then, and for nothing. */
export function useDateReading(typed: string, calendar: Calendar = 'gregorian'): Reading | null {
  const text = typed.trim()
  const settled = useSettled(text, 250)
  const { data, error } = useAsked(
    'readDate',
    { query: { text: settled, calendar } },
    { when: settled !== '' },
  )
  if (text === '' || settled !== text) return null
  if (error) return { edtf: null, says: null, assumed: null, undated: false, problem: error.message }
  return data ?? null
}
