// English, German, Russian, Lithuanian, Latvian, Estonian; in the cases that dates stand in, and abbreviated.
const names: readonly string[] = [
  'jan(uary?|uar|v[āa]ris|v[āa]r[īi])?|jänner|янв(ар[ьяе])?|saus(is|io)?|jaan(uar)?',
  'feb(ruary?|ru[āa]ris|ru[āa]r[īi])?|февр?(ал[ьяе])?|vas(ar(is|io))?|veebr?(uar)?',
  'mar(ch|ts|t[āa])?|märz?|maerz|mrz|март?[ае]?|kov(as|o)?|märts',
  'apr(il|ill|[īi]lis|[īi]l[īi])?|апр(ел[ьяе])?|bal(and(is|žio))?',
  'ma[iy]|maij[sā]|ма[йяе]|geg(už(ė|ės))?',
  'june?|juni|июн[ьяе]?|birž?(el(is|io))?|j[ūu]nij[sā]|juuni',
  'july?|juli|июл[ьяе]?|liep(a|os)|j[ūu]lij[sā]|juuli',
  'aug(ust|usts|ust[āa])?|авг(уст[ае]?)?|rugp(jū(tis|čio))?',
  'sept?(ember|embris|embr[īi])?|сент?(ябр[ьяе])?|rugs(ėj(is|o))?',
  'o[ck]t(ober|obris|obr[īi])?|okto+ber|окт(ябр[ьяе])?|spal(is|io)?',
  'nov(ember|embris|embr[īi])?|но(яб?р?[ьяе]?|ябр[ьяе])|lapk?r?(itis|ičio)?',
  'de[cz](ember|embris|embr[īi])?|detsember|дек(абр[ьяе])?|gruod(is|žio)?',
]
const patterns = names.map((alternatives) => new RegExp(`^(?:${alternatives})$`, 'u'))
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** The month (1–12) that a word in lower case names in one of the archive's six languages; null for any other word. */
export function monthOf(word: string): number | null {
  const found = patterns.findIndex((pattern) => pattern.test(word))
  return found === -1 ? null : found + 1
}

/** The month that a Roman number names, as between day and year; null for any other word. */
export function romanMonth(word: string): number | null {
  const found = roman.indexOf(word)
  return found === -1 ? null : found + 1
}
