import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

describe.skipIf(withoutBrowser)('browsing', () => {
  let room: Room
  let page: Page
  beforeAll(async () => {
    room = await aReadingRoom()
    page = await room.visit('/collections')
  })
  afterAll(() => room?.close())

  test('leads from the arrangement to a unit and a document in it', async () => {
    await room.lead(page, '/collections')
    await page.getByRole('link', { name: 'Instructions', exact: true }).waitFor()
    await expectAccessible(page, ['light'])
    await page.getByRole('link', { name: 'Instructions', exact: true }).click()
    await page.getByRole('link', { name: 'Serov Instructions', exact: true }).waitFor()
    await expectAccessible(page, ['light'])
    room.expectQuiet()
  })

  test('tells of an agent its names and lives, and the claims under them', async () => {
    await room.lead(page, '/agents')
    await page.getByRole('link', { name: 'NKGB' }).click()
    await page.getByText('3 February – 20 July 1941').first().waitFor()
    await page.getByText('Народный комиссариат государственной безопасности').first().waitFor()
    await page.getByText('p. 262').first().waitFor()
    await expectAccessible(page, ['light'])
    await page.getByRole('link', { name: 'Documents by it' }).click()
    await page.waitForURL('**/search?q=by*')
    room.expectQuiet()
  })

  test('tells which claims rest on a book, and leads to what they are about', async () => {
    await room.lead(page, '/sources')
    await page.getByRole('link', { name: /Parrish/ }).click()
    await page.getByText('0-275-95113-8').waitFor()
    await page.getByRole('link', { name: 'NKGB' }).first().waitFor()
    await expectAccessible(page, ['light'])
    room.expectQuiet()
  })

  test('lists places and happenings', async () => {
    await room.lead(page, '/places')
    await page.getByRole('link', { name: 'Šiauliai' }).click()
    await page.getByText('Schaulen').first().waitFor()
    await room.lead(page, '/happenings')
    await page
      .getByRole('link', { name: /deportation/i })
      .first()
      .click()
    await page.getByRole('heading', { name: 'What is said of it' }).waitFor()
    room.expectQuiet()
  })
})
