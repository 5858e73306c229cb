import { fstatSync, readSync } from 'node:fs'
import { followParent } from '../../../../src/tools/extract/follow-parent.ts'
import { type FromChild, type FromParent, fileDescriptor } from '../../../../src/tools/extract/messages.ts'

// Reads one file after another: it tells its process and the file's first word, and does what that word says.
followParent(Number(process.argv[2]))
process.on('message', ({ kind }: FromParent) => {
  if (kind !== 'read') return
  const bytes = Buffer.alloc(Math.min(100, fstatSync(fileDescriptor).size))
  readSync(fileDescriptor, bytes, 0, bytes.length, 0)
  const [word = ''] = String(bytes).split(' ')
  if (word === 'crash') process.exit(9)
  const engine = `${process.pid} ${word}`
  const start: FromChild = { kind: 'start', total: 0, layer: 'transcription', engine, assumed: null }
  process.send?.(start)
  const end: FromChild =
    word === 'fail'
      ? { kind: 'fault', fault: 'is odd' }
      : { kind: 'end', resident: word === 'grow' ? 2 ** 40 : 1 }
  process.send?.(end)
})
