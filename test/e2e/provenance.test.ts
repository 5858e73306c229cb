import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminToken } from '../support/archive.ts'
import { withoutBrowser } from '../support/browser.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'

type Claims = { items: { id: string; value: { edtf: string } }[] }

describe.skipIf(withoutBrowser)('the provenance of a document', () => {
  let room: Room
  let page: Page
  let serov = ''
  beforeAll(async () => {
    room = await aReadingRoom()
    serov = await idOf('Serov Instructions')
    page = await room.visit(`/documents/${serov}/provenance`)
  })
  afterAll(() => room?.close())

  const headers = { Authorization: `Bearer ${adminToken}`, 'Content-Type': 'application/json' }
  async function api<T = { id: string }>(path: string, body?: object): Promise<T> {
    const method = body ? 'POST' : 'GET'
    const reply = await fetch(`${room.origin}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
    expect(reply.ok, `${method} ${path}: ${reply.status}`).toBe(true)
    // What the archive answers, as its own tests hold it to.
    return (await reply.json()) as T
  }
  async function idOf(title: string): Promise<string> {
    const { items } = await api<{ items: { id: string; title: string }[] }>('/documents?limit=100')
    return items.find((one) => one.title.startsWith(title))?.id ?? ''
  }

  test('the dating is drawn: its window, what refutes the dates of the literature, and each step with what it rests on', async () => {
    await room.lead(page, `/documents/${serov}/provenance`)
    await page.getByText('Some day between 3 February and 7 June 1941 inferred from evidence').waitFor()
    const picture = page.getByRole('img', { name: /Picture of the dating: some day between/ })
    await picture.waitFor()
    const texts = await picture.locator('text').allTextContents()
    for (const said of [
      '3 Feb 1941',
      '7 Jun 1941',
      '481 days before the NKGB existed',
      '13 days before the NKGB existed',
    ])
      expect(texts).toContain(said)
    const claimed = `[...document.querySelectorAll('[data-kind="claim"] text')]`
    const struck = `${claimed}.find((text) => text.textContent === '11 October 1939')`
    expect(await page.evaluate(`getComputedStyle(${struck}).textDecorationLine`)).toBe('line-through')
    const [window, claim] = await Promise.all(
      ['[data-kind="window"] rect >> nth=1', '[data-kind="claim"] path >> nth=0'].map((shape) =>
        picture.locator(shape).boundingBox(),
      ),
    )
    expect(claim?.x).toBeLessThan(window?.x ?? 0)

    const steps = page.getByRole('region', { name: 'How it follows' }).getByRole('listitem')
    const stamp = steps.filter({ hasText: 'bears a receipt stamp of 7 June 1941' })
    await stamp.getByText('inferred: year').waitFor()
    await stamp.hover()
    await picture.locator('[data-active="true"][data-row="step-2"]').waitFor()
    await picture.locator('[data-row="step-1"]').hover()
    await page.locator('#dating-step-1[data-active="true"]').waitFor()
    await steps.filter({ hasText: 'Prepares the June deportation' }).getByRole('link').first().focus()
    await picture.locator('[data-active="true"][data-row="step-3"]').waitFor()
    await stamp.getByRole('link', { name: 'the mark' }).click()
    await page.locator('article:focus').getByText('Receipt stamp: “received on June 7”').waitFor()
    await expectAccessible(page)

    // On paper every claim is open, and the colours are those of light.
    const recorded = page.locator('#description').getByText('Recorded by').first()
    expect(await recorded.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await recorded.isVisible()).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
    await page.getByText(`${room.origin}/documents/${serov} (as described on`).waitFor()
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    room.expectQuiet()
  })

  test('who reads is sent nothing to edit with, and all the code in a few files', async () => {
    const reader = await room.visit('/')
    await reader.waitForLoadState('networkidle')
    const sent: string[] = []
    reader.on('request', (request) => /\.js$/.test(request.url()) && sent.push(request.url()))
    await room.lead(reader, `/documents/${serov}/provenance`)
    await reader.getByRole('img', { name: /Picture of the dating/ }).waitFor()
    await reader.waitForLoadState('networkidle')
    expect(sent.filter((url) => /forms|viewer|edit|revise/.test(url))).toEqual([])
    expect(sent.length).toBeLessThan(6)
  })

  test('one scale for all the time shows the window small, and the address keeps that', async () => {
    await room.lead(page, `/documents/${serov}/provenance?scale=whole`)
    const bar = page.locator('[data-kind="window"] rect').nth(1)
    const small = (await bar.boundingBox())?.width ?? 0
    await page.getByRole('button', { name: 'Near the window' }).click()
    await expect.poll(async () => (await bar.boundingBox())?.width ?? 0).toBeGreaterThan(5 * small)
    expect(new URL(page.url()).search).toBe('')
    room.expectQuiet()
  })

  test('behind each value stand its claims, and an address names one of them', async () => {
    const { items } = await api<Claims>(`/documents/${serov}/claims?property=date&limit=100`)
    const of1939 = items.find(({ value }) => value.edtf === '1939-10-11')
    await page.goto(`${room.origin}/documents/${serov}/provenance#claim-${of1939?.id}`)
    const claim = page.locator(`[id="claim-${of1939?.id}"]:focus`)
    await claim.getByText('conflation with another document, anachronism').waitFor()
    await claim.getByText('The date of NKVD Order No. 001223').waitFor()
    await claim.getByRole('link', { name: /Shtromas/ }).waitFor()
    await claim.getByText('disputes it').waitFor()
    room.expectQuiet()
  })

  test('the table tells the two papers apart', async () => {
    await room.lead(page, `/documents/${serov}/provenance`)
    const table = page.getByRole('table', { name: 'What tells it apart from NKVD Order No. 001223' })
    const signed = table.getByRole('row', { name: /Signed by/ })
    await signed.getByRole('link', { name: 'Lavrentiy Beria' }).waitFor()
    expect(await signed.getByRole('cell').allTextContents()).toEqual([
      'Ivan Serov#',
      'Lavrentiy Beria',
      'differs',
    ])
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'As linked data' }).click()
    expect((await saved).suggestedFilename()).toBe(`${serov}.jsonld`)
    await page.getByText('Told apart by date, signatory, issuing body, number').waitFor()
    room.expectQuiet()
  })

  test('a mark is pictured, and leads to its place on the page', async () => {
    const note = await idOf('Note on the copy')
    await room.lead(page, `/documents/${note}/provenance`)
    const mark = page.locator('article[id^="mark-"]')
    const picture = mark.getByRole('img')
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => page.evaluate(`document.querySelector('article[id^="mark-"] img').naturalWidth`))
      .toBeGreaterThan(100)
    const href = await mark.getByRole('link', { name: 'See it on the page' }).getAttribute('href')
    expect(href).toMatch(/\/pages\/1\?region=\d+%2C\d+%2C\d+%2C\d+$/)
    room.expectQuiet()
  })

  test('disputed values, claims that clash, and how the dating stood before are said', async () => {
    const { id } = await api('/documents', { title: 'A contested letter', date: '1890' })
    await api(`/documents/${id}/claims`, { property: 'genre', value: { text: 'letter' } })
    await api(`/documents/${id}/claims`, { property: 'genre', value: { text: 'report' } })
    const before = new Date().toISOString()
    await api(`/documents/${id}/witnesses`, { label: 'A copy found later' })
    for (const edtf of ['1880/..', '[..1870]']) {
      const source = await api('/sources', { type: 'book', title: `Paper of ${edtf}` })
      const value = { edtf, kind: 'paper' }
      await api(`/documents/${id}/claims`, { property: 'terminus', value, sources: [{ source: source.id }] })
    }
    await room.lead(page, `/documents/${id}/provenance`)
    await page.getByText('These cannot hold together').waitFor()
    expect(await page.locator('[data-clashes="true"]').allTextContents()).toHaveLength(2)
    await page.locator('#property-genre').getByText('disputed', { exact: true }).waitFor()
    await page.locator('#witnesses').getByText('A copy found later').waitFor()
    await room.lead(page, `/documents/${id}/provenance?asOf=${before}`)
    await page.getByText('This is how the dating, the claims, the witnesses').waitFor()
    await page.getByText('These cannot hold together').waitFor({ state: 'hidden' })
    await page.locator('#witnesses').getByText('A copy found later').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByText('These cannot hold together').waitFor()
    const added = page.getByRole('listitem').filter({ hasText: 'added the document' })
    await added.getByRole('link', { name: 'the dating then' }).click()
    await page.getByText('This is how the dating, the claims, the witnesses').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('dating')
    await page.goBack()
    await page.getByText('These cannot hold together').waitFor()
    await expectAccessible(page)
    room.expectQuiet()
  })

  test('an archivist settles what the archive noticed, and the history tells of it', async () => {
    const bytes = 'The river froze early that year, and the post came by sledge.'
    const ids: string[] = []
    for (const title of ['One letter', 'The same letter'])
      ids.push((await room.it.upload({ title }, [{ name: `${title}.txt`, bytes }])).body.id)
    await room.it.idle()
    // What waits for an archivist is listed, each with the way to where it is settled.
    const page = await room.visit('/attention', { keeper: true })
    const disagree = page.getByRole('region', { name: 'Claims that disagree' }).getByRole('listitem')
    const genre = disagree.filter({ hasText: 'A contested letter' }).getByRole('link', { name: /genre/i })
    await genre.waitFor()
    await expectAccessible(page, ['light'])
    await genre.click()
    await page.waitForURL('**/provenance#property-genre')
    await page.goBack()
    const alike = page.getByRole('region', { name: /^Suggestions/ }).getByRole('listitem')
    await alike.getByRole('link', { name: 'The same letter' }).first().click()
    await page.waitForURL(`**/documents/${ids[1]}/provenance#suggestions`)
    const suggestion = page.getByRole('region', { name: 'Suggestions' }).getByRole('listitem')
    await suggestion.filter({ hasText: 'A file is the same as one of One letter' }).waitFor()
    await expectAccessible(page)
    const accept = page.getByRole('button', { name: 'A copy of it: One letter' }).first()
    await accept.focus()
    await page.keyboard.press('Enter')
    await page.locator('#property-copy-of').getByRole('link', { name: 'One letter' }).waitFor()
    await page.getByText('accepted a suggestion').first().waitFor()
    room.expectQuiet()
  })

  test('on a phone nothing needs scrolling sideways, and a document of which nothing is known says so', async () => {
    await page.setViewportSize(phone)
    await room.lead(page, `/documents/${serov}/provenance`)
    await page.getByRole('img', { name: /Picture of the dating/ }).waitFor()
    const { id } = await api('/documents', { title: 'Nothing but a title' })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    // Colours are those of the wide page.
    await expectAccessible(page, ['light'])
    await room.lead(page, `/documents/${id}/provenance`)
    await page.getByText('There is no evidence yet').waitFor()
    await page.getByText('Nobody has claimed a date').waitFor()
    expect(await page.getByRole('img').count()).toBe(0)
    room.expectQuiet()
  })
})
