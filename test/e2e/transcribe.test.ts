import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { aScan } from '../support/scans/a-scan.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'

/** The first lines of a noisy page, of which a recogniser cannot be sure, and which it reads in a second. */
async function aStrip(seed: number): Promise<Buffer> {
  const { png, width } = await aScan({ language: 'en', dpi: 150, seed, noise: 60 })
  return sharp(png).extract({ left: 0, top: 100, width, height: 220 }).png().toBuffer()
}

describe.skipIf(withoutBrowser)('transcribing', () => {
  let room: Room
  let id: string
  let paper: string
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false, env: { FONDS_OCR: 'auto', FONDS_IMAGES: 'ingest' } })
    const leaves = await Promise.all([2, 7].map(aStrip))
    const files = leaves.map((bytes, at) => ({ name: `leaf-${at + 1}.png`, bytes }))
    id = (await room.it.upload({ title: 'Noisy leaves', language: 'en' }, files)).body.id
    paper = (await room.it.add(['They came by trian at night to Šiauliai.'])).id
    await room.it.idle()
  }, 60_000)
  afterAll(() => room?.close())

  const textOf = async (document: string, number = 1) =>
    (await room.it.get(`/documents/${document}/pages/${number}`)).body.text

  test('the word at the caret is marked on the scan, and a word on the scan puts the caret there', async () => {
    const page = await room.visit(`/documents/${id}/pages/1/transcribe`, { keeper: true })
    const field = page.getByRole('textbox', { name: 'Text of the page' })
    const { content, words } = await textOf(id)
    const word = words.at(-1)
    await page.locator('[data-open=true]').waitFor()
    await field.focus()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.locator('[data-kind=word]').waitFor()
    const first = await page.locator('[data-kind=word]').boundingBox()
    await page.keyboard.press('ControlOrMeta+End')
    await expect.poll(() => page.locator('[data-kind=word]').boundingBox()).not.toEqual(first)
    const last = await page.locator('[data-kind=word]').boundingBox()
    await page.keyboard.press('ControlOrMeta+Home')
    await expect.poll(() => page.locator('[data-kind=word]').boundingBox()).toEqual(first)
    if (!last) throw new Error('no box')
    await page.mouse.click(last.x + last.width / 2, last.y + last.height / 2)
    await expect.poll(() => page.evaluate('document.activeElement.selectionEnd')).toBe(word.end)
    expect(content.slice(word.start, word.end)).toBe(word.text)
    room.expectQuiet()
  })

  test('from the list of doubtful pages one goes on from page to page, by keyboard alone', async () => {
    const page = await room.visit('/transcribe?below=90', { keeper: true })
    await page.getByRole('listitem').filter({ hasText: 'Noisy leaves' }).first().waitFor()
    await expectAccessible(page)
    const count = await page.getByRole('list').last().getByRole('listitem').count()
    await page.getByRole('link', { name: 'Start with the first' }).focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Text of the page' })
    await field.focus()
    await page.keyboard.press('Alt+n')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('The train left at night.')
    await page.getByText('Not saved yet').waitFor()
    await page.keyboard.press('Control+s')
    await page.getByText('Saved as a new revision').waitFor()
    await expectAccessible(page)
    if (count > 1) {
      const here = page.url()
      await page.getByRole('button', { name: 'Next doubtful page' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.href !== here && url.pathname.endsWith('/transcribe'))
    }
    const texts = [await textOf(id, 1), await textOf(id, 2)].filter(({ layer }) => layer === 'transcription')
    expect(texts.map(({ content }) => content)).toEqual(['The train left at night.'])
    room.expectQuiet()
  })

  test('what two people changed at once is brought together, and nothing is lost', async () => {
    const page = await room.visit(`/documents/${paper}/pages/1/transcribe`, { keeper: true })
    const field = page.getByRole('textbox', { name: 'Text of the page' })
    await field.fill('They came by train at noon to Šiauliai.')
    await room.it
      .put(`/documents/${paper}/pages/1/text`)
      .send({ content: 'They came by trian at dusk to Šiauliai!' })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Somebody else changed this text meanwhile').waitFor()
    await expectAccessible(page)
    await page.getByRole('radio', { name: /Theirs: dusk/ }).check()
    await page.getByRole('button', { name: 'Put it together' }).click()
    expect(await field.inputValue()).toBe('They came by train at dusk to Šiauliai!')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved as a new revision').waitFor()
    expect((await textOf(paper)).content).toBe('They came by train at dusk to Šiauliai!')
    // Browsers complain of every refusal.
    room.expectQuiet(/status of 409/)
  })

  test('what was not saved is offered again', async () => {
    const page = await room.visit(`/documents/${paper}/pages/1/transcribe`, { keeper: true, size: phone })
    const field = page.getByRole('textbox', { name: 'Text of the page' })
    await field.fill('Half of a sent')
    await page.getByText('kept on this device').waitFor()
    page.on('dialog', (dialog) => dialog.accept())
    await page.reload()
    expect(await field.inputValue()).not.toBe('Half of a sent')
    await page.getByRole('button', { name: 'Go on with it' }).click()
    expect(await field.inputValue()).toBe('Half of a sent')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    room.expectQuiet()
  })

  test('what somebody goes on writing is kept before they pause, and is there when the window has broken down', async () => {
    const page = await room.visit(`/documents/${paper}/pages/1/transcribe`, { keeper: true })
    const field = page.getByRole('textbox', { name: 'Text of the page' })
    await field.fill('')
    await field.pressSequentially('and so on', { delay: 240 })
    const context = page.context()
    const session = await context.newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    // What is broken down answers no more.
    void session.send('Page.crash').catch(() => {})
    await crashed
    const again = await context.newPage()
    await again.goto(`${room.origin}/documents/${paper}/pages/1/transcribe`)
    await again.getByRole('button', { name: 'Go on with it' }).click()
    expect(await again.getByRole('textbox', { name: 'Text of the page' }).inputValue()).toMatch(/^and so/)
    await again.getByRole('button', { name: 'Save' }).waitFor()
  })

  test('who may not correct reads, and where nothing needs work it is said', async () => {
    const page = await room.visit(`/documents/${paper}/pages/1/transcribe`)
    await page.getByText('Correcting texts is for archivists').waitFor()
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0)
    const list = await room.visit('/transcribe')
    await list.getByText('This list is for archivists').waitFor()
    const empty = await room.visit(`/transcribe?document=${paper}`, { keeper: true })
    await empty.getByRole('heading', { name: 'Nothing needs to be looked over' }).waitFor()
    room.expectQuiet()
  })
})
