const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** A simple EDTF date in words: a day, month or year, a time between two, some day between two; all else as it is written. */
export function sayEdtf(edtf: string): string {
  const set = /^\[(.*?)(\.\.)(.*?)\]$/.exec(edtf)
  if (set) return between(set[1] ?? '', set[3] ?? '', 'some day between') ?? edtf
  const [from, to, ...more] = edtf.split('/')
  if (from !== undefined && to !== undefined && more.length === 0) return lasting(from, to) ?? edtf
  return single(edtf) ?? edtf
}

function between(from: string, to: string, words: string): string | null {
  const [first, last] = [single(from), single(to)]
  if (first && last) return `${words} ${yearOnce(first, last)} and ${last}`
  if (first && to === '') return `${first} or later`
  return last && from === '' ? `${last} or earlier` : null
}

function lasting(from: string, to: string): string | null {
  const isOpen = (end: string) => end === '' || end === '..'
  const [first, last] = [single(from), single(to)]
  if (first && last) return `${yearOnce(first, last)} – ${last}`
  if (first && isOpen(to)) return `since ${first}`
  return last && isOpen(from) ? `until ${last}` : null
}

/** The first of two dates without its year, where the other has the same. */
function yearOnce(first: string, last: string): string {
  const year = / \d+$/.exec(first)?.[0]
  return year && last.endsWith(year) ? first.slice(0, -year.length) : first
}

function single(edtf: string): string | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/.exec(edtf)
  if (!parts) return null
  const [, year, ofYear, ofMonth, qualifier] = parts
  if (Number(ofYear ?? 1) > 12 || Number(ofYear ?? 1) < 1 || Number(year) === 0) return null
  const date = new Date(`${year}-${ofYear ?? '01'}-${ofMonth ?? '01'}T00:00Z`)
  // 31 February would become a day of March.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(ofMonth ?? 1)) return null
  const named = ofMonth ? `${day.format(date)} ` : ofYear ? `${month.format(date)} ` : ''
  const said = `${named}${Number(year)}`
  return qualifier === '~'
    ? `about ${said}`
    : qualifier === '?'
      ? `perhaps ${said}`
      : qualifier
        ? `perhaps about ${said}`
        : said
}
