/** The parts of a day's date. */
export const parts = ['year', 'month', 'day'] as const
export type DatePart = (typeof parts)[number]

const single = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/

/** The parts that a written date has, without those of which a digit is unknown; of a span, those that both ends have. */
export function datePartsOf(edtf: string): DatePart[] {
  const written = edtf.split(/\.\.|[/,]/).map((end) => componentsOf(end) ?? [])
  return parts.filter((_, index) => written.every((components) => /^-?\d+$/.test(components[index] ?? '')))
}

/** Whether a date can be what was read: where both are single dates, no digit that was read is another one. */
export function fitsAsRead(asRead: string, date: string): boolean {
  const [read, dated] = [componentsOf(asRead), componentsOf(date)]
  if (!read || !dated) return true
  return read.every((component, index) => fits(component, dated[index]))
}

function fits(read: string | undefined, dated: string | undefined): boolean {
  if (read === undefined || dated === undefined) return true
  if (read.length !== dated.length) return false
  return [...read].every((digit, at) => digit === 'X' || dated[at] === 'X' || dated[at] === digit)
}

function componentsOf(edtf: string): (string | undefined)[] | null {
  const match = single.exec(edtf.trim().replace(/[[\]{}~?%]/g, ''))
  return match ? match.slice(1) : null
}
