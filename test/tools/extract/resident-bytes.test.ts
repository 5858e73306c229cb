import { readdir, readlink } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { residentBytes } from '../../../src/tools/extract/resident-bytes.ts'

test('the memory of processes is told together, and those that are gone hold none', async () => {
  const own = await residentBytes([process.pid])
  expect(own / process.memoryUsage().rss).toBeGreaterThan(0.5)
  expect(own / process.memoryUsage().rss).toBeLessThan(2)
  expect(await residentBytes([process.pid, process.pid, 2 ** 30])).toBeGreaterThan(1.5 * own)
  expect(await residentBytes([2 ** 30])).toBe(0)
})

test.skipIf(process.platform !== 'linux')('no descriptor is kept of what was looked at', async () => {
  await Promise.all(Array.from({ length: 20 }, () => residentBytes([process.pid])))
  const held = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''))
  const own = new RegExp(`^/proc/${process.pid}/stat`)
  expect((await Promise.all(held)).filter((path) => own.test(path))).toEqual([])
})
