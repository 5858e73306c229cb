import { sayEdtf } from '../dates/say-edtf.ts'
import { langOfWords } from '../text/lang-of-words.ts'
import { words } from '../words/words.ts'
import type { Claim } from './claims.ts'
import { Thing } from './thing.tsx'
import { thingKinds } from './things.ts'

const says = words.provenance.description

/** What a claim says: the value of whatever type, with what the value carries beside it. `dated` says a date in words. */
export function Value({ claim, dated }: { claim: Pick<Claim, 'property' | 'value'>; dated?: string }) {
  const aside = asidesOf(claim).filter(Boolean).join(', ')
  return (
    <>
      <Main claim={claim} dated={dated} />
      {aside && <span className="soft"> ({aside})</span>}
    </>
  )
}

function Main({
  claim: { property, value },
  dated,
}: {
  claim: Pick<Claim, 'property' | 'value'>
  dated?: string
}) {
  if (value.none === true) {
    if (property === 'date-borne' || property === 'date') return <em>{says.undated}</em>
    return <em>{property === 'identifier' ? says.unnumbered : says.valueNone}</em>
  }
  if (value.unknown === true) return <em>{says.valueUnknown}</em>
  const edtf = textIn(value.edtf)
  if (edtf) return <time title={edtf}>{dated ?? sayEdtf(edtf)}</time>
  const kind = thingKinds.find((one) => textIn(value[one]))
  if (kind) return <Thing kind={kind} id={textIn(value[kind])} />
  const uri = textIn(value.uri)
  if (uri)
    return /^https?:/.test(uri) ? (
      <a href={uri} rel="noreferrer">
        {uri}
      </a>
    ) : (
      <span>{uri}</span>
    )
  if (typeof value.lat === 'number') return <>{`${value.lat}°, ${String(value.lon)}°`}</>
  const text = textIn(value.text) || textIn(value.value) || textIn(value.title)
  if (property === 'language') return <>{nameOfLanguage(text)}</>
  return text ? (
    <span lang={textIn(value.lang) || langOfWords(text)}>{text}</span>
  ) : (
    <code>{JSON.stringify(value)}</code>
  )
}

function asidesOf({ property, value }: Pick<Claim, 'property' | 'value'>): (string | false)[] {
  const text = (field: string) => textIn(value[field])
  const named = thingKinds.some((kind) => text(kind))
  return [
    text('asWritten') && says.asWritten(text('asWritten')),
    text('event') && (says.event[text('event')] ?? text('event')),
    text('capacity') && says.as(text('capacity')),
    text('name') && says.called(text('name')),
    text('role'),
    text('scheme'),
    text('kind'),
    text('status'),
    text('tense') && says.tense(text('tense')),
    text('act') && says.act(text('act')),
    text('locator'),
    text('period') && sayEdtf(text('period')),
    value.later === true && says.later,
    property === 'identifier' && (text('after') || text('before')) && says.between,
    named && text('text') && `“${text('text')}”`,
    text('calendar') && text('calendar') !== 'gregorian' && says.calendar(text('calendar')),
  ]
}

const textIn = (field: unknown): string => (typeof field === 'string' ? field : '')

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** A language in English by its tag; the tag where it is none. */
export function nameOfLanguage(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}
