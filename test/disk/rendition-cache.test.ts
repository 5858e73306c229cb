import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { diskRenditionCache } from '../../src/disk/rendition-cache.ts'

async function aFolder() {
  const home = await mkdtemp(join(tmpdir(), 'fonds-tiles-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  return join(home, 'tiles')
}

const tile = (n: number) => Buffer.alloc(100, n)

async function bytesIn(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = found.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe('renditions on a disk', () => {
  test('are given back as they were put, by their key', async () => {
    const cache = diskRenditionCache(await aFolder(), 10_000)
    expect(await cache.get('a')).toBe(null)
    await cache.put('a', tile(1))
    await cache.put('../../b', tile(2))
    expect([await cache.get('a'), await cache.get('../../b'), await cache.get('c')]).toEqual([
      ...[tile(1), tile(2), null],
    ])
  })

  test('keep within their room: those not used for longest go first', async () => {
    const folder = await aFolder()
    const cache = diskRenditionCache(folder, 1000)
    for (let n = 0; n < 9; n++) await cache.put(`tile ${n}`, tile(n))
    await cache.get('tile 0')
    for (let n = 9; n < 14; n++) await cache.put(`tile ${n}`, tile(n))
    expect(await bytesIn(folder)).toBeLessThanOrEqual(1000)
    expect(await cache.get('tile 0')).toEqual(tile(0))
    expect(await cache.get('tile 13')).toEqual(tile(13))
    expect(await cache.get('tile 1')).toBe(null)
  })

  test('are found after a restart, and still count', async () => {
    const folder = await aFolder()
    const before = diskRenditionCache(folder, 1000)
    for (let n = 0; n < 10; n++) await before.put(`tile ${n}`, tile(n))
    const after = diskRenditionCache(folder, 1000)
    expect(await after.get('tile 3')).toEqual(tile(3))
    await after.put('tile 10', tile(10))
    expect(await bytesIn(folder)).toBeLessThanOrEqual(1000)
    expect(await after.get('tile 3')).toEqual(tile(3))
  })

  test('are never read half written, whoever writes them at the same time', async () => {
    const folder = await aFolder()
    const caches = [diskRenditionCache(folder, 1e7), diskRenditionCache(folder, 1e7)]
    const whole = Buffer.alloc(200_000, 7)
    const writing = Promise.all(
      caches.flatMap((cache) => Array.from({ length: 20 }, () => cache.put('same', whole))),
    )
    for (let n = 0; n < 40; n++) {
      const seen = await caches[0]?.get('same')
      expect(seen == null || whole.equals(seen)).toBe(true)
    }
    await writing
    expect(await bytesIn(folder)).toBe(200_004)
  })

  test('may be deleted with their folder at any time', async () => {
    const folder = await aFolder()
    const cache = diskRenditionCache(folder, 1000)
    for (let n = 0; n < 5; n++) await cache.put(`tile ${n}`, tile(n))
    await rm(folder, { recursive: true })
    expect(await cache.get('tile 1')).toBe(null)
    for (let n = 0; n < 30; n++) await cache.put(`tile ${n}`, tile(n))
    expect(await cache.get('tile 29')).toEqual(tile(29))
    expect(await bytesIn(folder)).toBeLessThanOrEqual(1000)
  })

  test('of a process that ended half-way are swept, what is too large for the room is not kept', async () => {
    const folder = await aFolder()
    await mkdir(join(folder, 'ab'), { recursive: true })
    const half = join(folder, 'ab', `${'ab'.repeat(20)}.4194305-half`)
    await writeFile(half, tile(1))
    await utimes(half, 0, 0)
    const cache = diskRenditionCache(folder, 500)
    await cache.put('large', Buffer.alloc(400))
    await cache.put('small', Buffer.alloc(40))
    expect(await bytesIn(folder)).toBe(44)
  })

  test('that a loss of power has left half written are made anew', async () => {
    const folder = await aFolder()
    const cache = diskRenditionCache(folder, 1000)
    for (const spoil of [
      (b: Buffer) => b.subarray(0, 60),
      (b: Buffer) => Buffer.alloc(b.length),
      () => Buffer.of(),
    ]) {
      await cache.put('a', tile(1))
      const [name = ''] = (await readdir(folder, { recursive: true })).filter((one) =>
        /[0-9a-f]{40}$/.test(one),
      )
      await writeFile(join(folder, name), spoil(await readFile(join(folder, name))))
      expect(await cache.get('a')).toBe(null)
    }
    await cache.put('a', tile(1))
    expect(await cache.get('a')).toEqual(tile(1))
  })
})
