import sharp from 'sharp'
import { followParent } from '../extract/follow-parent.ts'
import { Unreadable } from '../extract/unreadable.ts'
import { inspectImage } from './inspect-image.ts'
import { blackenImage, makeImage } from './make-image.ts'
import type { Answer, Asked } from './messages.ts'

// Run by image-process as `child.ts <pid of the parent>`.
followParent(Number(process.argv[2]))

// pdfjs leaves promises behind that fail beside its answers; what really hangs runs into its limits.
process.on('unhandledRejection', () => {})

// One page at a time and nothing twice: several children share the machine.
sharp.concurrency(1)
sharp.cache(false)

process.on('message', async (asked: Asked) => {
  const answer: Answer = await answerTo(asked).catch(
    (error): Answer =>
      isForWantOfSpace(error) ? { kind: 'disk-full' } : { kind: 'fault', fault: faultOf(error) },
  )
  process.send?.(answer)
})

async function answerTo(asked: Asked): Promise<Answer> {
  if (asked.kind === 'inspect') return { kind: 'inspected', ...(await inspectImage(asked.file)) }
  if (asked.kind === 'blacken') {
    await blackenImage(asked.file.path, asked.black, asked.target)
    return { kind: 'blackened' }
  }
  return { kind: 'made', image: await makeImage(asked.file, asked.filePage, asked.target) }
}

/** libvips tells of a full disk in words only. */
const isForWantOfSpace = (error: unknown): boolean =>
  error instanceof Error && /no space left|disk quota exceeded|ENOSPC|EDQUOT/i.test(error.message)

function faultOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  if (error instanceof Unreadable) return said
  // Some libraries name the file, whose place is nobody's business.
  const [line = ''] = said.split('\n').map((one) => one.replace(/\/\S+/g, '').replace(/[\s:]+$/, ''))
  return `could not be made into an image (“${line.slice(0, 200)}”); upload another copy of it, or convert it to TIFF`
}
