import { ask, type Reply } from '../api/ask.ts'
import { words } from '../words/words.ts'
import { WrongFields } from './faults.ts'

export type Calendar = Reply<'readDate'>['calendar']

const says = words.forms.date

/**
 * A date as it was typed, read by the archive, for fields that keep days of the Gregorian calendar only: a day of another
 * one is told in it. Throws WrongFields at the field where it cannot be read.
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
