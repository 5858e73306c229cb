import type { AnnotationFilter } from '../ports/annotations.ts'

type Asked = Omit<AnnotationFilter, 'isWhole'>

/** Conditions on annotations `a`, their documents `d` and pages `p`, one for each thing that can be asked for. */
const conditions: Record<keyof Asked, string> = {
  document: 'a.document = (select key from document where id = :document)',
  page: 'a.page = (select key from page where id = :page)',
  by: 'a.created_by = :by',
  motivations: `exists (select 1 from json_each(a.body, '$.motivation') m
    where m.value in (select value from json_each(:motivations) union all select 'oa:' || value from json_each(:motivations)))`,
  // A body may be one or several, and an IRI instead of an object; so may a purpose.
  tag: `exists (
    select 1 from json_each(a.body, '$.body') b
    where case
      when json_type(a.body, '$.body') = 'object' then ${isTag("json_extract(a.body, '$.body')")}
      when b.type = 'object' then ${isTag('b.value')}
      else 0 end)`,
  words: `a.key in (
    select r.revision from reading_fts f join reading r on r.rowid = f.rowid
    where reading_fts match :words and r.kind = 'annotation' and r.entombed_at is null)`,
}

function isTag(body: string): string {
  return `(json_extract(${body}, '$.value') = :tag and exists (
    select 1 from json_each(${body}, '$.purpose') u where u.value in ('tagging', 'oa:tagging')))`
}

/** The conditions of a filter, and its parameters. */
export function askedOf(filter: AnnotationFilter): { where: string; parameters: Record<string, string> } {
  const { words, motivations, isWhole, ...rest } = filter
  const named = motivations ? JSON.stringify(motivations) : null
  const asked = { ...rest, motivations: named, words: words && words.length > 0 ? matchOf(words) : null }
  const parts = isWhole ? ['a.page is null'] : []
  const parameters: Record<string, string> = {}
  for (const name of Object.keys(conditions) as (keyof Asked)[]) {
    const value = asked[name]
    if (value == null) continue
    parts.push(conditions[name])
    parameters[name] = value
  }
  return { where: parts.length > 0 ? parts.join(' and ') : 'true', parameters }
}

/** Folded words hold no ASCII but letters and digits, so that quoting them is enough. */
const matchOf = (words: readonly string[]): string =>
  words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
