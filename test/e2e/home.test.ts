import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room, withoutBrowser } from './room.ts'

describe.skipIf(withoutBrowser)('the first page', () => {
  let room: Room
  let empty: Room
  beforeAll(async () => {
    ;[room, empty] = await Promise.all([aReadingRoom(), aReadingRoom({ samples: false })])
  })
  afterAll(async () => {
    await room?.close()
    await empty?.close()
  })

  test('shows what was added last and how it is arranged, and leads to a search', async () => {
    const page = await room.visit('/')
    await page.getByRole('link', { name: 'Serov Instructions', exact: true }).waitFor()
    await page.getByRole('link', { name: /Papers of the case/ }).waitFor()
    await expectAccessible(page)
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('001223')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=001223')
    room.expectQuiet()
  })

  test('of an empty archive explains how to begin, to who may upload and to who has to sign in', async () => {
    const keeper = await empty.visit('/', { keeper: true, size: phone })
    await keeper.getByRole('link', { name: 'Upload the first documents' }).waitFor()
    await expectAccessible(keeper)
    const stranger = await empty.visit('/')
    await stranger.getByRole('link', { name: 'Sign in to upload' }).click()
    await stranger.waitForURL('**/sign-in?next=%2Fupload')
    await expect.poll(() => stranger.title()).toMatch(/Sign in/)
    empty.expectQuiet()
  })
})
