import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

describe.skipIf(withoutBrowser)('reading', () => {
  let room: Room
  let note: string
  beforeAll(async () => {
    room = await aReadingRoom()
    note = (await room.it.get('/search?q=title:Note')).body.hits[0].document.id
  })
  afterAll(() => room?.close())

  test('what was searched for is marked in the text beside the scan', async () => {
    const page = await room.visit(`/search?q=Schaulen`)
    await page.getByRole('link', { name: 'page 1' }).first().click()
    await page.waitForURL(`**/documents/${note}/pages/1?q=Schaulen*`)
    await page.locator('[data-kinds~="hit"]', { hasText: 'Schaulen' }).first().waitFor()
    await page.locator('[data-open="true"] canvas').first().waitFor()
    await expectAccessible(page, ['light'])
    room.expectQuiet()
  })

  test('pages are turned by keyboard, with the text and the address', async () => {
    const page = await room.visit(`/documents/${note}/pages/1`)
    await page.getByText('The copy found in Šiauliai').first().waitFor()
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(`**/documents/${note}/pages/2*`)
    await page.getByText('What rests on the stamp').first().waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.getByText('The copy found in Šiauliai').first().waitFor()
    room.expectQuiet()
  })

  test('a page that is turned before its scan has come is quietly let go', async () => {
    const page = await room.visit('/search')
    const held: (() => Promise<void>)[] = []
    await page.route('**/iiif/**/default.jpg', (route) => void held.push(() => route.continue()))
    await page.goto(`${room.origin}/documents/${note}/pages/1`)
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await page.keyboard.press('ArrowRight')
    await page.getByText('What rests on the stamp').first().waitFor()
    const late = page.waitForEvent('requestfinished', (sent) => sent.url().endsWith('/default.jpg'))
    await Promise.all(held.map((release) => release()))
    await late
    await page.keyboard.press('ArrowLeft')
    await page.getByText('The copy found in Šiauliai').first().waitFor()
    room.expectQuiet()
  })

  test('a citation is given as a sentence and for programs', async () => {
    const page = await room.visit(`/documents/${note}/pages/1`)
    await page.getByRole('button', { name: 'Cite' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('@').first().waitFor()
    expect(await dialog.textContent()).toContain('Šiauliai')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    room.expectQuiet()
  })
})
