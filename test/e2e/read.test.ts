import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { isLong } from '../support/long.ts'
import { aPdfSet } from '../support/pdf.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'
import { selectWords } from './select-words.ts'
import { heldBy, layoutShift, turn } from './turning.ts'

const pages = [
  'The river froze in January, and carts went over the ice.',
  'In spring the bridge was closed.\nNobody crossed the river by night, for the bridge\nwas watched from both banks.',
  'They left the town in June.',
]

describe.skipIf(withoutBrowser)('reading', () => {
  let room: Room
  let id: string
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false, env: { FONDS_IMAGES: 'ingest' } })
    const bytes = Buffer.from(await aPdfSet(pages.map((text) => ({ text, size: 16 }))))
    id = (await room.it.upload({ title: 'At the river' }, [{ name: 'river.pdf', bytes }])).body.id
    await room.it.idle()
  })
  afterAll(() => room?.close())

  const say = async (page: Page, said: string) => {
    await page.getByLabel('What you have to say').fill(said)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('article').filter({ hasText: said }).waitFor()
  }
  /** The middle of what is seen, once it has come to rest. */
  const middleOf = async (page: Page, selector: string) => {
    let [x, y] = [0, 0]
    const look = async () => {
      const box = await page.locator(selector).boundingBox()
      const before = [x, y].join()
      if (box) [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      return box !== null && before === [x, y].join()
    }
    await expect.poll(look).toBe(true)
    return [x, y] as const
  }

  test('what was searched for is marked on the scan and in the text; what one says of both is there after reloading', async () => {
    const page = await room.visit('/search', { keeper: true })
    await page.getByRole('combobox', { name: 'Search the archive' }).fill('bridge')
    await page.getByRole('article').getByRole('link', { name: 'page 2', exact: true }).click()
    await page.waitForURL(`**/documents/${id}/pages/2?q=bridge`)
    await page.locator('mark[data-kinds=hit]', { hasText: 'bridge' }).nth(1).waitFor()
    await page.locator('[data-kind=hit]').nth(1).waitFor()
    await page.keyboard.press('n')
    await page.locator('[data-kind=place]').waitFor()

    await selectWords(page, 'Nobody crossed')
    await page.getByRole('button', { name: 'Annotate them' }).click()
    await page.getByLabel('Tags').fill('watch, river')
    await page.getByLabel('It is').selectOption('questioning')
    await say(page, 'Nobody at all?')
    await page.getByRole('button', { name: 'Draw a box on the scan' }).click()
    const [x, y] = await middleOf(page, '[data-open=true]')
    // Below the words, of which the hit is in the middle.
    await page.mouse.move(x - 60, y + 120)
    await page.mouse.down()
    await page.mouse.move(x, y + 150, { steps: 3 })
    await page.mouse.move(x + 60, y + 200, { steps: 3 })
    await page.mouse.up()
    await say(page, 'A stain')
    await expectAccessible(page)

    await page.reload()
    const chosen = page.locator('article[aria-current=true]')
    await chosen.getByText('A stain').waitFor()
    await page.locator('[data-kind=noted]').waitFor()
    await page.locator('mark[data-kinds=note]').click()
    await chosen.getByText('Nobody at all?').waitFor()
    await chosen.getByText('watch').waitFor()
    await page.getByRole('button', { name: 'Whole page', exact: true }).click()
    await page.mouse.click(...(await middleOf(page, '[data-kind=note]')))
    await chosen.getByText('A stain').waitFor()
    const { items } = (await room.it.get(`/documents/${id}/annotations/`)).body.first
    const start = pages[1]?.indexOf('Nobody')
    expect(items[0]).toMatchObject({ motivation: 'questioning', anchor: { state: 'anchored', start } })
    expect(items[1].target.selector.value).toMatch(/^xywh=pixel:\d+,\d+,\d+,\d+$/)
    room.expectQuiet()
  })

  test('by keyboard alone pages are turned, annotations shown and hidden, and a citation is taken', async () => {
    const page = await room.visit(`/documents/${id}/pages/1`)
    const focused = () => page.evaluate('document.activeElement.id')
    const second = (await room.it.get(`/documents/${id}/pages/2`)).body.id
    const ahead = page.waitForRequest(`**/iiif/image/3/${second}/full/**`)
    await page.getByText('The river froze').first().waitFor()
    // The next page is loaded before anybody turns to it.
    await ahead
    await page.keyboard.press('ArrowRight')
    await page.getByText('In spring the').first().waitFor()
    await page.waitForURL(`**/documents/${id}/pages/2`)
    await page.keyboard.press('a')
    await page.getByRole('article').first().waitFor()
    expect(await focused()).toBe('page-notes')
    await page.keyboard.press('End')
    await page.getByText('They left the town').first().waitFor()
    await page.getByText('Nobody has annotated this page yet').waitFor()
    await page.keyboard.press('a')
    await page.getByText('Nobody has annotated this page yet').waitFor({ state: 'detached' })
    expect(await focused()).toBe('show-notes')
    await page.getByRole('button', { name: 'Cite' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('At the river').first().waitFor()
    await page.getByRole('dialog').getByText('@').first().waitFor()
    await page
      .getByRole('dialog')
      .getByText(`${room.origin}/documents/${id}/pages/3?revision=`)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await layoutShift(page)).toBeLessThan(0.01)
    await page.emulateMedia({ media: 'print' })
    const scan = `document.querySelector('img[src*="/full/!1600%2C2200/"]')`
    await expect.poll(() => page.evaluate(`${scan}.naturalWidth`)).toBeGreaterThan(0)
    await page.getByText(`Printed from ${room.origin}/documents/${id}/pages/3`).waitFor()
    await page.getByText(`${room.origin}/documents/${id}/pages/3?revision=`).waitFor()
    expect(await page.getByRole('button', { name: 'Cite' }).isVisible()).toBe(false)
    room.expectQuiet()
  })

  test('a place is handed to viewers of IIIF, and one that they hand over is opened', async () => {
    const page = await room.visit(`/documents/${id}/pages/2?region=100,100,200,150`)
    await page.getByText('In spring the').first().waitFor()
    await page.locator('section[aria-busy=false] canvas').first().waitFor()
    await page.getByRole('button', { name: 'Link' }).click()
    const manifest = await page.getByLabel('IIIF manifest of the document', { exact: true }).inputValue()
    const { items } = (await (await fetch(manifest)).json()) as { items: unknown[] }
    expect(items).toHaveLength(3)
    const state = await page.getByLabel('This place for IIIF viewers', { exact: true }).inputValue()
    await expectAccessible(page)
    await page.goto(`${room.origin}/?iiif-content=${state}`)
    await page.waitForURL(/\/documents\/[^/]+\/pages\/2\?region=\d+%2C\d+%2C\d+%2C\d+$/)
    await page.goto(`${room.origin}/?iiif-content=${encodeURIComponent(manifest)}`)
    await page.waitForURL(`**/documents/${id}/pages/1`)
    await page.goto(`${room.origin}/?iiif-content=https://elsewhere.example/manifest`)
    await page.getByRole('link', { name: 'https://elsewhere.example/manifest' }).waitFor()
    room.expectQuiet()
  })

  test('a page that lies open behind the one before is turned to without asking for anything of its scan', async () => {
    const page = await room.visit(`/documents/${id}/pages/1`)
    await page.locator('section[aria-label^="Scan of page 1 "][aria-busy=false]').waitFor()
    await page.waitForLoadState('networkidle')
    await page.route('**/iiif/**', (route) => route.abort())
    await turn(page, 2)
    await page.locator('[data-open=true]').waitFor()
    await turn(page, 1, 'ArrowLeft')
    // The pages around the second are still asked for.
    room.expectQuiet(/ERR_FAILED|failed to load/)
  })

  test('a page is asked for together with its document, and no title is too long for a phone', async () => {
    const page = await room.visit('/', { size: phone })
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(`**/api/v1/documents/${id}`, async (route) => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest(`**/api/v1/documents/${id}/pages/2`)
    await room.lead(page, `/documents/${id}/pages/2`)
    await asked
    release()
    await page.getByText('In spring the').first().waitFor()
    const title = 'Donaudampfschiffahrtsgesellschaft'.repeat(4)
    const { body } = await room.it.post('/documents').send({ title })
    await room.lead(page, `/documents/${body.id}/provenance`)
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    room.expectQuiet()
  })

  test('a page that is turned before its scan has come is quietly let go', async () => {
    const page = await room.visit('/search')
    const held: (() => Promise<void>)[] = []
    await page.route('**/iiif/**/default.jpg', (route) => void held.push(() => route.continue()))
    await page.goto(`${room.origin}/documents/${id}/pages/1`)
    await expect.poll(() => held.length).toBeGreaterThan(0)
    await page.keyboard.press('ArrowRight')
    await page.getByText('In spring the').first().waitFor()
    const late = page.waitForEvent('requestfinished', (sent) => sent.url().endsWith('/default.jpg'))
    await Promise.all(held.map((release) => release()))
    await late
    await page.keyboard.press('ArrowLeft')
    await page.getByText('The river froze').first().waitFor()
    room.expectQuiet()
  })

  test.skipIf(!isLong)(
    'two hundred pages are turned, and no more is held in the end than after the first forty',
    { timeout: 900_000 },
    async () => {
      const many = Array.from({ length: 202 }, (_, at) => ({ text: aLongText(at + 1) }))
      const bytes = Buffer.from(await aPdfSet(many))
      const { body } = await room.it.upload({ title: 'A long way' }, [{ name: 'way.pdf', bytes }])
      await room.it.idle()
      const page = await room.visit(`/documents/${body.id}/pages/1?q=bridge`)
      await page.locator('section[aria-busy=false] canvas').first().waitFor()
      for (let number = 2; number <= 41; number++) await turn(page, number)
      const before = await heldBy(page)
      for (let number = 42; number <= 201; number++) await turn(page, number)
      const after = await heldBy(page)
      console.info(before, after)
      expect(after.bytes).toBeLessThan(before.bytes * 1.15)
      expect(after.nodes).toBeLessThan(before.nodes * 1.15)
      room.expectQuiet()
    },
  )
})

const aLongText = (number: number) =>
  Array.from(
    { length: 40 },
    (_, at) => `Mile ${number}.${at}: another bridge, and nobody on it by night.`,
  ).join('\n')
