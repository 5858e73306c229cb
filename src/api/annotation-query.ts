import { z } from 'zod'
import { analyse } from '../domain/analysis/analyse.ts'
import type { AnnotationFilter } from '../ports/annotations.ts'
import { cursor, slice } from './fields.ts'

const asked = z.string().max(1000).optional()
const wanted = {
  page: asked.meta({ description: 'Only what is said of the page with this id, and the replies to it' }),
  by: asked.meta({ description: 'Only what this account or token wrote' }),
  motivation: asked.meta({ description: 'Only with this motivation', example: 'questioning' }),
  tag: asked.meta({ description: 'Only what bears this tag' }),
  q: asked.meta({ description: 'Only what has all these words in its texts, tags or quotes' }),
}

/** Which annotations are wanted. */
export const wantedAnnotations = z.object(wanted)

/** Which annotations are wanted of a container, from where on, and how much of each. */
export const annotationQuery = z.object({
  limit: slice.limit,
  cursor,
  ...wanted,
  iris: z.enum(['0', '1']).default('0').meta({
    description: '1: only the addresses of the annotations; `Prefer` asks for the same, or for none of them',
  }),
})

type Wanted = z.output<typeof wantedAnnotations>

/** The same as the archive reads it. */
export function filterOf({ q, motivation, ...filter }: Wanted): AnnotationFilter {
  const motivations = motivation === undefined ? null : [motivation]
  return { ...filter, motivations, words: q === undefined ? null : analyse(q, null).map(({ word }) => word) }
}

/** The same as it stands in an address: a container with a filter is another container, with an address of its own. */
export function filterQuery(filter: Wanted): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}
