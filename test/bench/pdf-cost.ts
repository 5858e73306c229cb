import { openSync, readFileSync } from 'node:fs'
import { batches } from '../../src/tools/extract/batches.ts'

// Run by pdf.ts as `pdf-cost.ts alone|fonds|pictures <file>`; tells the CPU seconds, those of doing it
// once more in the same process where that is asked for by a third word, and the peak of resident megabytes.
const [how = '', path = '', more] = process.argv.slice(2)

const work: Record<string, () => Promise<number>> = {
  async alone() {
    const { PDFParse } = await import('pdf-parse')
    const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)), isEvalSupported: false })
    const { pages } = await parser.getText({ pageJoiner: '' })
    await parser.destroy()
    return pages.length
  },
  async fonds() {
    const { readPdf } = await import('../../src/tools/extract/read-pdf.ts')
    let pages = 0
    for await (const told of batches(readPdf(openSync(path, 'r')))) {
      if (told.kind === 'pages') pages += told.pages.length
    }
    return pages
  },
  async pictures() {
    const { pdfPageRaster } = await import('../../src/tools/pdf-image/pdf-page-raster.ts')
    const wanted = [1, 300, 600, 1000]
    for (const filePage of wanted) await pdfPageRaster(path, filePage)
    return wanted.length
  },
}

const before = process.cpuUsage()
const pages = (await work[how]?.()) ?? 0
const megabytes = process.resourceUsage().maxRSS / 1024
const seconds = secondsOf(process.cpuUsage(before))
const warm = process.cpuUsage()
if (more !== undefined) await work[how]?.()
process.send?.({ pages, seconds, again: secondsOf(process.cpuUsage(warm)), megabytes })
process.disconnect()

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6
}
