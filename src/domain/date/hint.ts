const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Slip = readonly [as: RegExp, meant: (...parts: string[]) => string]

// What people write instead of EDTF, and what they most likely mean. Whoever offers one checks that it reads.
const slips: readonly Slip[] = [
  [/^-0000(.*)$/, (rest) => `0000${rest}`],
  [/^(\d{4})\s?[-–—]\s?(\d{4})$/, (from, to) => `${from}/${to}`],
  [/^(\d\d)(\d\d)[/–—](\d\d)$/, (century, from, to) => `${century}${from}/${century}${to}`],
  [/^(\d{4})[-./ ](\d\d?)$/, (year, month) => dashed(year, month)],
  [/^(\d{4})[-./ ](\d\d?)[-./ ](\d\d?)$/, (year, month, day) => dashed(year, month, day)],
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => dashed(year, month, day)],
  [/^(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})$/, (day, month, year) => dashed(year, month, day)],
  [/^(1[3-9]|[23]\d)[/-](\d\d?)[/-](\d{4})$/, (day, month, year) => dashed(year, month, day)],
  [/^(\d\d?)[/-](1[3-9]|[23]\d)[/-](\d{4})$/, (month, day, year) => dashed(year, month, day)],
  [
    /^(\d\d?)(?:st|nd|rd|th)? (\p{L}{3,9})\.?,? (\d{4})$/iu,
    (day, name, year) => dashed(year, numbered(name), day),
  ],
  [
    /^(\p{L}{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})$/iu,
    (name, day, year) => dashed(year, numbered(name), day),
  ],
  [/^(\p{L}{3,9})\.?,? (\d{4})$/iu, (name, year) => dashed(year, numbered(name))],
  [/^(?:c|ca|circa|about)\.?\s?(-?\d{4}(?:-\d\d){0,2})$/i, (date) => `${date}~`],
  [/^(-?\d{4}(?:-\d\d){0,2})(?:\?~|~\?)$/, (date) => `${date}%`],
  [/^(\d{3})0'?s$/, (decade) => `${decade}X`],
  [/^([^/]{4,20})\/(?:open|now|present)$/i, (from) => `${from}/..`],
  [/^Y?(-?)0*(\d{1,4})$/, (sign, year) => `${sign}${year.padStart(4, '0')}`],
  [/^\+?(-?)0*(\d{5,})$/, (sign, year) => `Y${sign}${year}`],
]

/** What a text that is not EDTF may have meant: the likely ways to write it, best first, unchecked. */
export function likelyMeant(text: string): readonly string[] {
  const meant = slips.flatMap(([as, write]) => {
    const parts = as.exec(text)
    return parts === null ? [] : [write(...parts.slice(1).map((part) => part ?? ''))]
  })
  // Older drafts of EDTF wrote u for an unspecified digit.
  return [...meant, text.toUpperCase().replaceAll('U', 'X')]
}

const dashed = (year: string, ...rest: string[]) =>
  [year, ...rest.map((part) => part.padStart(2, '0'))].join('-')

const numbered = (name: string) => String(monthStarts.indexOf(name.slice(0, 3).toLowerCase()) + 1)
