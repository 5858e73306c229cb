import { z } from 'zod'
import { type CitationDeps, citeDocument } from '../actions/cite-document.ts'
import { bibtexOf } from '../domain/citation/bibtex.ts'
import { cslOf } from '../domain/citation/csl-of.ts'
import { risOf } from '../domain/citation/ris.ts'
import { sentenceOf } from '../domain/citation/sentence.ts'
import { accepted } from './accepted.ts'
import { time } from './fields.ts'
import { type Route, route } from './route.ts'

const alternatives = [
  'application/vnd.citationstyles.csl+json',
  'application/x-bibtex',
  'application/x-research-info-systems',
  'text/plain',
] as const

const ChangedReply = z.object({
  at: z.string().nullable(),
  claimsHash: z.string().nullable(),
  changed: z.boolean().nullable().meta({ description: 'Null where no state had that hash' }),
  claims: z.int().meta({ description: 'How many claims were added, revised or taken back' }),
  properties: z.array(z.string()),
  says: z.string(),
})

const CitationReply = z
  .object({
    sentence: z.string(),
    csl: z
      .looseObject({ id: z.string(), type: z.string(), title: z.string() })
      .meta({ id: 'CslItem', description: 'An item of CSL-JSON 1.0.2' }),
    bibtex: z.string(),
    ris: z.string(),
    claimsHash: z.string().meta({
      description:
        'SHA-256 of the standing claims about the document and its witnesses that you may see, as canonical JSON in the order of their ids',
    }),
    textRevision: z.string().nullable().meta({ description: 'The newest revision of a text in it' }),
    changedSince: ChangedReply.nullable().meta({ description: 'Only where `at` or `claimsHash` was asked' }),
  })
  .meta({ id: 'CitationOfDocument' })

/** Citations that pin a state of knowledge. */
export const citationRoutes = (deps: CitationDeps): Route[] => [
  route({
    id: 'citeDocument',
    method: 'get',
    path: '/documents/:documentId/citation',
    tags: ['Documents'],
    access: 'reader',
    summary: 'How to cite this document or a page of it, and what has changed since it was cited',
    params: z.object({ documentId: z.string() }),
    query: z.object({
      page: z.coerce.number().int().min(1).max(1_000_000).optional().meta({
        description: 'A page of the first witness, which is then cited with its text',
      }),
      at: time.optional().meta({ description: 'When it was cited: what has changed since?' }),
      claimsHash: z
        .string()
        .regex(/^[0-9a-f]{8,64}$/, 'is the hash of a citation, or at least 8 of its first digits')
        .optional()
        .meta({ description: 'The state that was cited: what has changed since?' }),
    }),
    status: 200,
    reply: CitationReply,
    alternatives,
    faults: ['not-found', 'gone'],
    handle: async ({ params: { documentId }, query, actor, req, baseUrl }) => {
      const { page = null, at = null, claimsHash = null } = query
      // What is cited is read by people: the address is that of the reading room.
      const address = `${baseUrl}/documents/${documentId}`
      const wanted = { page, at, claimsHash }
      const { cited, changedSince } = await citeDocument(deps, actor, documentId, wanted, address)
      const body = {
        sentence: sentenceOf(cited),
        csl: cslOf(cited),
        bibtex: bibtexOf(cited),
        ris: risOf(cited),
        claimsHash: cited.claimsHash,
        textRevision: cited.textRevision,
        changedSince,
      }
      const type = accepted(req, 'application/json', ...alternatives)
      if (type === 'application/json') return { body }
      const texts: Record<(typeof alternatives)[number], string> = {
        'application/vnd.citationstyles.csl+json': JSON.stringify(body.csl),
        'application/x-bibtex': body.bibtex,
        'application/x-research-info-systems': body.ris,
        'text/plain': `${body.sentence}\n`,
      }
      const mediaType = type.endsWith('+json') ? type : `${type}; charset=utf-8`
      return { body, instead: { mediaType, text: texts[type] } }
    },
  }),
]
