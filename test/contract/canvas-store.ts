import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { newId } from '../../src/tools/ids.ts'
import { aCorrection, actor, aFile, anAnnotation, anImage, now } from '../support/builders.ts'
import { aReadDocument, type Opened } from './opened.ts'

const pagesOf = ({ canvases }: Opened, witness: string, after = 0, most = 100) =>
  canvases.pages(witness, after, most, everybody)

/** What every store promises of pages as canvases. */
export function canvasStoreContract(open: () => Promise<Opened>) {
  describe('pages as canvases', () => {
    test('come in order, some at a time, with their file, layers and image', async () => {
      const opened = await open()
      const file = aFile({ name: 'letter.txt', mediaType: 'text/plain' })
      const { witness } = await aReadDocument(opened, ['one', 'two', 'three'], { files: [file] })
      const pages = await pagesOf(opened, witness.id)
      expect(pages.map(({ number }) => number)).toEqual([1, 2, 3])
      expect(await pagesOf(opened, witness.id, 1, 1)).toEqual(pages.slice(1, 2))
      expect(await pagesOf(opened, witness.id, 3)).toEqual([])
      expect(await pagesOf(opened, 'w-none')).toEqual([])
      expect(pages[0]).toMatchObject({
        file: { id: file.id, name: 'letter.txt', mediaType: 'text/plain' },
        ...{ isPictured: false, isAnnotated: false, layers: ['transcription'] },
      })
      const image = anImage({ width: 30, height: 40 })
      await opened.write.pageImages.record({ at: now, sha256: file.sha256, filePage: 2, image })
      const [, second] = await pagesOf(opened, witness.id)
      expect(second).toMatchObject({ isPictured: true, width: 30, height: 40 })
    })

    test('tell the layers that have a text, and whether the document’s own annotations are about them', async () => {
      const opened = await open()
      const { id, witness } = await aReadDocument(opened, ['one', 'two'])
      const other = await aReadDocument(opened, ['alpha'])
      const [first, second] = await pagesOf(opened, witness.id)
      if (!first || !second) throw new Error('It has two pages.')
      await opened.write.texts.correct(aCorrection(first.id, 'One.', { layer: 'translation:en' }))
      const here = anAnnotation(id, 'Seen.', { page: first.id })
      await opened.write.annotations.add(here)
      await opened.write.annotations.add(anAnnotation(other.id, 'Elsewhere.', { page: second.id }))
      const told = async () => (await pagesOf(opened, witness.id)).map(({ isAnnotated }) => isAnnotated)
      expect(await told()).toEqual([true, false])
      const [translated] = await pagesOf(opened, witness.id)
      expect(translated?.layers.toSorted()).toEqual(['transcription', 'translation:en'])
      await opened.write.annotations.remove({ actor, at: now, id: here.id })
      expect(await told()).toEqual([false, false])
    })

    test('are found by their ids within their document, as missing leaves are', async () => {
      const opened = await open()
      const { id, witness } = await aReadDocument(opened, ['one', 'two'])
      const other = await aReadDocument(opened, ['alpha'])
      const leaf = { op: 'missing', after: 1, label: '1v', note: null } as const
      const change = { actor, at: now, id: newId('r'), witness: witness.id, operations: [leaf] }
      await opened.write.pageWork.change(change)
      const [missing] = await opened.pageWork.missing(id, null, 0, 9)
      const [, page] = await pagesOf(opened, witness.id)
      if (!missing || !page) throw new Error('A leaf is missing behind the first of two pages.')
      expect(await opened.canvases.find(id, page.id, everybody)).toEqual({
        kind: 'page',
        witness: witness.id,
        ...page,
      })
      expect(await opened.canvases.find(id, missing.id, everybody)).toEqual({
        ...{ kind: 'missing', witness: witness.id, ...missing },
      })
      for (const one of [page.id, missing.id])
        expect(await opened.canvases.find(other.id, one, everybody)).toBe(null)
      expect(await opened.canvases.find(id, 'p-none', everybody)).toBe(null)
    })
  })
}
