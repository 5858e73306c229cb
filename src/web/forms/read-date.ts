import { ask, type Reply } from '../api/ask.ts'
import { words } from '../words/words.ts'
import { WrongFields } from './faults.ts'

export type Calendar = Reply<'readDate'>['calendar']

const says = words.forms.date

/** A date as it was typed, read by the archive; throws WrongFields at the field where it cannot be. */
export async function readDate(
  typed: string,
  path: string,
  calendar: Calendar = 'gregorian',
): Promise<{ edtf: string; calendar: Calendar }> {
  const read = await reading(typed, path, calendar)
  return { edtf: read.edtf, calendar: read.calendar }
}

/**
 * The same for fields that keep days of the Gregorian calendar only; of a day of another one the fault tells it in that.
 */
export async function readGregorian(typed: string, path: string): Promise<string> {
  const { edtf, calendar, earliest, latest } = await reading(typed, path, 'gregorian')
  if (calendar === 'gregorian') return edtf
  throw new WrongFields([
    { path, message: says.otherCalendar(calendar, earliest === latest ? earliest : null) },
  ])
}

async function reading(typed: string, path: string, calendar: Calendar) {
  const read = await ask('readDate', { query: { text: typed.trim(), calendar } })
  if (read.edtf !== null) return { ...read, edtf: read.edtf }
  throw new WrongFields([{ path, message: read.problem ?? says.undated }])
}
