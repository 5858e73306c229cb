import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { z } from 'zod'
import { type ExportDeps, type ExportWish, exportPages } from '../actions/export-pages.ts'
import { alto, hocr } from '../domain/media-types.ts'
import { altoWriter } from '../page-formats/alto.ts'
import type { ExportedPage, ExportedText } from '../page-formats/exported-page.ts'
import { hocrWriter } from '../page-formats/hocr.ts'
import { contentDisposition } from './content-disposition.ts'
import { layer } from './fields.ts'
import { type Context, type Route, route } from './route.ts'

/** How pages are written one after the other: what comes first of all, each page, what comes last. */
type TextFormat = {
  extension: string
  contentType: string
  head(text: ExportedText): string
  page(page: ExportedPage, index: number): string
  tail: string
}

const formats = {
  Text: {
    ...{ extension: 'txt', contentType: 'text/plain; charset=utf-8', tail: '' },
    head: () => '',
    page: ({ content }, index) => (index === 0 ? content : `\f${content}`),
  },
  Hocr: { ...hocrWriter, extension: 'hocr', contentType: hocr },
  Alto: { ...altoWriter, extension: 'alto.xml', contentType: alto },
} satisfies Record<string, TextFormat>

const summaries = {
  Text: 'as plain text, form feeds between the pages',
  Hocr: 'as hOCR, with the places of the words',
  Alto: 'as ALTO 4, with the places of the words',
}

const query = z.object({
  witness: z.string().nullable().default(null),
  layer: layer
    .meta({ type: 'string', example: 'transcription', description: 'Default: the best layer of each page' })
    .optional(),
})

/** What every way of giving pages out has in common. */
export const exporting = {
  query,
  whole: z.object({ documentId: z.string() }),
  page: z.object({ documentId: z.string(), number: z.coerce.number().int().min(1).max(1e9) }),
  common: {
    method: 'get',
    tags: ['Pages'] as [string],
    access: 'reader',
    query,
    status: 200,
  },
} as const

const faults = ['not-found', 'gone', 'invalid-input'] as const

/** Pages and whole documents given out as text, hOCR and ALTO. */
export const exportPagesRoutes = (deps: ExportDeps): Route[] =>
  (['Text', 'Hocr', 'Alto'] as const).flatMap((name) => {
    const format: TextFormat = formats[name]
    const produces = format.contentType
    return [
      route({
        ...exporting.common,
        id: `exportDocumentAs${name}`,
        path: `/documents/:documentId/export.${format.extension}`,
        summary: `All pages of a witness (default: the first) ${summaries[name]}`,
        params: exporting.whole,
        produces,
        faults: [...faults],
        respond: (asked) => send(deps, asked, wishOf(asked, null), format),
      }),
      route({
        ...exporting.common,
        id: `exportPageAs${name}`,
        path: `/documents/:documentId/pages/:number/export.${format.extension}`,
        summary: `One page ${summaries[name]}`,
        params: exporting.page,
        produces,
        faults: [...faults],
        respond: (asked) => send(deps, asked, wishOf(asked, asked.params.number), format),
      }),
    ]
  })

/** What a request wants given out. */
export const wishOf = ({ params, query: { witness, layer } }: Asked, number: number | null): ExportWish => ({
  document: params.documentId,
  witness,
  layer: layer ?? null,
  number,
})

export type Asked = Context<{ documentId: string }, z.output<typeof query>, unknown>

/** Such as `Serov Instructions, p. 12v.hocr`. */
export function exportName(title: string, number: number | null, extension: string): string {
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const short = [...words.join('-')].slice(0, 60).join('') || 'document'
  return `${short}${number === null ? '' : `-p${number}`}.${extension}`
}

/** What goes wrong after the first page breaks the connection, so that nobody takes a part for the whole. */
async function send(
  deps: ExportDeps,
  { actor, req, res }: Asked,
  wish: ExportWish,
  format: TextFormat,
): Promise<void> {
  const { text, pages } = await exportPages(deps, actor, wish)
  describe(res, exportName(text.title, wish.number, format.extension), format.contentType)
  if (req.method === 'HEAD') return void res.end()
  // A pipeline into a response that has closed already would never end.
  if (res.destroyed || req.socket.destroyed) return
  async function* written() {
    yield format.head(text)
    let index = 0
    for await (const page of pages) yield format.page(page, index++)
    yield format.tail
  }
  await pipeline(written(), res)
}

/** Says what is sent, under which name. */
export function describe(res: Response, name: string, contentType: string): void {
  res.setHeader('Content-Type', contentType)
  res.setHeader('Content-Disposition', contentDisposition(name, contentType, true))
  res.setHeader('X-Content-Type-Options', 'nosniff')
}
