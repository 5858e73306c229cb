import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { textOf } from '../../../src/tools/extract/pdf-text.ts'

test('a page keeps nothing of what was heard of it', async () => {
  const run = {
    str: 'Pabradė',
    dir: 'ltr',
    transform: [1, 0, 0, 1, 0, 0],
    width: 40,
    height: 9,
    fontName: 'f',
  }
  const page = Object.create({
    pageNumber: 1,
    getTextContent: async () => ({ items: [run, { type: 'endMarkedContent' }], styles: {} }),
  })
  const parser = {
    getText: async () => {
      const { items } = await page.getTextContent()
      return { pages: [{ num: 1, text: items[0].str }] }
    },
  }
  expect(await textOf({ parser } as never, page)).toEqual({ text: 'Pabradė', runs: [run], styles: {} })
  expect(Object.hasOwn(page, 'getTextContent')).toBe(false)
})

test('what reads PDFs loads no library that draws', async () => {
  const reader = new URL('../../../src/tools/extract/read-pdf.ts', import.meta.url)
  const code = `await import('${reader}'); console.log(JSON.stringify(process.report.getReport().sharedObjects))`
  const args = ['--no-warnings', '--input-type=module', '--eval', code]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  expect(JSON.parse(stdout).filter((path: string) => path.includes('canvas'))).toEqual([])
})
