import { readdirSync, readFileSync } from 'node:fs'
import { getPriority, platform } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { startThread } from '../../src/threads/connect.ts'
import { openSqlite } from '../sqlite/open.ts'

/** The niceness of each thread of this process (proc(5), the 19th field of stat). */
function niceness(): number[] {
  return readdirSync('/proc/self/task').flatMap((thread) => {
    try {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
      return [Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

test.runIf(platform() === 'linux')('the thread that writes gives way to all others', async () => {
  const usual = getPriority()
  const giving = () => niceness().filter((nice) => nice > usual).length
  const before = giving()
  const { path } = openSqlite()
  const writer = await startThread(new URL('../../src/threads/writer.ts', import.meta.url), {
    catalogue: path,
  })
  onTestFinished(() => writer.close())
  expect(giving()).toBe(before + 1)
  expect(getPriority()).toBe(usual)
})
