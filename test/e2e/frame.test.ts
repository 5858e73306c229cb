import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminToken } from '../support/archive.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

describe.skipIf(withoutBrowser)('the frame of the pages', () => {
  let room: Room
  beforeAll(async () => {
    room = await aReadingRoom()
  })
  afterAll(() => room?.close())

  test('signing in with a token shows what an archivist may do, and signing out takes it away', async () => {
    const page = await room.visit('/sign-in?next=/sources')
    await page.getByLabel('Token').fill(adminToken)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/sources')
    await page.getByRole('link', { name: 'Upload' }).waitFor()
    await page.getByRole('button', { name: /Sign out/ }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect(await page.getByRole('link', { name: 'Upload' }).count()).toBe(0)
    room.expectQuiet()
  })

  test('a wrong token is refused in words', async () => {
    const page = await room.visit('/sign-in')
    await page.getByLabel('Token').fill('not a token of this archive')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('This token is not valid').waitFor()
  })

  test('an address at which there is nothing says so', async () => {
    const page = await room.visit('/no/such/page')
    await page.getByRole('heading', { name: 'Nothing is at this address' }).waitFor()
  })
})
