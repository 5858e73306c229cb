import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { aPicture } from '../support/images.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'

describe.skipIf(withoutBrowser)('the first page', () => {
  let room: Room
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
  })
  afterAll(() => room?.close())

  test('of an empty archive explains how to begin, to who may upload and to who has to sign in', async () => {
    const page = await room.visit('/', { keeper: true, size: phone })
    await page.getByRole('link', { name: 'Upload the first documents' }).waitFor()
    await page.getByRole('button', { name: 'Load the sample archive' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Needs attention' }).click()
    await page.getByText('Nothing waits for you').waitFor()
    await page.getByRole('link', { name: 'Fonds' }).click()
    await page.getByRole('button', { name: /Sign out/ }).click()
    await page.getByText('npm run demo').waitFor()
    await page.getByRole('button', { name: 'Load the sample archive' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Sign in to upload' }).click()
    await page.waitForURL('**/sign-in?next=%2Fupload')
    await expect.poll(() => page.title()).toMatch(/Sign in/)
    room.expectQuiet()
  })

  test('loads the sample archive, leads to its case, and shows what was added last and how it is arranged', async () => {
    const page = await room.visit('/', { keeper: true })
    const load = page.getByRole('button', { name: 'Load the sample archive' })
    await load.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('progressbar', { name: 'Loading the sample archive' }).waitFor()
    await page.waitForURL('**/documents/*/provenance', { timeout: 60_000 })
    await page.getByText('Some day between 3 February and 7 June 1941').first().waitFor()
    await room.lead(page, '/')
    await page.getByRole('link', { name: 'Serov Instructions', exact: true }).waitFor()
    await page.getByRole('link', { name: /Papers of the case/ }).waitFor()
    expect(await load.count()).toBe(0)
    await expectAccessible(page)
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('001223')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=001223')
    room.expectQuiet()
  })

  test('shows the first pages of what was added last, and asks for none that are withheld', async () => {
    const bytes = await aPicture(300, 400).png().toBuffer()
    const files = [{ name: 'leaf.png', bytes }]
    const { id: seen } = (await room.it.upload({ title: 'A leaf for all' }, files)).body
    const { id: withheld } = (await room.it.upload({ title: 'A leaf for few' }, files)).body
    await room.it.idle()
    await room.it.patch(`/documents/${withheld}/pages/1`).send({ visibility: 'restricted' })
    const page = await room.visit('/')
    const line = (title: string) => page.getByRole('listitem').filter({ hasText: title })
    await line('A leaf for all').locator(`img[src*="${seen}/pages/1/image"]`).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await line('A leaf for few').locator('img').count()).toBe(0)
    room.expectQuiet()
  })
})
