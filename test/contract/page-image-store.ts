import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { aFile, anImage, hoursLater, now } from '../support/builders.ts'
import { all, aReadDocument, type Open } from './opened.ts'

/** What every store of page images promises. */
export function pageImageStoreContract(open: Open) {
  describe('images of pages', () => {
    test('come from a page of the bytes of a file', async () => {
      const opened = await open()
      const file = aFile({ name: 'scan.tif', mediaType: 'image/tiff', role: 'scan' })
      const { id } = await aReadDocument(opened, ['one', 'two'], { files: [file] })
      const pages = (await opened.texts.pages(id, null, all, everybody))?.items ?? []
      const { sha256, name, mediaType } = file
      expect(await opened.pageImages.source(pages[1]?.id ?? '', everybody)).toEqual({
        ...{ document: id, sha256, filePage: 2, name, mediaType },
      })
      expect(await opened.pageImages.source('p-none', everybody)).toBe(null)
    })

    test('are noted once they are made, and tell how large the pages with these bytes are', async () => {
      const opened = await open()
      const bytes = { of: 'the same bytes' }
      const first = await aReadDocument(opened, ['one', 'two'], { files: [aFile(bytes)] })
      const second = await aReadDocument(opened, ['one', 'two'], { files: [aFile(bytes)] })
      const other = await aReadDocument(opened, ['one', 'two'])
      const { sha256 } = aFile(bytes)
      const image = anImage({ width: 2480, height: 3508, remark: 'cut short', likeness: null })
      expect(await opened.pageImages.find(sha256, 2)).toBe(null)
      await opened.write.pageImages.record({ at: now, sha256, filePage: 2, image })
      expect(await opened.pageImages.find(sha256, 2)).toEqual(image)
      expect(await opened.pageImages.find(sha256, 1)).toBe(null)
      const sizes = await Promise.all(
        [first, second, other].map(async ({ id }) =>
          (await opened.texts.pages(id, null, all, everybody))?.items.map(({ width, height }) => [
            width,
            height,
          ]),
        ),
      )
      const [unknown, measured] = [
        [null, null],
        [2480, 3508],
      ]
      expect(sizes).toEqual([
        [unknown, measured],
        [unknown, measured],
        [unknown, unknown],
      ])
    })

    test('that are made again are noted anew', async () => {
      const opened = await open()
      const { sha256 } = aFile()
      await opened.write.pageImages.record({ at: now, sha256, filePage: 1, image: anImage() })
      const again = anImage({ tool: 'sharp 99', dpi: null, how: 'rendered' })
      await opened.write.pageImages.record({ at: hoursLater(1), sha256, filePage: 1, image: again })
      expect(await opened.pageImages.find(sha256, 1)).toEqual(again)
    })
  })
}
