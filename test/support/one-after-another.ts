import { enableCompileCache } from 'node:module'
import { text } from 'node:stream/consumers'
import type { Ran } from './process.ts'

// Runs command lines one after another in one process, as `bin/fonds.mjs` runs one, and writes what each did as JSON: a
// start takes most of the time of a command that is refused.
enableCompileCache(process.env.NODE_COMPILE_CACHE)
const { main } = await import('../../src/main.ts')
const lines: { args: string[] }[] = JSON.parse(await text(process.stdin))
const write = process.stdout.write.bind(process.stdout)
const ran: Ran[] = []
for (const { args } of lines) {
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    process[stream].write = (chunk: string | Uint8Array) => {
      said[stream] += chunk
      return true
    }
  ran.push({ code: await main(['node', 'fonds', ...args]), signal: null, ...said })
}
write(JSON.stringify(ran))
