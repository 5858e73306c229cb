import { expect, test } from 'vitest'
import { type IngestDeps, ingestFile } from '../../src/ingest/ingest-file.ts'
import type { Extraction } from '../../src/ports/extractor.ts'

test('what was wrong with single pages is remarked on the file beside what was assumed', async () => {
  const page = {
    filePage: 1,
    label: null,
    width: null,
    height: null,
    content: 'a',
    language: null,
    words: 'a',
  }
  const told: Extraction[] = [
    { kind: 'start', total: 2, layer: 'embedded', engine: 'a reader', assumed: 'read upside down' },
    { kind: 'pages', pages: [page, { ...page, filePage: 2, content: '', words: '' }], newWords: [] },
    { kind: 'remark', remark: 'the text of page 2 could not be read' },
  ]
  // Only what reading a PDF asks for.
  const deps = {
    files: { withLocalFile: (_: string, use: (path: string) => unknown) => use('/a.pdf') },
    identifier: { identify: async () => ({ kind: 'pdf', mediaType: 'application/pdf' }) },
    extractor: {
      async *extract() {
        yield* told
      },
    },
    texts: { addPages: async () => true },
    newId: (letter: string) => letter,
    clock: () => '2026-01-01T00:00:00.000Z',
  } as unknown as IngestDeps
  const lease = { job: 'j', kind: 'extract', token: 't', file: 'f', attempts: 1, priority: 0 } as const
  const file = { name: 'a.pdf', bytes: 1, sha256: 'x' } as Parameters<typeof ingestFile>[2]
  const outcome = await ingestFile(deps, lease, file, new AbortController().signal)
  expect(outcome).toMatchObject({
    file: 'done',
    remark: 'read upside down; the text of page 2 could not be read',
    wanted: 1,
  })
})
