import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { addDocument } from '../../src/actions/add-document.ts'
import { rederive } from '../../src/actions/rederive.ts'
import { everybody } from '../../src/domain/audience.ts'
import { aTestArchive } from '../support/archive.ts'
import { aScan, aScanPdf } from '../support/scans/a-scan.ts'
import { sentences } from '../support/scans/sentences.ts'

const actor = { id: 'a keeper', role: 'administrator' } as const

test('what was made from originals is thrown away and made anew, and says by what; the texts stay', async () => {
  const it = await aTestArchive({ FONDS_OCR: 'auto', FONDS_IMAGES: 'ingest' })
  onTestFinished(() => it.close())
  const { deps } = it.archive
  const wish = {
    language: 'en',
    seed: 5,
    dpi: 150,
    paper: 'slip',
    sentences: sentences.en.slice(0, 4),
  } as const
  const bytes = await aScanPdf([await aScan(wish)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = await deps.files.incoming()
  await writeFile(path, bytes)
  const uploads = [{ path, name: 'leaf.pdf', sha256, bytes: bytes.length }]
  const { id } = await addDocument(deps, actor, { description: {}, uploads, idempotency: null })
  await it.idle()
  const made = await deps.pageImages.find(sha256, 1)
  const read = await deps.texts.contents(id, 'ocr', 1, 1, everybody)
  expect(made).toMatchObject({ tool: expect.stringMatching(/\d/) })
  expect(read[0]).toMatch(/\w{4}/)

  const all = { images: true, texts: true, recognition: true }
  for await (const step of rederive({ ...deps, wake: () => {} }, actor, all))
    expect(step).toEqual({ done: 1, total: 1 })
  expect(await deps.pageImages.find(sha256, 1)).toBeNull()
  expect(await deps.derived.find(sha256, 1)).toBeNull()
  expect(await deps.texts.contents(id, 'ocr', 1, 1, everybody)).toEqual(read)
  await it.idle()
  expect(await deps.pageImages.find(sha256, 1)).toEqual(made)
  expect(await deps.derived.find(sha256, 1)).toMatch(/\.tif$/)
  const [page] = (await deps.texts.pages(id, null, { limit: 1, cursor: null }, everybody))?.items ?? []
  expect(page?.recognition).toBe('done')
  // The same engine reads the same, which is no new revision.
  expect(await deps.texts.revisions(page?.id ?? '', everybody)).toHaveLength(1)
}, 90_000)
