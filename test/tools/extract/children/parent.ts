import { childExtractor } from '../../../../src/tools/extract/child-extractor.ts'

// A whole program that starts to read with a child, prints the child's pid and waits to be killed.
const [, , path = '', entry = ''] = process.argv
const limits = { memoryBytes: 2 ** 30, wallMs: 60_000, stallMs: 60_000, nice: 5 }
const extractor = childExtractor(limits, new URL(entry, import.meta.url))
const file = { path, name: 'a.txt', mediaType: 'text/plain' }
for await (const told of extractor.extract(file, new AbortController().signal)) {
  if (told.kind === 'start') console.log(told.engine)
}
