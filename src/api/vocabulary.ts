import { z } from 'zod'
import { choicesOf, fieldsOf } from '../domain/claim/value.ts'
import { vocabulary } from '../domain/claim/vocabulary.ts'
import { subjectTypes } from '../domain/claim.ts'
import { type Route, route } from './route.ts'

const PropertyReply = z
  .object({
    name: z.string(),
    label: z.string(),
    subjects: z.array(z.enum(subjectTypes)),
    valueType: z.string(),
    fields: z.array(z.string()).meta({ description: 'The fields that a value may have' }),
    choices: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: 'The closed lists of those fields that have one' }),
    cardinality: z.enum(['single', 'many']).meta({
      description: 'Of a single-valued property several best values are a dispute',
    }),
    per: z.enum(['event', 'scheme']).nullable().meta({ description: 'Single-valued for each of these' }),
    targets: z.array(z.string()).meta({ description: 'The kinds of things to which a relation may lead' }),
    terms: z.array(z.string()).meta({ description: 'The closed list of values, where there is one' }),
  })
  .meta({ id: 'Property' })

/** The properties that claims can have. */
export const vocabularyRoutes = (): Route[] => [
  route({
    id: 'readVocabulary',
    method: 'get',
    path: '/vocabulary',
    tags: ['Claims'],
    access: 'reader',
    summary: 'The properties that claims can have, of which things, with which values',
    status: 200,
    reply: z.object({ items: z.array(PropertyReply), next: z.null() }),
    faults: [],
    handle: async () => ({
      body: {
        items: vocabulary.map(({ value, subjects, targets, terms, ...property }) => ({
          ...property,
          subjects: [...subjects],
          valueType: value,
          fields: fieldsOf({ name: property.name, value, targets, terms }),
          choices: choicesOf({ name: property.name, value, targets, terms }),
          targets: [...targets],
          terms: [...terms],
        })),
        next: null,
      },
    }),
  }),
]
