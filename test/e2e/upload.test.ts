import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

describe.skipIf(withoutBrowser)('uploading', () => {
  let room: Room
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
  })
  afterAll(() => room?.close())

  const paper = { name: 'paper.txt', mimeType: 'text/plain', buffer: Buffer.from('A paper from Šiauliai.') }

  test('a file becomes a document, its reading is watched, and the same bytes again are told', async () => {
    const page = await room.visit('/upload', { keeper: true })
    await page.getByLabel('Files').setInputFiles(paper)
    await page.getByLabel('Title').fill('Of the town')
    await expectAccessible(page, ['light'])
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByRole('link', { name: 'Of the town' }).waitFor()
    await page.getByText('done', { exact: true }).waitFor()
    const { body } = await room.it.get('/search?q=siauliai')
    expect(body.total.documents).toBe(1)
    await page.getByLabel('Files').setInputFiles(paper)
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByText('has a file with the same bytes').waitFor()
    room.expectQuiet()
  })

  test('what cannot be read is told with what to do, among the jobs and with what needs attention', async () => {
    await room.it.upload({ title: 'Broken' }, [{ name: 'broken.pdf', bytes: '%PDF-1.7 nothing' }])
    await room.it.idle()
    const page = await room.visit('/attention', { keeper: true })
    await page.getByText('broken.pdf:').waitFor()
    await expectAccessible(page, ['light'])
    await page.getByRole('link', { name: 'Jobs' }).click()
    await page.getByText('done', { exact: true }).first().waitFor()
    await expectAccessible(page, ['light'])
    room.expectQuiet()
  })

  test('is for archivists', async () => {
    const page = await room.visit('/upload')
    await page.getByText('Only archivists upload.').waitFor()
    room.expectQuiet()
  })
})
