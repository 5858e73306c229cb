import { z } from 'zod'
import { type ImageSeeing, seePageImage } from '../actions/see-page-image.ts'
import { imageContext, imageInfo, levelTwo } from '../iiif/image-info.ts'
import { readImageRequest } from '../iiif/image-request.ts'
import { accepted } from './accepted.ts'
import { type Route, route } from './route.ts'
import { sendImage, untilGone } from './send-image.ts'

const tags: [string] = ['IIIF']
const params = z.object({ pageId: z.string() })
const linkedData = `application/ld+json;profile="${imageContext}"`
const profileLink = `<${levelTwo}>;rel="profile"`
const addressOf = (baseUrl: string, page: string) => `${baseUrl}/iiif/image/3/${encodeURIComponent(page)}`

const Info = z
  .looseObject({ id: z.string(), type: z.literal('ImageService3'), width: z.int(), height: z.int() })
  .meta({ id: 'ImageInformation', description: 'Image information (IIIF Image API 3.0, section 5)' })

/** Images of pages by the IIIF Image API 3.0, level 2. */
export const iiifImageRoutes = (deps: ImageSeeing): Route[] => [
  route({
    id: 'redirectToImageInformation',
    method: 'get',
    prefix: '',
    path: '/iiif/image/3/:pageId',
    tags,
    access: 'reader',
    summary: 'The base address of a page’s image: leads to its information',
    params,
    status: 303,
    faults: [],
    respond: async ({ params, baseUrl, res }) => {
      res.setHeader('Location', `${addressOf(baseUrl, params.pageId)}/info.json`)
      res.status(303).end()
    },
  }),
  route({
    id: 'readImageInformation',
    method: 'get',
    prefix: '',
    path: '/iiif/image/3/:pageId/info.json',
    tags,
    access: 'reader',
    summary: 'How large the image of a page is, and what can be asked of it',
    params,
    status: 200,
    reply: Info,
    alternatives: [linkedData],
    faults: ['not-found', 'gone', 'unreadable-file', 'busy'],
    handle: async ({ params, actor, baseUrl, req, res }) => {
      const { image } = await seePageImage(deps, actor, params.pageId, untilGone(res))
      const body = imageInfo(addressOf(baseUrl, params.pageId), image)
      const headers = { Link: profileLink }
      const isLinked = accepted(req, 'application/json', 'application/ld+json') === 'application/ld+json'
      const instead = { mediaType: linkedData, text: JSON.stringify(body) }
      return isLinked ? { body, headers, instead } : { body, headers }
    },
  }),
  route({
    id: 'readImage',
    method: 'get',
    prefix: '',
    path: '/iiif/image/3/:pageId/:region/:size/:rotation/:file',
    tags,
    access: 'reader',
    summary: 'A part of a page’s image, in any size, turned, in a quality and format',
    params: params.extend({
      region: z.string().meta({ description: 'full, square, x,y,w,h or pct:x,y,w,h' }),
      size: z.string().meta({ description: 'max, w,  ,h  pct:n  w,h or !w,h; any of them after ^' }),
      rotation: z.string().meta({ description: 'Degrees clockwise, after ! mirrored' }),
      file: z.string().meta({ description: 'quality.format, such as default.jpg' }),
    }),
    status: 200,
    produces: 'image/jpeg',
    faults: ['not-found', 'gone', 'invalid-input', 'precondition-failed', 'unreadable-file', 'busy'],
    respond: async ({ params, actor, baseUrl, req, res }) => {
      const signal = untilGone(res)
      const seen = await seePageImage(deps, actor, params.pageId, signal)
      const { canonical, ...rendition } = readImageRequest(params, seen.image)
      const address = `${addressOf(baseUrl, params.pageId)}/${canonical}`
      res.setHeader('Link', `<${address}>;rel="canonical", ${profileLink}`)
      await sendImage(deps, seen, rendition, { req, res, signal })
    },
  }),
]
