import type { DateWording, Named } from './wording.ts'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
const seasons = ['spring', 'summer', 'autumn', 'winter']
const ordinals = ['first', 'second', 'third', 'fourth']

const monthName = (month: number) => months[month - 1] ?? ''
const yearName = (year: number) => (year > 0 ? String(year) : `${1 - year} BCE`)

function named({ year, month, day }: Named): string {
  const parts = [day, month === undefined ? undefined : monthName(month), yearName(year)]
  return parts.filter((part) => part !== undefined).join(' ')
}

/** The earlier of two dates without what the later one says again. */
function shortened(from: Named, to: Named): string {
  if (from.year !== to.year || from.month === undefined) return named(from)
  if (from.day === undefined) return monthName(from.month)
  if (from.month === to.month && to.day !== undefined) return String(from.day)
  return `${from.day} ${monthName(from.month)}`
}

function lasting(from: Named | null, to: Named | null): string {
  if (from === null) return to === null ? english.anyDay : `until ${named(to)}`
  if (to === null) return `from ${named(from)} on`
  const first = shortened(from, to)
  return first.includes(' ') || named(to).includes('BCE') || /\D/.test(first)
    ? `${first} – ${named(to)}`
    : `${first}–${named(to)}`
}

function someDay(from: Named | null, to: Named | null): string {
  if (from !== null && to !== null) return `some day between ${shortened(from, to)} and ${named(to)}`
  if (from !== null)
    return from.day === undefined ? `in or after ${named(from)}` : `on or after ${named(from)}`
  if (to === null) return english.anyDay
  if (to.day !== undefined) return `on or before ${named(to)}`
  if (to.month === undefined || to.month === 12) return `before ${yearName(to.year + 1)}`
  return `before ${named({ year: to.year, month: to.month + 1 })}`
}

function partOfYear(code: number, year: number): string {
  const name = yearName(year)
  if (code <= 32) {
    const season = seasons[(code - 21) % 4] ?? ''
    return code <= 24 ? `${season} ${name}` : `${season} ${name} (${code <= 28 ? 'northern' : 'southern'})`
  }
  if (code <= 36) return `the ${ordinals[code - 33]} quarter of ${name}`
  if (code <= 39) return `the ${ordinals[code - 37]} third of ${name}`
  return `the ${ordinals[code - 40]} half of ${name}`
}

const listed = (items: readonly string[], last: string) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

/** Dates in English, days before months, Common Era. */
export const english: DateWording = {
  named,
  lasting,
  within: (date) => `${date.day === undefined ? 'in' : 'on'} ${named(date)}`,
  someDay,
  partOfYear,
  someDayIn: (date) => `some day in ${named(date)}`,
  unknownDay: (date) => `an unknown day in ${named(date)}`,
  unknownMonth: (year) => `an unknown month of ${yearName(year)}`,
  unknownYear: (month, day) => `${day === null ? '' : `${day} `}${monthName(month)} of an unknown year`,
  decade: (firstYear) => `the ${firstYear}s`,
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  and: (dates) => listed(dates, 'and'),
  or: (dates) => listed(dates, 'or'),
  oldStyleDay(julian, gregorian) {
    const other = `${gregorian.day} ${monthName(gregorian.month)}`
    if (julian.year !== gregorian.year) return `${named(julian)} (${named(gregorian)})`
    if (julian.month !== gregorian.month)
      return `${julian.day} ${monthName(julian.month)} (${other}) ${yearName(julian.year)}`
    return `${julian.day} (${gregorian.day}) ${monthName(julian.month)} ${yearName(julian.year)}`
  },
  oldStyle: (date) => `${date} (Old Style)`,
  eitherStyle: (date) => `${date} (Old or New Style)`,
  anyDay: 'any day',
  noDay: 'no day',
  notKnown: 'a date not known',
}
