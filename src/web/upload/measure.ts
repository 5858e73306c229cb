import { words } from '../words/words.ts'

const number = new Intl.NumberFormat('en-GB')
const rounded = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 })
const steps = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** A count, its thousands divided. */
export const sayCount = (count: number): string => number.format(count)

/** A size in the unit that suits it: `340 MB`. */
export function sayBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${rounded.format(bytes / 1000 ** power)} ${steps[power]}`
}

/** How long something will take, as exactly as anybody can know. */
export function sayLeft(seconds: number): string {
  if (seconds < 60) return words.upload.lessThanAMinute
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? words.upload.minutes(minutes) : words.upload.hours(Math.round(minutes / 60))
}
