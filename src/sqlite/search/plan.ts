import { analyse } from '../../domain/analysis/analyse.ts'
import { overlaps } from '../../domain/date/span.ts'
import type { Description } from '../../domain/description.ts'
import type { SearchField } from '../../domain/search/fields.ts'
import { satisfies } from '../../domain/search/matches.ts'
import type { SearchNode, SearchQuery } from '../../domain/search/query.ts'

/** What conditions look at: a description and the days of its date, as Julian Day Numbers. */
export type Described = { view: Description; earliest: number | null; latest: number | null }

/** A query taken apart: what a reading must satisfy, and what its document must be. */
export type Plan = { text: SearchNode | null; conditions: SearchNode[]; onlyText: boolean }

/** Lifts what is said of documents, beside the words of a query, to conditions on them. */
export function planOf({ root }: SearchQuery): Plan {
  const plan: Plan = { text: null, conditions: [], onlyText: false }
  const texts: SearchNode[] = []
  for (const part of root.kind === 'and' ? root.parts : [root]) {
    if (isAboutDocument(part)) plan.conditions.push(part)
    else texts.push(withoutTextField(part, plan))
  }
  const [first] = texts
  if (first === undefined) return plan
  plan.text = texts.length === 1 ? first : { kind: 'and', parts: texts, column: first.column }
  return plan
}

/** Whether a document is what all conditions ask for. */
export const meets = (conditions: readonly SearchNode[], document: Described): boolean =>
  conditions.every((condition) => holds(condition, document))

function isAboutDocument(node: SearchNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.every(isAboutDocument)
  if (node.kind === 'not') return isAboutDocument(node.part)
  return node.kind === 'dateRange' || (node.kind === 'field' && node.field !== 'text')
}

function withoutTextField(node: SearchNode, plan: Plan): SearchNode {
  if (node.kind === 'not') return { ...node, part: withoutTextField(node.part, plan) }
  if (node.kind !== 'field' || node.field !== 'text') return node
  plan.onlyText = true
  return node.part
}

function holds(node: SearchNode, document: Described): boolean {
  if (node.kind === 'and') return node.parts.every((part) => holds(part, document))
  if (node.kind === 'or') return node.parts.some((part) => holds(part, document))
  if (node.kind === 'not') return !holds(node.part, document)
  if (node.kind === 'field') {
    const { field, part } = node
    if (field === 'date') return holds(part, document)
    return valuesOf(document.view, field).some((value) => satisfies(part, value, analyse(value, null)))
  }
  const { earliest, latest } = document
  if (node.kind !== 'dateRange' || (earliest === null && latest === null)) return false
  return overlaps(node.ranges, [{ from: earliest, to: latest }])
}

/** What a field of the query language means in a description; the others come with their data. */
function valuesOf(view: Description, field: SearchField): string[] {
  const values: Partial<Record<SearchField, (string | null)[]>> = {
    title: [view.title],
    id: view.identifiers.map(({ value }) => value),
    by: [view.creator],
    type: [view.type],
    lang: [view.language],
    collection: [view.collection],
    subject: [...view.subjects],
  }
  return (values[field] ?? []).filter((value) => value !== null)
}
