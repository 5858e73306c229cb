import { followParent } from '../extract/follow-parent.ts'
import { Unreadable } from '../extract/unreadable.ts'
import { readEmbedded } from './embedded-engine.ts'
import type { Answer, EngineName, Request } from './messages.ts'
import { readNative } from './native-engine.ts'
import { type Read, recognisePage } from './recognise-page.ts'

// Run by recognising-process as `child.ts <pid of the parent>`, at the head of a process group of its own. One page at a
// time; after a fault the parent ends it.
followParent(Number(process.argv[2]), 'group')

// A broken picture throws outside any promise in tesseract.js.
const told = (error: unknown) => tell({ kind: 'fault', fault: sentenceOf(error) })
process.on('unhandledRejection', told)
process.on('uncaughtException', told)

let using: EngineName | null = null

const read: Read = async (engine, picture, models) => {
  if (using !== engine.name) tell({ kind: 'using', engine: engine.name })
  using = engine.name
  if (engine.name === 'embedded') return await readEmbedded(engine, picture, models)
  return await readNative(engine, picture, models, (pid) => tell({ kind: 'helper', pid }))
}

process.on('message', async (request: Request) => {
  using = null
  tell(
    await recognisePage(request, read).catch(
      (error) => ({ kind: 'fault', fault: sentenceOf(error) }) as const,
    ),
  )
})

function tell(answer: Answer): void {
  process.send?.(answer)
}

function sentenceOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  const said = error instanceof Error ? error.message : String(error)
  return `The page could not be recognised (“${said.slice(0, 200)}”); make its picture again, or upload another scan.`
}
