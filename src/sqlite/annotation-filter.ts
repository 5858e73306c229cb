import { bareMotivation } from '../domain/annotation/text-body.ts'
import type { AnnotationFilter } from '../ports/annotations.ts'

type Asked = Omit<AnnotationFilter, 'isWhole'>

/** Conditions on annotations `a`, one for each thing that can be asked for. */
const conditions: Record<keyof Asked, string> = {
  document: 'a.document = (select key from document where id = :document)',
  page: 'a.page = (select key from page where id = :page)',
  by: 'a.created_by = :by',
  motivations: `exists (select 1 from annotation_term m where m.annotation = a.key and m.kind = 'motivation'
    and m.value in (select value from json_each(:motivations)))`,
  tag: "exists (select 1 from annotation_term g where g.annotation = a.key and g.kind = 'tag' and g.value = :tag)",
  words: `a.key in (
    select r.revision from reading_fts f join reading r on r.rowid = f.rowid
    where reading_fts match :words and r.kind = 'annotation' and r.entombed_at is null)`,
}

/** What a filter asks for as SQL: the tables that lead to annotations `a`, their conditions, the order, and its parameters. */
export type AskedSql = {
  from: string
  /** The same for counting, where what is asked for stands in an index of its own. */
  counted: string
  where: string
  order: string
  parameters: Record<string, string>
}

/**
 * Where a tag or a motivation is asked for, its list leads to the annotations, so that few of them are found without going
 * through all others; where a page is, that does.
 */
export function askedOf(filter: AnnotationFilter): AskedSql {
  const { words, motivations, isWhole, ...rest } = filter
  const named = motivations?.map(bareMotivation) ?? null
  const lead = rest.page ? null : rest.tag ? 'tag' : named?.length === 1 ? 'motivation' : null
  const asked = {
    ...rest,
    motivations: named && lead !== 'motivation' ? JSON.stringify(named) : null,
    words: words && words.length > 0 ? matchOf(words) : null,
  }
  const parts = isWhole ? ['a.page is null'] : []
  const parameters: Record<string, string> = {}
  for (const name of Object.keys(conditions) as (keyof Asked)[]) {
    const value = asked[name]
    if (value == null) continue
    if (name !== lead) parts.push(conditions[name])
    parameters[name] = value
  }
  if (lead === 'motivation') parameters.motivation = named?.[0] ?? ''
  const where = parts.length > 0 ? parts.join(' and ') : 'true'
  if (lead === null) {
    const from = 'annotation a'
    const isIndexed =
      asked.motivations === null && asked.words === null && (rest.document || (!rest.page && !rest.by))
    const counted = isIndexed ? `${from} indexed by annotation_standing` : from
    return { from, counted, where, order: 'a.key', parameters }
  }
  const from = 'annotation_term t cross join annotation a on a.key = t.annotation'
  return {
    from,
    counted: from,
    where: `t.kind = '${lead}' and t.value = :${lead} and ${where}`,
    order: 't.annotation',
    parameters,
  }
}

/** Folded words hold no ASCII but letters and digits, so that quoting them is enough. */
const matchOf = (words: readonly string[]): string =>
  words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
