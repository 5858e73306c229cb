import { execFile } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFParse } from 'pdf-parse'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openPdf } from '../../../src/tools/extract/open-pdf.ts'
import { textOf } from '../../../src/tools/extract/pdf-text.ts'
import { readPdf } from '../../../src/tools/extract/read-pdf.ts'
import { aPdf } from '../../support/pdf.ts'

async function kept(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-text-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'some.pdf')
  await writeFile(file, bytes)
  return file
}

test('the runs of a page are asked for once, and pdf-parse is asked for no other page', async () => {
  const file = await kept(await aPdf(['One', 'Two', 'Three']))
  const pdf = await openPdf(openSync(file, 'r'))
  const [inAll, asked] = [vi.spyOn(pdf.parser, 'getText'), vi.spyOn(pdf.document, 'getPage')]
  const page = await pdf.document.getPage(2)
  const runsOf = vi.spyOn(page, 'getTextContent')
  const { text, runs } = await textOf(pdf, page)
  await pdf.close()
  expect([text.trim(), runs.map(({ str }) => str).join('')]).toEqual(['Two', 'Two'])
  expect([inAll, asked, runsOf].map((spy) => spy.mock.calls.length)).toEqual([0, 1, 1])
})

test('a thousand pages are read without opening the file anew', async () => {
  const file = await kept(await aPdf(Array.from({ length: 1000 }, (_, n) => `sheet ${n + 1}`)))
  const closed = vi.spyOn(PDFParse.prototype, 'destroy')
  let last: unknown = null
  for await (const told of readPdf(openSync(file, 'r'))) last = told
  expect(last).toMatchObject({ page: { filePage: 1000, content: 'sheet 1000' } })
  expect(closed).toHaveBeenCalledTimes(1)
})

test('what reads PDFs loads no library that draws', async () => {
  const reader = new URL('../../../src/tools/extract/read-pdf.ts', import.meta.url)
  const code = `await import('${reader}'); console.log(JSON.stringify(process.report.getReport().sharedObjects))`
  const args = ['--no-warnings', '--input-type=module', '--eval', code]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  expect(JSON.parse(stdout).filter((path: string) => path.includes('canvas'))).toEqual([])
})
