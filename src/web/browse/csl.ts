import { words } from '../words/words.ts'

const labels: Readonly<Record<string, string | undefined>> = {
  ...words.source.fields,
  ...words.browse.variables,
}

/** Variables of CSL-JSON in the order in which they are shown; what else there is follows. */
const order = Object.keys(labels)
/** Shown otherwise, or of no use to readers. */
const own = ['id', 'title', 'document', 'type']

/** What kind of work it is, in words. */
export const typeOf = ({ type, document }: { type: string; document?: string }): string =>
  document ? words.browse.ofArchive : (words.source.types[type] ?? type.replaceAll('-', ' '))

/** The language in which a work is written, and its title with it. */
export const langOf = ({ language }: { [variable: string]: unknown }): string | undefined =>
  typeof language === 'string' ? language : undefined

/** What is written of a work in CSL-JSON, each variable with its label and its value as text. */
export function variablesOf(source: Readonly<Record<string, unknown>>): [string, string][] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.entries(source)
    .filter(([name]) => !own.includes(name))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => [labels[name] ?? name.replaceAll('-', ' '), said(value)])
}

/** Names by their parts, dates by theirs. */
function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join('; ')
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if ('date-parts' in value && Array.isArray(value['date-parts']))
    return value['date-parts'].map((parts) => (Array.isArray(parts) ? parts.join('-') : '')).join(' – ')
  if ('family' in value && 'given' in value) return `${value.family}, ${value.given}`
  return Object.values(value).map(String).join(', ')
}
