import { batches } from './batches.ts'
import { followParent } from './follow-parent.ts'
import { type FromChild, fileDescriptor } from './messages.ts'
import { type Reader, readerOf } from './readers.ts'
import { Unreadable } from './unreadable.ts'

// Run by child-extractor as `child.ts <pid of the parent> <media type> [<pdftotext> <why>]`, with the file under a
// descriptor.
const [parent, mediaType = '', poppler, because = ''] = process.argv.slice(2)
followParent(Number(parent))

// pdfjs leaves promises behind that fail beside its answers; a reader that really hangs runs into its limits.
process.on('unhandledRejection', () => {})

let ahead = 0
let wake = () => {}
process.on('message', () => {
  ahead--
  wake()
})

function tell(message: FromChild): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()))
}

async function read(): Promise<void> {
  const readFile = await reader()
  for await (const told of batches(readFile(fileDescriptor))) {
    await tell(told)
    ahead++
    // One batch may wait at the parent while the next is read; more would fill its memory.
    while (ahead > 1)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}

async function reader(): Promise<Reader> {
  if (poppler === undefined) return readerOf(mediaType)
  const { readPdfByPoppler } = await import('./read-pdf-poppler.ts')
  return (fd) => readPdfByPoppler(fd, poppler, because)
}

try {
  await read()
  await tell({ kind: 'end' })
} catch (error) {
  const said = error instanceof Error ? error.message : String(error)
  const fault =
    error instanceof Unreadable
      ? said
      : `could not be read (“${said.slice(0, 200)}”); upload another copy of it`
  await tell({ kind: 'fault', fault })
}
