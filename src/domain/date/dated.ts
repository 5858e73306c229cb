import { gregorian, julian } from './calendar.ts'
import { type EdtfReading, readEdtf } from './edtf.ts'
import { union } from './span.ts'

/** A date as a claim gives it. Calendars: gregorian (also when nothing is said), julian, unknown, regnal or any other. */
export type Dated = { readonly edtf: string; readonly calendar?: string | null }

/**
 * Reads a date in the calendar that it names: the digits of a *julian* date are Old Style, those of an *unknown* one may
 * be either, so that it is the union of both readings. Of a regnal or any other calendar `edtf` is what who recorded it
 * converted it to, hence Gregorian. Never throws.
 */
export function readDated({ edtf, calendar }: Dated): EdtfReading {
  if (calendar === 'julian') return readEdtf(edtf, julian)
  const newStyle = readEdtf(edtf, gregorian)
  if (calendar !== 'unknown') return newStyle
  const oldStyle = readEdtf(edtf, julian)
  if (!oldStyle.ok) return newStyle
  if (!newStyle.ok) return oldStyle
  return {
    ...newStyle,
    ranges: union(newStyle.ranges, oldStyle.ranges),
    binding: union(newStyle.binding, oldStyle.binding),
    beginning: union(newStyle.beginning, oldStyle.beginning),
  }
}
