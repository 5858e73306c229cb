import { analyse } from '../../domain/analysis/analyse.ts'
import { overlaps, type Range } from '../../domain/date/span.ts'
import type { Findable } from '../../domain/findable.ts'
import type { SearchField } from '../../domain/search/fields.ts'
import { satisfies } from '../../domain/search/matches.ts'
import type { FieldNode, SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { namesOfCollection } from './collection-tree.ts'
import { type DocumentSet, documentsWhere, inBoth, inEither, inFirst } from './document-set.ts'
import type { HeldDocuments, Sets } from './held-documents.ts'

type Described = { key: number; title: string; creator: string | null; identifiers: string; findable: string }

/** Fields whose values many documents share, and what those are called in memory. */
const shared = { type: 'type', lang: 'language' } as const

/**
 * The documents that a field's condition holds for, as far as `inTime`, asked before each description is read, lets them be
 * found. `mayHold` gives the keys of those whose description holds the words of a part anywhere, in any of their forms;
 * `widen` gives the words these forms.
 */
export function fieldSets(db: Connection, documents: HeldDocuments) {
  const described = db.prepare<[string], Described>(`
    select k.value as key, s.title, s.creator, coalesce(s.view -> '$.identifiers', '[]') as identifiers,
      coalesce(s.view -> '$.findable', '{}') as findable
    from json_each(?) k cross join description s on s.document = k.value`)
  const none = () => new Uint8Array(documents.last + 1)

  function whereShared(values: Int32Array, names: readonly string[], part: SearchNode): DocumentSet {
    const fits = names.map((name, number) => number > 0 && fitsText(part, name))
    return documentsWhere(documents.last, (key) => fits[values[key] ?? 0] ?? false)
  }

  function whereInSet(numbers: Int32Array, { members }: Sets, fits: readonly boolean[]): DocumentSet {
    const sets = members.map((values) => values.some((value) => fits[value]))
    return documentsWhere(documents.last, (key) => sets[numbers[key] ?? 0] ?? false)
  }

  function whereSubject(part: SearchNode): DocumentSet {
    const fits = documents.values.subject.names.map((name, number) => number > 0 && fitsText(part, name))
    return whereInSet(documents.subjects, documents.subjectSets, fits)
  }

  function whereArranged(part: SearchNode): DocumentSet {
    const fits = documents.values.collection.names.map(
      (id, number) =>
        number > 0 && namesOfCollection(documents.tree, id).some((name) => fitsText(part, name)),
    )
    return whereInSet(documents.collections, documents.collectionSets, fits)
  }

  function whereDescribed(
    field: DescribedField,
    part: SearchNode,
    keys: readonly number[],
    inTime: () => boolean,
  ): DocumentSet {
    const set = none()
    for (const row of described.iterate(JSON.stringify(keys))) {
      if (!inTime()) break
      if (saidIn(field, row).some((text) => fitsText(part, text))) set[row.key] = 1
    }
    return set
  }

  function whereDated(node: SearchNode): DocumentSet {
    if (node.kind === 'and' || node.kind === 'or') {
      const parts = node.parts.filter((part) => part.kind !== 'not').map(whereDated)
      const excluded = node.parts.flatMap((part) => (part.kind === 'not' ? [whereDated(part.part)] : []))
      return excluded.reduce(inFirst, parts.reduce(node.kind === 'and' ? inBoth : inEither))
    }
    return node.kind === 'dateRange' ? whereOverlapping(node.ranges) : none()
  }

  function whereOverlapping(ranges: readonly Range[]): DocumentSet {
    const fits = documents.dates.days.map((days) => overlaps(ranges, days))
    return documentsWhere(documents.last, (key) => fits[documents.windows[key] ?? 0] ?? false)
  }

  return (
    { field, part }: FieldNode,
    widen: (part: SearchNode) => SearchNode,
    mayHold: (part: SearchNode) => readonly number[],
    inTime: () => boolean,
  ): DocumentSet => {
    if (field === 'date') return whereDated(part)
    const widened = inflects(field) ? widen(part) : part
    if (field === 'subject') return whereSubject(widened)
    if (field === 'collection') return whereArranged(part)
    if (isDescribed(field)) return whereDescribed(field, widened, mayHold(positive(part)), inTime)
    if (!(field in shared)) return none()
    const name = shared[field as keyof typeof shared]
    return whereShared(documents[name], documents.values[name].names, widened)
  }
}

const describedFields = ['title', 'id', 'by', 'to', 'place', 'mark', 'claim'] as const
type DescribedField = (typeof describedFields)[number]
const isDescribed = (field: SearchField): field is DescribedField =>
  (describedFields as readonly string[]).includes(field)

/** What a description says in a field. */
function saidIn(
  field: DescribedField,
  { title, creator, identifiers, findable }: Described,
): readonly string[] {
  const known = JSON.parse(findable) as Partial<Findable>
  switch (field) {
    case 'title':
      return [title, ...(known.titles ?? [])]
    case 'id':
      return [
        ...(JSON.parse(identifiers) as { value: string }[]).map(({ value }) => value),
        ...(known.identifiers ?? []),
      ]
    case 'by':
      return [...(creator === null ? [] : [creator]), ...(known.by ?? [])]
    case 'to':
      return known.to ?? []
    case 'place':
      return known.places ?? []
    case 'mark':
      return known.marks ?? []
    case 'claim':
      return (known.astray ?? []).map(({ text }) => text)
  }
}

/** Whether words hold for a text as it stands. */
export const fitsText = (part: SearchNode, text: string): boolean =>
  satisfies(part, text, analyse(text, null))

/** Codes and numbers have no forms. */
const inflects = (field: SearchField): boolean => !['id', 'type', 'lang', 'collection'].includes(field)

/** A part without its exclusions: what they exclude may stand elsewhere in the description. */
function positive(node: SearchNode): SearchNode {
  if (node.kind === 'or') return { ...node, parts: node.parts.map(positive) }
  if (node.kind !== 'and') return node
  const parts = node.parts.filter(({ kind }) => kind !== 'not').map(positive)
  return parts.length === 1 && parts[0] ? parts[0] : { ...node, parts }
}
