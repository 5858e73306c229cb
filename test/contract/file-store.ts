import { createHash } from 'node:crypto'
import { access, readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileStore } from '../../src/ports/file-store.ts'

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function put(files: FileStore, content: string | Uint8Array) {
  const bytes = Buffer.from(content)
  const path = await files.incoming()
  await writeFile(path, bytes)
  await files.put(path, digest(bytes))
  await expect(access(path)).rejects.toMatchObject({ code: 'ENOENT' })
  return digest(bytes)
}

const given = async (files: FileStore, sha256: string, from: number, to: number) =>
  (await buffer(await files.openRange(sha256, from, to))).toString()

/** What every store of files promises. */
export function fileStoreContract(open: () => Promise<FileStore>) {
  describe('files', () => {
    test('give back the bytes that were put, whole and in any range', async () => {
      const files = await open()
      const sha256 = await put(files, 'abcdefghij')
      expect((await files.stat(sha256))?.bytes).toBe(10)
      await fc.assert(
        fc.asyncProperty(fc.nat(9), fc.nat(9), async (a, b) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)]
          expect(await given(files, sha256, from, to)).toBe('abcdefghij'.slice(from, to + 1))
        }),
        { numRuns: 20 },
      )
      expect(await files.withLocalFile(sha256, (path) => readFile(path, 'utf8'))).toBe('abcdefghij')
      const empty = await put(files, '')
      expect((await files.stat(empty))?.bytes).toBe(0)
    })

    test('that come twice are kept once, also at the same time', async () => {
      const files = await open()
      const copies = await Promise.all([put(files, 'same'), put(files, 'same'), put(files, 'same')])
      expect(new Set(copies).size).toBe(1)
      expect((await files.list(null)).digests).toEqual([copies[0]])
      expect(await given(files, copies[0] ?? '', 0, 3)).toBe('same')
    })

    test('that are damaged on disk are mended when they come again', async () => {
      const files = await open()
      const sha256 = await put(files, 'whole')
      await files.withLocalFile(sha256, (path) => writeFile(path, 'who'))
      await put(files, 'whole')
      expect(await given(files, sha256, 0, 4)).toBe('whole')
    })

    test('are all listed, each once, in ascending order', async () => {
      const files = await open()
      expect(await files.list(null)).toEqual({ digests: [], next: null })
      const known = new Set<string>()
      for (let n = 0; n < 30; n++) known.add(await put(files, `file ${n}`))
      const listed: string[] = []
      for (let cursor: string | null = null; ; ) {
        const page: Awaited<ReturnType<FileStore['list']>> = await files.list(cursor)
        listed.push(...page.digests)
        if (page.next === null) break
        cursor = page.next
      }
      expect(listed).toEqual([...known].toSorted())
    })

    test('that are not there are told apart from those that are', async () => {
      const files = await open()
      const sha256 = await put(files, 'short-lived')
      await files.delete(sha256)
      await files.delete(sha256)
      expect(await files.stat(sha256)).toBe(null)
      await expect(files.openRange(sha256, 0, 1)).rejects.toThrow(/missing/)
      await expect(files.withLocalFile(sha256, async () => 1)).rejects.toThrow(/missing/)
    })

    test('are asked for by a SHA-256 and nothing else', async () => {
      const files = await open()
      for (const strange of [
        '',
        '..',
        `${'../'.repeat(10)}etc/passwd`,
        'A'.repeat(64),
        `${'a'.repeat(63)}/`,
      ]) {
        await expect(files.stat(strange)).rejects.toMatchObject({ fault: 'internal' })
        await expect(files.delete(strange)).rejects.toMatchObject({ fault: 'internal' })
        await expect(files.openRange(strange, 0, 1)).rejects.toMatchObject({ fault: 'internal' })
      }
    })
  })
}
