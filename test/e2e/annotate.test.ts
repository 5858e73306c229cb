import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '../api/client.ts'
import { aPicture } from '../support/images.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room, withoutBrowser } from './room.ts'
import { selectWords } from './select-words.ts'

const text = '📜 They came by night to Šiauliai, and by night they left.'

// What is said in one test is there in the next.
describe.skipIf(withoutBrowser)('annotating', () => {
  let room: Room
  let id: string
  let page: Page
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
    const bytes = await aPicture(600, 800).png().toBuffer()
    id = (await room.it.upload({ title: 'A leaf' }, [{ name: 'leaf.png', bytes }])).body.id
    await room.it.idle()
    expect((await correct(text)).status).toBe(200)
    page = await room.visit(`/documents/${id}/pages/1?notes=true`, { keeper: true })
  })
  afterAll(() => room?.close())

  const correct = (content: string) => room.it.put(`/documents/${id}/pages/1/text`).send({ content })
  const stored = async (query = '') =>
    (await room.it.get(`/documents/${id}/annotations/${query}`)).body.first.items
  const card = (said: string) => page.getByRole('article').filter({ hasText: said }).first()
  const marked = () => page.locator('mark[data-kinds~=note]').allTextContents()

  test('by keyboard alone: selected words, words that are typed, and a box that is given in numbers', async () => {
    await selectWords(page, ' Šiauliai,')
    await page.getByRole('toolbar').getByRole('button', { name: 'Annotate' }).waitFor()
    await page.keyboard.press('a')
    await page.getByLabel('What you have to say').waitFor()
    await page.keyboard.type('Шяуляй in Russian')
    await page.keyboard.press('Tab')
    await page.keyboard.type('place, stamp')
    await page.keyboard.press('Enter')
    await card('Шяуляй in Russian').getByText('stamp').waitFor()
    await expect.poll(marked).toEqual(['Šiauliai,'])

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
    await card('The second night').waitFor()

    await page.locator('[data-open=true]').waitFor()
    await page.getByRole('button', { name: 'Draw a box on the scan' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Place on the scan, in pixels' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Height').fill('99')
    await page.getByLabel('What you have to say').fill('A dark bar')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await page.locator('[data-kind=note]').waitFor()
    const [typed, searched, drawn] = await stored()
    const at = (words: string) => [...text.slice(0, text.lastIndexOf(words))].length
    expect(typed.anchor).toMatchObject({ state: 'anchored', start: at('Šiauliai') })
    expect(searched.anchor).toMatchObject({ state: 'anchored', start: at('by night') })
    expect(drawn.target.selector.value).toBe('xywh=pixel:150,200,300,99')
    room.expectQuiet()
  })

  test('one is answered, changed and deleted', async () => {
    const said = card('Шяуляй in Russian')
    await said.getByRole('button', { name: 'Reply' }).click()
    await page.getByLabel('Your reply').fill('Schaulen in German')
    await page.getByRole('button', { name: 'Save' }).click()
    const reply = said.getByRole('article')
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

  test('what was begun and not saved is offered again: after turning away, loading anew, and where it answers or changes another', async () => {
    const field = page.getByLabel('What you have to say')
    await page.getByRole('button', { name: 'Annotate words that you type' }).click()
    await page.getByLabel('Words of the page').fill('they left')
    await field.fill('Half of a thou')
    await room.lead(page, '/notes')
    await page.getByRole('heading', { name: 'Annotations' }).waitFor()
    await page.goBack()
    await page.getByText('You began an annotation of this page').waitFor()
    await card('Шяуляй in Russian').getByRole('button', { name: 'Reply' }).click()
    await page.getByLabel('Your reply').fill('And in Pol')
    await page.reload()
    await page.getByText('Half of a thou').waitFor()
    await page.getByRole('button', { name: 'Go on with it' }).click()
    await page.getByRole('blockquote').filter({ hasText: 'they left' }).waitFor()
    expect(await field.inputValue()).toBe('Half of a thou')
    await field.press('Escape')
    await page.getByRole('button', { name: 'Throw it away' }).click()
    await page.getByRole('button', { name: 'Go on with your reply' }).click()
    expect(await page.getByLabel('Your reply').inputValue()).toBe('And in Pol')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Go on with your reply' }).waitFor({ state: 'detached' })
    expect(await page.getByText('You began an annotation').count()).toBe(0)
    room.expectQuiet()
  })

  test('when the text loses the words, it is said, and the text that had them is a step away', async () => {
    await correct('In June they came by night, and by night they left.')
    await page.reload()
    const lost = page.getByRole('article').filter({ hasText: 'Lost its place' })
    await lost.getByText('Šiauliai,').waitFor()
    await card('The second night').getByText('Moved').waitFor()
    await expect.poll(marked).toEqual(['by night'])
    await expectAccessible(page)
    await lost.getByRole('link', { name: 'Read the text that had them' }).click()
    await page.locator('mark[data-kinds~=chosen]', { hasText: 'Šiauliai,' }).waitFor()
    await page.getByText('Annotations are about the best text of the page').waitFor()
    await page.getByRole('button', { name: 'Show that text' }).click()
    await page.getByRole('button', { name: 'Annotate the whole page' }).waitFor()
    room.expectQuiet()
  })

  test('the list is narrowed by tag and words, in the address, and leads to the page', async () => {
    await page.goto(`${room.origin}/notes`)
    await page.getByText('3 annotations').waitFor()
    await expectAccessible(page, ['light'])
    await page.getByLabel('Tag').fill('stamp')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText('1 annotation', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('tag')).toBe('stamp')
    await page.goBack()
    await page.getByText('3 annotations').waitFor()
    await page.goForward()
    await page.getByText('1 annotation', { exact: true }).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'table (CSV)' }).click()
    expect((await saved).url()).toBe(`${room.origin}/api/v1/annotations.csv?tag=stamp`)
    await card('Шяуляй in Russian').getByRole('button', { name: 'Hide' }).click()
    await page.getByLabel('Why is it hidden?').fill('Not in Russian, please')
    await page.keyboard.press('Enter')
    await page.getByText('Only you and archivists see this: Not in Russian, please').waitFor()
    expect((await room.it.get('/annotations/?tag=stamp', nobody)).body.total).toBe(0)
    await page.getByRole('button', { name: 'Show again' }).click()
    await page.getByRole('button', { name: 'Hide' }).waitFor()
    await page.getByRole('link', { name: 'A leaf, page 1' }).click()
    await page.locator('article[aria-current=true]').getByText('Шяуляй in Russian').waitFor()
    await page.getByRole('button', { name: 'Pages', exact: true }).click()
    await page.getByRole('link', { name: 'page 1, 3 annotations' }).waitFor()
    room.expectQuiet()
  })

  test('who may not annotate reads, from an old address, and is told what it takes; on a phone nothing is cut off', async () => {
    const [{ id: iri }] = await stored('?q=bar')
    const note = iri.slice(iri.lastIndexOf('/') + 1)
    const reader = await room.visit(`/documents/${id}/notes?page=1&note=${note}`, { size: phone })
    await reader.waitForURL(`**/documents/${id}/pages/1?note=${note}`)
    await reader.getByText('Writing them is for annotators').waitFor()
    await reader.locator('article[aria-current=true]').getByText('A dark bar').waitFor()
    expect(await reader.getByRole('button', { name: 'Reply' }).count()).toBe(0)
    expect(await reader.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    await expectAccessible(reader, ['light'])
    await reader.goto(`${room.origin}/documents/${id}/notes?tag=none`)
    await reader.getByText('No annotation is like this').waitFor()
    room.expectQuiet()
  })
})
