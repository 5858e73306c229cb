import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { exportPages } from '../actions/export-pages.ts'
import { type ExportPdfDeps, exportPdf } from '../actions/export-pdf.ts'
import { ArchiveError } from '../domain/errors.ts'
import { type Asked, describe, exporting, exportName, wishOf } from './export-pages.ts'
import { type Route, route } from './route.ts'

const pdf = 'application/pdf'
const faults = ['not-found', 'gone', 'invalid-input', 'busy', 'disk-full'] as const

/** Pages and whole documents given out as searchable PDFs. */
export const exportPdfRoutes = (deps: ExportPdfDeps): Route[] => [
  route({
    ...exporting.common,
    id: 'exportDocumentAsPdf',
    path: '/documents/:documentId/export.pdf',
    summary:
      'All pages of a witness (default: the first) as a searchable PDF: their images with the text unseen on them',
    params: exporting.whole,
    produces: pdf,
    faults: [...faults],
    respond: (asked) => send(deps, asked, null),
  }),
  route({
    ...exporting.common,
    id: 'exportPageAsPdf',
    path: '/documents/:documentId/pages/:number/export.pdf',
    summary: 'One page as a searchable PDF',
    params: exporting.page,
    produces: pdf,
    faults: [...faults],
    respond: (asked) => send(deps, asked, asked.params.number),
  }),
]

/** Nothing is sent before the whole is made, which ends at once when the client leaves. */
async function send(deps: ExportPdfDeps, asked: Asked, number: number | null): Promise<void> {
  const { actor, req, res } = asked
  const wish = wishOf(asked, number)
  if (req.method === 'HEAD') {
    const { text } = await exportPages(deps, actor, wish)
    describe(res, exportName(text.title, number, 'pdf'), pdf)
    return void res.end()
  }
  const left = new AbortController()
  const leave = () => left.abort(new ArchiveError('conflict', 'The client has left.'))
  res.once('close', leave)
  if (res.destroyed || req.socket.destroyed) return
  try {
    await exportPdf(deps, actor, wish, left.signal, async (path, title) => {
      describe(res, exportName(title, number, 'pdf'), pdf)
      res.setHeader('Content-Length', (await stat(path)).size)
      await pipeline(createReadStream(path), res)
    })
  } catch (error) {
    if (!left.signal.aborted) throw error
  } finally {
    res.off('close', leave)
  }
}
