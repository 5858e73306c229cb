import { z } from 'zod'
import { type Reading, seePage } from '../actions/read-page.ts'
import { see } from '../actions/see.ts'
import { invalid } from '../domain/errors.ts'
import { embeddedAt } from '../oembed/embedding.ts'
import { richOf, roomFor } from '../oembed/rich.ts'
import { type Route, route } from './route.ts'

const side = z.coerce.number().int().min(1).max(100_000).optional()

const RichReply = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    author_name: z.string().optional(),
    provider_name: z.string(),
    provider_url: z.string(),
    thumbnail_url: z.string().optional(),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
    html: z.string(),
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'Embedding', description: 'A response of the type rich (oEmbed 1.0, section 2.3.4.4)' })

/** Places in the archive for the pages of others, by oEmbed 1.0. */
export const oembedRoutes = (deps: Reading): Route[] => [
  route({
    id: 'readEmbedding',
    method: 'get',
    prefix: '',
    path: '/oembed',
    tags: ['Documents'],
    access: 'reader',
    summary:
      'How the page of a document, a passage or a region is shown on a page of somebody else (oEmbed 1.0)',
    query: z.object({
      url: z.string().max(4000).meta({ description: 'An address of the reading room' }),
      maxwidth: side,
      maxheight: side,
      format: z.literal('json', { error: 'is json only.' }).default('json'),
    }),
    status: 200,
    reply: RichReply,
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ query: { url, maxwidth, maxheight }, actor, baseUrl }) => {
      const place = embeddedAt(url, baseUrl)
      if (place === null)
        throw invalid('url', 'is not the address of a document here: copy it from the reading room.')
      const { description } = await see(deps, actor, place.document)
      const { document, page: number } = place
      const page = await seePage(deps, actor, { document, witness: place.asked.witness ?? null, number })
      const pageId = page.width === null ? null : page.id
      const room = roomFor({ width: maxwidth, height: maxheight })
      const { title, creator } = description
      return { body: richOf(baseUrl, { place, title, creator, pageId, room }) }
    },
  }),
]
