import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackWords } from '../../../src/domain/page/pack-words.ts'
import type { ExtractedPage, Extraction, Extractor } from '../../../src/ports/extractor.ts'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { identifier } from '../../../src/tools/identify.ts'

export const limits = { memoryBytes: 700 * 1024 * 1024, wallMs: 60_000, stallMs: 30_000, nice: 10 }

/** Reads one file after another, as that of an archive does: no test pays for the start of a child of its own. */
export const usual = childExtractor(limits)

/** Runs a test with a file of these bytes under this name in a folder of its own. */
export async function withFile<T>(
  name: string,
  bytes: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fonds-extract-'))
  try {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Everything that an extractor tells about bytes under a name, as identified. */
export function extracted(name: string, bytes: string | Uint8Array, extractor: Extractor = usual) {
  return withFile(name, bytes, async (path) => {
    const { mediaType } = await identifier().identify(path, name)
    return await gather(extractor.extract({ path, name, mediaType }, new AbortController().signal))
  })
}

/** The start, the pages and the sizes of the batches of one extraction. */
export async function gather(told: AsyncIterable<Extraction>) {
  let start: Extract<Extraction, { kind: 'start' }> | undefined
  const pages: ExtractedPage[] = []
  const batchSizes: number[] = []
  for await (const one of told) {
    if (one.kind === 'start') start = one
    else if (one.kind === 'pages') {
      pages.push(...one.pages)
      batchSizes.push(one.pages.length)
    }
  }
  return { start, pages, batchSizes }
}

/** The same, the places of words unpacked as `packWords` packed them. */
export function placedIn(read: Awaited<ReturnType<typeof gather>>) {
  const pages = read.pages.map(({ placed, ...page }) => ({
    ...page,
    placed: placed instanceof Uint8Array ? unpackWords(placed) : (placed ?? null),
  }))
  return { ...read, pages }
}
