import { batches } from './batches.ts'
import { followParent } from './follow-parent.ts'
import { type FromChild, type FromParent, fileDescriptor, type What } from './messages.ts'
import { type Reader, readerOf } from './readers.ts'
import { Unreadable } from './unreadable.ts'

// Run by reader-process as `child.ts <pid of the parent> [<pdftotext> <most bytes of memory> <why>]`, with the file under a descriptor: one after
// another, each when it is told to.
const [parent, poppler, memory = '', because = ''] = process.argv.slice(2)
followParent(Number(parent), poppler === undefined ? 'alone' : 'group')

// pdfjs leaves promises behind that fail beside its answers; a reader that really hangs runs into its limits.
process.on('unhandledRejection', () => {})

let ahead = 0
let wake = () => {}
process.on('message', (said: FromParent) => {
  if (said.kind === 'read') return void answer(said)
  ahead--
  wake()
})

function tell(message: FromChild): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()))
}

async function read(what: What): Promise<void> {
  ahead = 0
  const readFile = await reader(what)
  const isCareful = what.from !== undefined || what.only !== undefined
  for await (const told of batches(readFile(fileDescriptor, what.from), isCareful ? 1 : undefined)) {
    await tell(told)
    ahead++
    // One batch may wait at the parent while the next is read; more would fill its memory.
    while (ahead > 1)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}

async function reader({ mediaType, only }: What): Promise<Reader> {
  if (poppler === undefined) return readerOf(mediaType)
  const { readPdfByPoppler } = await import('./read-pdf-poppler.ts')
  const program = { path: poppler, memoryBytes: Number(memory) }
  return (fd) => readPdfByPoppler(fd, program, because, only)
}

async function answer(what: What): Promise<void> {
  try {
    await read(what)
    await tell({ kind: 'end', resident: process.memoryUsage.rss() })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const fault =
      error instanceof Unreadable
        ? said
        : `could not be read (“${said.slice(0, 200)}”); upload another copy of it`
    await tell({ kind: 'fault', fault })
  }
}
