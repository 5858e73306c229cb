import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'
import { layoutShift } from './turning.ts'

describe.skipIf(withoutBrowser)('searching', () => {
  let room: Room
  let page: Page
  beforeAll(async () => {
    room = await aReadingRoom()
    page = await room.visit('/search')
  })
  afterAll(() => room?.close())

  const box = () => page.getByRole('combobox', { name: 'Search the archive' })
  const asked = (name: string) => new URL(page.url()).searchParams.get(name)

  test('what is typed is found, with its words marked in the text and on the scan, and leads to the page', async () => {
    await room.lead(page, '/search')
    await box().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('NKGB')
    await page.getByText('5 documents, 18 pages').waitFor()
    await page.getByText('Understood as').waitFor()
    expect(asked('q')).toBe('NKGB')
    const report = page.getByRole('article').filter({ hasText: 'Third Interim Report' })
    expect(await report.locator('mark').first().textContent()).toBe('NKGB')
    expect(
      await report
        .locator('p[lang]', { has: page.locator('mark') })
        .first()
        .getAttribute('lang'),
    ).toBe('en')
    const cutting = report.locator('img').first()
    await cutting.scrollIntoViewIfNeeded()
    await report.locator('a span').first().waitFor()
    await report.getByRole('link', { name: 'Printed reports' }).waitFor()
    await expectAccessible(page)
    await report.getByRole('link', { name: /^page/ }).first().click()
    await page.waitForURL(/\/documents\/d\w+\/pages\/\d+\?q=NKGB$/)
    room.expectQuiet()
  })

  test('a question is sent once, and suggestions come behind what is found', async () => {
    const reader = await room.visit('/search')
    const sent: string[] = []
    reader.on('request', (request) => sent.push(new URL(request.url()).pathname))
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await reader.route('**/api/v1/search?*', async (route) => {
      await held
      await route.continue()
    })
    await reader.getByRole('combobox', { name: 'Search the archive' }).fill('deport')
    // Longer than suggestions wait for the next letter.
    await reader.waitForTimeout(400)
    expect(sent.filter((path) => /v1\/(search|suggest)$/.test(path))).toEqual(['/api/v1/search'])
    release()
    await reader.getByRole('option').first().waitFor()
    expect(sent.filter((path) => path === '/api/v1/search')).toHaveLength(1)
    expect(sent).toContain('/api/v1/suggest')
  })

  test('all pages of a document are shown when asked for', async () => {
    await room.lead(page, '/search?q=NKGB')
    const found = page.getByRole('article').filter({ hasText: 'Serov Instructions' }).first()
    await found.getByRole('button', { name: 'All 6 pages' }).waitFor()
    expect(await found.getByRole('link', { name: /^page/ }).count()).toBe(3)
    await found.getByRole('button', { name: 'All 6 pages' }).click()
    await expect.poll(() => found.getByRole('link', { name: /^page/ }).count()).toBe(6)
    room.expectQuiet()
  })

  test('filters, order and places to look in stand in the address, and back and forward lead through them', async () => {
    await room.lead(page, '/search?q=deportation')
    await page.getByText('6 documents').waitFor()
    await page.getByRole('link', { name: /^order 1$/ }).click()
    await page.getByText('1 document,').waitFor()
    expect(asked('type')).toBe('order')
    // A facet leaves its own filter out of what it counts.
    await page.getByRole('link', { name: /^report 1$/ }).waitFor()
    await page.getByLabel('Order', { exact: true }).selectOption('date')
    await page.getByLabel('Annotations').check()
    await expect.poll(() => asked('in')).toBe('text,description,annotations')
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await page.getByText('6 documents').waitFor()
    await page.goForward()
    await page.getByText('1 document,').waitFor()
    await page.getByRole('link', { name: 'Without the filter Type order' }).click()
    await page.getByText('6 documents').waitFor()
    room.expectQuiet()
  })

  test('what is found, and what is found next, moves nothing', async () => {
    const reader = await room.visit('/search?q=Serov')
    await reader.getByText('6 documents').waitFor()
    for (const [q, many] of [
      ['NKGB', '5 documents, 18 pages'],
      ['zzzz', 'Nothing was found'],
      ['Šiauliai', '5 documents, 10 pages'],
    ] as const) {
      await room.lead(reader, `/search?q=${q}`)
      await reader.getByText(many).waitFor()
      await reader.locator('[data-settled="true"]').waitFor()
    }
    expect(await layoutShift(reader)).toBeLessThan(0.002)
  })

  test('typing is one step back, however many letters', async () => {
    await room.lead(page, '/search?q=Serov')
    await page.getByText('6 documents').waitFor()
    await box().fill('zzzz')
    await page.getByText('Nothing was found').waitFor()
    await box().fill('Šiauliai')
    await page.getByRole('article').first().waitFor()
    expect(asked('q')).toBe('Šiauliai')
    await page.goBack()
    await page.getByText('6 documents').waitFor()
    expect(await box().inputValue()).toBe('Serov')
    room.expectQuiet()
  })

  test('years are chosen by dragging over the histogram, by arrow keys and in fields', async () => {
    await room.lead(page, '/search?q=deportation')
    await page.locator('[data-settled="true"]').waitFor()
    const bars = page.getByRole('group', { name: /^Documents by year/ })
    const width = (await bars.boundingBox())?.width ?? 0
    await bars.hover({ position: { x: 1, y: 20 } })
    await page.mouse.down()
    await bars.hover({ position: { x: width / 2, y: 20 } })
    await page.mouse.up()
    await expect.poll(() => asked('dateFrom')).toBe('1939')
    await page.getByText('2 documents,').waitFor()
    const first = page.getByRole('slider', { name: 'First year' })
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => asked('dateFrom')).toBe('1940')
    await page.getByText('1 document,').waitFor()
    await page.getByLabel('The undated as well').check()
    await page.getByText('4 documents,').waitFor()
    await page.getByRole('button', { name: 'All times' }).click()
    await page.getByLabel('From').fill('1939-10-11')
    await page.getByLabel('To', { exact: true }).fill('1939-10-11')
    await page.keyboard.press('Enter')
    await page.getByText('1 document,').waitFor()
    await page.getByLabel('The date').selectOption('claimed')
    await page.getByText('2 documents,').waitFor()
    await page.getByText('Claimed date:').waitFor()
    await expectAccessible(page)
    room.expectQuiet()
  })

  test('by keyboard: a suggestion is chosen and asked for', async () => {
    await room.lead(page, '/search')
    await box().fill('')
    await page.keyboard.type('Ivan S')
    await page.getByRole('option', { name: 'Ivan Serov creator' }).waitFor()
    await page.keyboard.press('ArrowDown')
    const chosen = page.getByRole('listbox').getByRole('option', { selected: true })
    expect(await chosen.textContent()).toContain('Ivan Serov')
    expect(await box().getAttribute('aria-activedescendant')).toBeTruthy()
    await page.keyboard.press('Enter')
    await expect.poll(() => asked('q')).toBe('by:"Ivan Serov"')
    await page.getByText('1 document,').waitFor()
    expect(await box().getAttribute('aria-expanded')).toBe('false')
    room.expectQuiet()
  })

  test('a query that cannot be read says what is wrong, and where', async () => {
    await room.lead(page, '/search?q=families%20AND%20(')
    await page.getByText('This “(” is never closed: add a “)”.').waitFor()
    expect(await page.locator('code mark').textContent()).toBe('(')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Go to the place' }).click()
    const chosen = '[document.activeElement.selectionStart, document.activeElement.selectionEnd]'
    expect(await page.evaluate(chosen)).toEqual([13, 14])
    room.expectQuiet(/400 \(Bad Request\)/)
  })

  test('where nothing is found, what else may be asked is offered', async () => {
    await room.lead(page, '/search?q=deportaton+zzzz')
    await page.getByText('Nothing was found').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Ask for any of the words' }).click()
    await expect.poll(() => asked('match')).toBe('any')
    await room.lead(page, '/search?q=deportaton')
    await page.getByText('Did you mean').waitFor()
    await page
      .getByRole('link', { name: /^deportat?ion/ })
      .first()
      .click()
    await page.getByRole('article').first().waitFor()
    room.expectQuiet()
  })

  test('more results follow, and going back shows as many, where one stood', async () => {
    const parts = Array.from({ length: 25 }, (_, at) => `The quarry, part ${at}.`)
    await Promise.all(
      parts.map((bytes) => room.it.upload({ title: bytes }, [{ name: 'q.txt', bytes }]).expect(201)),
    )
    await room.it.idle()
    await room.lead(page, '/search?q=quarry')
    await page.getByText('20 of 25 documents shown').waitFor()
    await page.getByRole('button', { name: 'More results' }).click()
    await expect.poll(() => page.getByRole('article').count()).toBe(25)
    const last = page.getByRole('article').last()
    await last.scrollIntoViewIfNeeded()
    const at = await page.evaluate('scrollY')
    expect(at).toBeGreaterThan(1000)
    await last.getByRole('link', { name: /^page/ }).click()
    await page.waitForURL('**/pages/1?q=quarry')
    await page.goBack()
    await expect.poll(() => page.getByRole('article').count()).toBe(25)
    await expect.poll(() => page.evaluate('scrollY')).toBe(at)
    room.expectQuiet()
  })

  test('what is found is taken along as a table', async () => {
    await room.lead(page, '/search?q=Serov&type=order')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ])
    expect(await readFile((await file.path()) ?? '', 'utf8')).toMatch(
      /^\uFEFFid,title[\s\S]*NKVD Order No\. 001223/,
    )
    room.expectQuiet()
  })

  test('every example of the help can be asked, and nothing is cut off on a phone', async () => {
    await page.setViewportSize(phone)
    await room.lead(page, '/help/search')
    await page.getByRole('heading', { name: 'How to search' }).waitFor()
    await expectAccessible(page)
    const wide = 'document.documentElement.scrollWidth'
    expect(await page.evaluate(wide)).toBe(phone.width)
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('table a')].map((link) => link.search)",
    )
    expect(links.length).toBeGreaterThan(20)
    for (const search of links) {
      const reply = await room.it.get(`/search${search}`)
      expect([search, reply.status]).toEqual([search, 200])
    }
    await page.getByRole('link', { name: '"socially alien"' }).click()
    await page.getByRole('article').first().waitFor()
    expect(await page.evaluate(wide)).toBe(phone.width)
    await expectAccessible(page)
    room.expectQuiet()
  })
})
