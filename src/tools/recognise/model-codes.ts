const byLanguage: Readonly<Record<string, string>> = {
  be: 'bel',
  bg: 'bul',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  et: 'est',
  fi: 'fin',
  fr: 'fra',
  he: 'heb',
  hu: 'hun',
  it: 'ita',
  ka: 'kat',
  la: 'lat',
  lt: 'lit',
  lv: 'lav',
  nb: 'nor',
  nl: 'nld',
  no: 'nor',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sk: 'slk',
  sl: 'slv',
  sr: 'srp',
  sv: 'swe',
  uk: 'ukr',
  yi: 'yid',
}
const byCode = new Map(Object.entries(byLanguage).map(([language, code]) => [code, language]))

/** Models of these languages read Cyrillic letters. */
export const cyrillic: ReadonlySet<string> = new Set(['bel', 'bul', 'rus', 'srp', 'ukr'])

/** The name of tesseract's model for a language (BCP 47): that of ISO 639-3; null for what is no language of either. */
export function modelOf(language: string): string | null {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  return byLanguage[primary] ?? (/^[a-z]{3}$/.test(primary) ? primary : null)
}

/** The language (BCP 47) that a model of tesseract is for. */
export function languageOfModel(code: string): string {
  return byCode.get(code) ?? code
}

/** A sentence that says which language has no model, and how to add one. */
export function missing(language: string): string {
  const code = modelOf(language)
  const name = nameOf(language)
  if (code === null)
    return `There is no model of a language “${language}”: give the language as a tag such as lt or ru.`
  return `There is no model to recognise ${name} (${language}) with: install the package tesseract-ocr-${code.replace('_', '-')} (Debian, Ubuntu), or put ${code}.traineddata of github.com/tesseract-ocr/tessdata_best into the folder that FONDS_TESSDATA names; then recognise the page again.`
}

function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
