import type { FromChild, FromParent } from '../../../../src/tools/extract/messages.ts'

// A reader that stands still at page 2 of 3, from wherever it begins; the one that is asked after it is the real one.
const [, , , poppler] = process.argv
const page = (filePage: number): FromChild => ({
  kind: 'pages',
  pages: [
    {
      ...{ filePage, label: null, width: null, height: null },
      ...{ content: `page ${filePage}`, language: null, words: `page ${filePage}` },
    },
  ],
  newWords: [],
})
const start: FromChild = { kind: 'start', total: 3, layer: 'embedded', engine: 'a reader', assumed: null }
if (poppler !== undefined) await import('../../../../src/tools/extract/child.ts')
else
  process.on('message', (said: FromParent) => {
    if (said.kind !== 'read') return
    const from = said.from ?? 1
    process.send?.(start)
    if (from !== 2) process.send?.(page(from))
    if (from === 3) process.send?.({ kind: 'end', resident: 0 } satisfies FromChild)
  })
