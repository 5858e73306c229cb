import { closeSync, openSync } from 'node:fs'
import sharp from 'sharp'
import { followParent } from '../extract/follow-parent.ts'
import type { FromPdf, ToPdf } from './messages.ts'
import { pdfWriter } from './write-pdf.ts'

// Run by pdf-process as `child.ts <pid of the parent>`.
followParent(Number(process.argv[2]))
sharp.concurrency(1)
sharp.cache(false)

let fd = -1
let writer: Awaited<ReturnType<typeof pdfWriter>> | null = null

process.on('message', async (told: ToPdf) => {
  const answer: FromPdf = await take(told).then(
    () => ({ kind: 'done' }),
    (error) => ({
      kind: 'fault',
      says: error instanceof Error ? error.message.slice(0, 300) : String(error),
    }),
  )
  process.send?.(answer)
})

async function take(told: ToPdf): Promise<void> {
  if (told.kind === 'begin') {
    fd = openSync(told.target, 'w')
    writer = await pdfWriter(fd, told.about)
  } else if (told.kind === 'page') await writer?.page(told.page)
  else {
    await writer?.end()
    closeSync(fd)
  }
}
