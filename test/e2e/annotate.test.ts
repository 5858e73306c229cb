import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPicture } from '../support/images.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room, withoutBrowser } from './room.ts'

const text = '📜 They came by night to Šiauliai, and by night they left.'

describe.skipIf(withoutBrowser)('annotating', { retry: 1 }, () => {
  let room: Room
  let id: string
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
    const bytes = await aPicture(600, 800).png().toBuffer()
    id = (await room.it.upload({ title: 'A leaf' }, [{ name: 'leaf.png', bytes }])).body.id
    await room.it.idle()
    expect((await correct(text)).status).toBe(200)
  }, 60_000)
  afterAll(() => room?.close())

  const correct = (content: string) => room.it.put(`/documents/${id}/pages/1/text`).send({ content })
  const stored = async (query = '') =>
    (await room.it.get(`/documents/${id}/annotations/${query}`)).body.first.items
  const open = (options = {}) => room.visit(`/documents/${id}/notes?page=1`, { keeper: true, ...options })
  // Told as text, for these lines run in the page.
  const select = async (page: Page, words: string) => {
    await page.getByRole('region', { name: 'Text of the page' }).waitFor()
    await page.evaluate(`(() => {
      const root = document.querySelector('section[aria-label="Text of the page"]')
      const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode()
      const at = node.nodeValue.indexOf(${JSON.stringify(words)})
      document.getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
    })()`)
  }
  const write = async (page: Page, said: string) => {
    await page.getByLabel('What you have to say').fill(said)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('article').filter({ hasText: said }).waitFor()
  }
  const marked = (page: Page) => page.evaluate(`[...(CSS.highlights.get('note') ?? [])].map(String)`)

  test('a passage is selected and annotated, and after reloading it is there, marked in the text', async () => {
    const page = await open()
    await select(page, ' Šiauliai,')
    await page.getByRole('button', { name: 'Annotate the selected words' }).click()
    await page.getByLabel('Tags').fill('place, stamp')
    await page.getByLabel('It is').selectOption('identifying')
    await write(page, 'Шяуляй in Russian')
    await expectAccessible(page)
    await page.reload()
    const card = page.getByRole('article').filter({ hasText: 'Шяуляй in Russian' })
    await card.getByRole('button', { name: 'Šiauliai,' }).click()
    expect(await marked(page)).toEqual(['Šiauliai,'])
    await card.getByText('stamp').waitFor()
    const [annotation] = await stored()
    const start = [...text.slice(0, text.indexOf('Šiauliai'))].length
    expect(annotation).toMatchObject({ motivation: 'identifying', anchor: { state: 'anchored', start } })
    room.expectQuiet()
  })

  test('one is answered, changed and deleted', async () => {
    const page = await open()
    const card = page.getByRole('article').filter({ hasText: 'Шяуляй in Russian' }).first()
    await card.getByRole('button', { name: 'Reply' }).click()
    await page.getByLabel('Your reply').fill('Schaulen in German')
    await page.getByRole('button', { name: 'Save' }).click()
    const reply = card.getByRole('article')
    await reply.getByText('Schaulen in German').waitFor()
    await reply.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Your reply').fill('Schaulen')
    await page.getByRole('button', { name: 'Save' }).click()
    await reply.getByText('changed').waitFor()
    expect(await reply.getByText('Schaulen', { exact: true }).count()).toBe(1)
    expect((await stored('?motivation=replying'))[0].archive.number).toBe(1)
    await reply.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Yes, delete it' }).click()
    await reply.waitFor({ state: 'detached' })
    expect(await stored('?motivation=replying')).toEqual([])
    room.expectQuiet()
  })

  test('a region is drawn on the scan, and marked there from then on', async () => {
    const page = await open()
    await page.locator('[data-open=true]').waitFor()
    await page.getByRole('button', { name: 'Draw a box on the scan' }).click()
    const scan = await page.locator('[data-open=true]').boundingBox()
    if (!scan) throw new Error('no scan')
    const [x, y] = [scan.x + scan.width / 2, scan.y + scan.height / 2]
    await page.mouse.move(x - 40, y - 30)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 3 })
    await page.mouse.move(x + 40, y + 30, { steps: 3 })
    await page.mouse.up()
    await page.getByLabel('Height').fill('99')
    await write(page, 'A dark bar')
    const value = (await stored('?q=bar'))[0].target.selector.value
    expect(value).toMatch(/^xywh=pixel:\d+,\d+,\d+,99$/)
    await page.reload()
    await page.locator('[data-kind=note]').waitFor()
    room.expectQuiet()
  })

  test('by keyboard alone: words that are typed are found in the text and annotated', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Annotate words that you type' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('by night')
    await page.getByText('Place 1 of 2').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Place 2 of 2').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('The second night')
    for (let step = 0; step < 3; step++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('article').filter({ hasText: 'The second night' }).waitFor()
    const starts = (await stored('?q=second')).map(
      ({ anchor }: { anchor: { start: number } }) => anchor.start,
    )
    expect(starts).toContain([...text.slice(0, text.lastIndexOf('by night'))].length)
    room.expectQuiet()
  })

  test('when the text loses the words, it is said, with the words as they were', async () => {
    await correct('In June they came by night, and by night they left.')
    const page = await open()
    const lost = page.getByRole('article').filter({ hasText: 'Lost its place' })
    await lost.getByText('Šiauliai,').waitFor()
    await lost.getByText('They were quoted from revision').waitFor()
    expect(
      await page.getByRole('article').filter({ hasText: 'The second night' }).getByText('Moved').count(),
    ).toBe(1)
    expect(await marked(page)).toEqual(['by night'])
    await expectAccessible(page)
    room.expectQuiet()
  })

  test('the list is narrowed by tag and words, in the address, and leads to the page', async () => {
    const page = await room.visit('/notes', { keeper: true })
    await page.getByText('3 annotations').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Tag').fill('stamp')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText('1 annotation', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('tag')).toBe('stamp')
    await page.goBack()
    await page.getByText('3 annotations').waitFor()
    await page.goForward()
    await page.getByRole('link', { name: 'A leaf, page 1' }).click()
    await page.locator('article[aria-current=true]').getByText('Шяуляй in Russian').waitFor()
    room.expectQuiet()
  })

  test('who may not annotate reads, and is told what it takes; on a phone nothing is cut off', async () => {
    const page = await open({ keeper: false, size: phone })
    await page.getByText('Writing them is for annotators').waitFor()
    await page.getByRole('article').first().waitFor()
    expect(await page.getByRole('button', { name: 'Reply' }).count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    await page.goto(`${room.origin}/documents/${id}/notes?tag=none`)
    await page.getByText('No annotation is like this').waitFor()
    room.expectQuiet()
  })
})
