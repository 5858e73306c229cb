import type { FromChild } from '../../../../src/tools/extract/messages.ts'

// A reader that reads a page and then says it cannot; the one that is asked after it is the real one.
const [, , , poppler] = process.argv
const page = {
  ...{ filePage: 1, label: null, width: null, height: null },
  ...{ content: 'read before', language: null, words: 'read before' },
}
const told: FromChild[] = [
  { kind: 'start', total: 3, layer: 'embedded', engine: 'a reader', assumed: null },
  { kind: 'pages', pages: [page], newWords: [] },
  { kind: 'fault', fault: 'is too odd' },
]
if (poppler === undefined) for (const one of told) process.send?.(one)
else await import('../../../../src/tools/extract/child.ts')
