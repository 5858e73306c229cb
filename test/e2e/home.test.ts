import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSamples } from '../../src/cli/samples.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room, withoutBrowser } from './room.ts'

describe.skipIf(withoutBrowser)('the first page', () => {
  let room: Room
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
  })
  afterAll(() => room?.close())

  test('of an empty archive explains how to begin, to who may upload and to who has to sign in', async () => {
    const keeper = await room.visit('/', { keeper: true, size: phone })
    await keeper.getByRole('link', { name: 'Upload the first documents' }).waitFor()
    await expectAccessible(keeper)
    await keeper.getByRole('button', { name: /Sign out/ }).click()
    await keeper.getByRole('link', { name: 'Sign in to upload' }).click()
    await keeper.waitForURL('**/sign-in?next=%2Fupload')
    await expect.poll(() => keeper.title()).toMatch(/Sign in/)
    room.expectQuiet()
  })

  test('shows what was added last and how it is arranged, and leads to a search', async () => {
    await loadSamples(room.it.archive.deps)
    await room.it.idle()
    const page = await room.visit('/')
    await page.getByRole('link', { name: 'Serov Instructions', exact: true }).waitFor()
    await page.getByRole('link', { name: /Papers of the case/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('001223')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=001223')
    room.expectQuiet()
  })
})
