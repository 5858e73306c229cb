import { edtfOfParts, readParts } from './plain-parts.ts'

const seasons: Readonly<Record<string, number>> = {
  ...{ spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 },
  ...{ frühling: 21, frühjahr: 21, sommer: 22, herbst: 23 },
  ...{ весна: 21, весной: 21, лето: 22, летом: 22, осень: 23, осенью: 23, зима: 24, зимой: 24 },
  ...{ pavasaris: 21, pavasarį: 21, vasara: 22, vasarą: 22, ruduo: 23, rudenį: 23, žiema: 24, žiemą: 24 },
}
const ordinals = ['first', 'second', 'third', 'fourth']
const shortOrdinals = ['1st', '2nd', '3rd', '4th']
const firstOf: Readonly<Record<string, number>> = { quarter: 33, third: 37, half: 40 }

/**
 * Reads what names a stretch of time by a word: a season, a quarter, a decade, a century, a day or month of which a part
 * is not known. Null for anything else. The text is in lower case.
 */
export function readNamedSpan(
  plain: string,
): { edtf: string; assumed: string | null } | { problem: string } | null {
  const decade =
    /^(?:in )?(?:the )?(\d{3})0['’]?(?:s|er|-е|-х|-ieji|-ųjų)(?: jahre| годы| годов| m\.)?$/u.exec(plain)
  if (decade) return { edtf: `${decade[1]}X`, assumed: null }
  const century = /^(?:in )?(?:the )?(\d{1,2})(?:st|nd|rd|th) (?:century|cent\.|c\.?)$/.exec(plain)
  if (century) {
    const last = Number(century[1]) * 100
    return { edtf: `[${pad(last - 99)}..${pad(last)}]`, assumed: `read as the years ${last - 99} to ${last}` }
  }
  const unknown = /^an unknown (day|month) (?:in|of) (.+)$/.exec(plain)
  if (unknown) return withUnknown(unknown[1] ?? '', unknown[2] ?? '')
  const yearless = /^(.+) of an unknown year$/.exec(plain)
  if (yearless) {
    const read = readParts(yearless[1] ?? '')
    return 'problem' in read ? read : { edtf: edtfOfParts({ ...read, year: null }), assumed: null }
  }
  return readPartOfYear(plain)
}

function withUnknown(what: string, text: string) {
  const read = readParts(text)
  if ('problem' in read) return read
  if (read.year === null || read.day !== null) return { problem: `“${text}” is no month and no year.` }
  const edtf = edtfOfParts(read)
  if (what === 'month') return { edtf: `${edtf}-XX`, assumed: null }
  return { edtf: read.month === null ? `${edtf}-XX-XX` : `${edtf}-XX`, assumed: null }
}

function readPartOfYear(plain: string) {
  const [, ordinal = '', unit = '', of = ''] =
    /^(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) (quarter|third|half) of (.+)$/.exec(plain) ?? []
  const begins = firstOf[unit]
  const within = { quarter: 4, third: 3, half: 2 }[unit]
  const nth = Math.max(ordinals.indexOf(ordinal), shortOrdinals.indexOf(ordinal))
  if (begins !== undefined && within !== undefined && nth < within) return ofYear(begins + nth, of)
  const [, word = '', year = '', half] =
    /^(?:in (?:the )?|im )?(\p{L}+) (?:of )?(.+?)(?: \((northern|southern)\))?$/u.exec(plain) ?? []
  const season = Object.hasOwn(seasons, word) ? seasons[word] : undefined
  if (season === undefined) return null
  return ofYear(season + (half === 'northern' ? 4 : half === 'southern' ? 8 : 0), year)
}

function ofYear(code: number, text: string) {
  const read = readParts(text)
  if ('problem' in read) return read
  if (read.year === null || read.month !== null) return { problem: `“${text}” is no year.` }
  return { edtf: `${edtfOfParts(read)}-${code}`, assumed: null }
}

const pad = (year: number) => String(year).padStart(4, '0')
