import { access, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { DerivedStore } from '../../src/ports/page-images.ts'

const sha256 = 'ab'.repeat(32)

async function put(derived: DerivedStore, content: string, page = 1, of = sha256) {
  const path = await derived.incoming()
  await writeFile(path, content)
  await derived.put(path, of, page)
  await expect(access(path)).rejects.toMatchObject({ code: 'ENOENT' })
}

const given = async (derived: DerivedStore, page = 1, of = sha256) => {
  const path = await derived.find(of, page)
  return path && (await readFile(path, 'utf8'))
}

/** What every store of derived files promises. */
export function derivedStoreContract(open: () => Promise<DerivedStore>) {
  describe('derived files', () => {
    test('are found by the bytes and the page that they were made of', async () => {
      const derived = await open()
      expect(await derived.find(sha256, 1)).toBe(null)
      await put(derived, 'first')
      await put(derived, 'twelfth', 12)
      await put(derived, 'another', 1, 'cd'.repeat(32))
      expect([await given(derived), await given(derived, 12), await given(derived, 2)]).toEqual([
        ...['first', 'twelfth', null],
      ])
    })

    test('that are made again take the place of the old ones, whole at every moment', async () => {
      const derived = await open()
      const [one, other] = ['1'.repeat(100_000), '2'.repeat(100_000)]
      await put(derived, one)
      const writing = (async () => {
        for (let n = 0; n < 20; n++) await put(derived, n % 2 ? one : other)
      })()
      const seen = new Set<string | null>()
      for (let n = 0; n < 40; n++) seen.add(await given(derived))
      await writing
      for (const content of seen) expect(content === one || content === other).toBe(true)
    })

    test('are not there any more once they are thrown away, which may be done twice', async () => {
      const derived = await open()
      await put(derived, 'short-lived')
      await derived.delete(sha256, 1)
      await derived.delete(sha256, 1)
      expect(await derived.find(sha256, 1)).toBe(null)
    })

    test('are asked for by a SHA-256 and a page, and nothing else', async () => {
      const derived = await open()
      const strange: [string, number][] = [
        ['..', 1],
        [`${'../'.repeat(10)}etc`, 1],
        [sha256, 0],
        [sha256, 1.5],
      ]
      for (const [of, page] of strange) {
        await expect(derived.find(of, page)).rejects.toMatchObject({ fault: 'internal' })
        await expect(derived.delete(of, page)).rejects.toMatchObject({ fault: 'internal' })
      }
    })
  })
}
