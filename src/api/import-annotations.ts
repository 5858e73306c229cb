import { z } from 'zod'
import type { AnnotateDeps } from '../actions/annotate.ts'
import { type ImportOutcome, importAnnotations } from '../actions/import-annotations.ts'
import { once, type Repeating } from '../actions/once.ts'
import { annotationAddress, annotationProfile } from '../annotation/present.ts'
import { readFlatRow } from '../annotation/read-flat-row.ts'
import { annotationsIn } from '../domain/annotation/given.ts'
import { ArchiveError } from '../domain/errors.ts'
import { readCsv } from './csv-body.ts'
import { type Route, route } from './route.ts'

const most = { bytes: 10 * 1024 * 1024, annotations: 10_000 }

const count = z.int()
const Report = z
  .object({
    counts: z.object({ added: count, known: count, refused: count, wouldAdd: count.optional() }),
    items: z.array(
      z.object({
        index: count.meta({ description: 'Its place in what was sent, from 0' }),
        via: z.string().nullable().meta({ description: 'The id that it came with' }),
        outcome: z
          .enum(['added', 'known', 'refused', 'would-add'])
          .meta({ description: 'With `dryRun` nothing is added' }),
        id: z.string().nullable().meta({ description: 'Its address here, where it has one' }),
        deleted: z.boolean().meta({ description: 'It stood here before and was deleted, and stays so' }),
        errors: z.array(z.object({ path: z.string(), message: z.string() })),
      }),
    ),
  })
  .meta({ id: 'AnnotationImportReport' })

/** Many annotations at once, of other archives and of hypothes.is. */
export const importAnnotationsRoutes = (deps: AnnotateDeps & Repeating): Route[] => [
  route({
    id: 'importAnnotations',
    method: 'post',
    path: '/annotations/import',
    tags: ['Annotations'],
    access: 'annotator',
    there: true,
    consumes: ['application/json', 'application/ld+json', 'text/csv'],
    parse: async (req) =>
      (await readCsv(req, most.bytes, ['target', 'document'])).map((row) => readFlatRow(row)),
    query: z.object({ dryRun: z.enum(['true', 'false']).optional() }),
    mostBytes: most.bytes,
    summary:
      'Add the annotations of an AnnotationCollection, or of an export of hypothes.is, each once however often they are sent',
    body: z.unknown().meta({
      description: `An AnnotationCollection with its page, an AnnotationPage, a list of annotations, \`rows\` of hypothes.is (${annotationProfile}), or the table of annotations.csv; at most ${most.annotations} in ${most.bytes} bytes`,
    }),
    status: 200,
    reply: Report,
    faults: [
      'invalid-input',
      'malformed-json',
      'too-large',
      'unsupported-media-type',
      'idempotency-mismatch',
      'in-progress',
    ],
    handle: async ({ body, query, actor, baseUrl, idempotencyKey }) => {
      const given = annotationsIn(body)
      if (given.length > most.annotations)
        throw new ArchiveError(
          'too-large',
          `These are ${given.length} annotations: send at most ${most.annotations} at once.`,
        )
      const isDry = query.dryRun === 'true'
      const request = ['import-annotations', given]
      const key = isDry ? null : idempotencyKey
      const outcomes = await once(deps, actor.id, key, request, (idempotency) =>
        importAnnotations(deps, actor, given, ownAddresses(baseUrl), { isDry, idempotency }),
      )
      const items = outcomes.map((outcome, index) => present(outcome, index, given[index], baseUrl))
      const counted = (wanted: ImportOutcome['outcome']) =>
        outcomes.filter(({ outcome }) => outcome === wanted).length
      const counts = {
        ...{ added: counted('added'), known: counted('known'), refused: counted('refused') },
        ...(isDry && { wouldAdd: counted('would-add') }),
      }
      return { body: { counts, items } }
    },
  }),
]

function present(
  outcome: ImportOutcome,
  index: number,
  given: unknown,
  baseUrl: string,
): z.input<typeof Report>['items'][number] {
  const from = typeof given === 'object' && given !== null && 'id' in given ? given.id : null
  const common = { index, via: typeof from === 'string' ? from : null, outcome: outcome.outcome }
  if (outcome.outcome === 'refused')
    return {
      ...common,
      id: null,
      deleted: false,
      errors: outcome.errors.map(({ path, message }) => ({ path, message })),
    }
  if (outcome.outcome === 'would-add') return { ...common, id: null, deleted: false, errors: [] }
  const id = outcome.id === '' ? null : annotationAddress(baseUrl, outcome.id)
  return { ...common, id, deleted: outcome.isDeleted, errors: [] }
}

/** An id that the archive made is its own on any host, a name that somebody wished for only at this address. */
function ownAddresses(baseUrl: string) {
  const here = annotationAddress(baseUrl, '')
  return {
    of: (id: string) => annotationAddress(baseUrl, id),
    idIn: (iri: string) =>
      iri.startsWith(here)
        ? iri.slice(here.length)
        : (/\/annotations\/(a[0-9a-f]{32})$/.exec(iri)?.[1] ?? null),
  }
}
