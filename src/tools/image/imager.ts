import { ArchiveError } from '../../domain/errors.ts'
import type { ReadableFile } from '../../ports/extractor.ts'
import type { Imager } from '../../ports/page-images.ts'
import { Unreadable } from '../extract/unreadable.ts'
import type { Limits } from '../extract/watch.ts'
import { turns } from '../turns.ts'
import { type ImageProcess, type Reach, startImageProcess } from './image-process.ts'
import type { Answer, Asked } from './messages.ts'

export type ImagerOptions = {
  /** For each page. */
  limits: Limits
  reach: Reach
  /** How many pages are made at a time, and how many more may wait before others are refused as `busy`. */
  places: number
  waiting?: number
  /** The child's program. */
  entry?: URL
}

const defaultEntry = new URL('./child.ts', import.meta.url)

/** A child has made so many pages when it is ended: pdfjs and its canvas never give back all of their memory. */
const pagesOfAChild = { pdf: 10, image: 200 }
const idleMs = 10_000

type Seat = { process: ImageProcess; worn: number; ending: NodeJS.Timeout }

/**
 * Makes images of pages in niced child processes, each asked again until it has done its share, outgrows its limits or
 * is not needed for a while. They end with this process; `close` ends them now.
 */
export function imager(options: ImagerOptions): Imager & { close(): Promise<void> } {
  const { limits, reach, places, waiting = Number.POSITIVE_INFINITY, entry = defaultEntry } = options
  const busy = 'Too many images are being made at once. Ask for it again in a moment.'
  const order = turns(places, waiting, busy)
  const idle: Seat[] = []
  const all = new Set<ImageProcess>()

  async function end(process: ImageProcess): Promise<void> {
    await process.stop()
    all.delete(process)
  }

  function seat(): { process: ImageProcess; worn: number } {
    const free = idle.pop()
    clearTimeout(free?.ending)
    if (free?.process.isAlive()) return free
    const process = startImageProcess(entry, limits, reach)
    all.add(process)
    return { process, worn: 0 }
  }

  function rest(process: ImageProcess, worn: number): void {
    if (!process.isAlive() || worn >= 1) return void end(process)
    const resting: Seat = { process, worn, ending: setTimeout(() => dismiss(resting), idleMs).unref() }
    idle.push(resting)
  }

  function dismiss(resting: Seat): void {
    idle.splice(idle.indexOf(resting), 1)
    void end(resting.process)
  }

  async function ask(file: ReadableFile, asked: Asked, signal: AbortSignal): Promise<Answer> {
    const leave = await order.take(signal)
    const { process, worn } = seat()
    try {
      const answer = await process.ask(asked, signal)
      const share = file.mediaType === 'application/pdf' ? pagesOfAChild.pdf : pagesOfAChild.image
      rest(process, worn + 1 / share)
      if (answer.kind === 'fault') throw new Unreadable(answer.fault)
      if (answer.kind === 'disk-full') throw Object.assign(new Error(noSpace), { code: 'ENOSPC' })
      return answer
    } catch (error) {
      if (!process.isAlive()) await end(process)
      throw error instanceof Unreadable ? unreadable(file, asked, error.message) : error
    } finally {
      leave()
    }
  }

  return {
    async inspect(file, signal) {
      const answer = await ask(file, { kind: 'inspect', file: bare(file) }, signal)
      if (answer.kind !== 'inspected') throw new Error('A child answered another question.')
      return { pages: answer.pages, remark: answer.remark }
    },
    async make(file, filePage, target, signal) {
      const answer = await ask(file, { kind: 'make', file: bare(file), filePage, target }, signal)
      if (answer.kind !== 'made') throw new Error('A child answered another question.')
      return answer.image
    },
    async blacken(path, black, target, signal) {
      const file = { path, mediaType: 'image/tiff', name: 'The image of a page' }
      const answer = await ask(file, { kind: 'blacken', file: bare(file), black, target }, signal)
      if (answer.kind !== 'blackened') throw new Error('A child answered another question.')
    },
    async close() {
      for (const { ending } of idle.splice(0)) clearTimeout(ending)
      await Promise.all([...all].map(end))
    },
  }
}

const noSpace = 'There is no space on the disk of the archive for an image of a page.'

const bare = ({ path, mediaType }: ReadableFile) => ({ path, mediaType })

function unreadable(file: ReadableFile, asked: Asked, fault: string): ArchiveError {
  const page = asked.kind === 'make' && asked.filePage > 1 ? `Page ${asked.filePage} of ` : ''
  return new ArchiveError('unreadable-file', `${page}“${file.name}” ${fault}.`)
}
