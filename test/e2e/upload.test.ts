import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { aScan } from '../support/scans/a-scan.ts'
import { aPng } from '../support/tiny-images.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'

describe.skipIf(withoutBrowser)('uploading', () => {
  let room: Room
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'fonds-chosen-'))
    room = await aReadingRoom({ samples: false, env: { FONDS_OCR: 'auto' } })
  })
  afterAll(async () => {
    await room?.close()
    await rm(home, { recursive: true, force: true })
  })

  const paper = { name: 'paper.txt', mimeType: 'text/plain', buffer: Buffer.from('A paper from Šiauliai.') }

  async function folder(name: string, files: Record<string, string | Buffer>): Promise<string> {
    for (const [path, bytes] of Object.entries(files)) {
      const file = join(home, name, path)
      await mkdir(join(file, '..'), { recursive: true })
      await writeFile(file, bytes)
    }
    return join(home, name)
  }

  /** Drops what lies on the disk, as somebody would with a mouse. */
  async function drop(page: Page, ...paths: string[]) {
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: paths, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  }

  test('a file becomes a document, its reading is watched, and the same bytes again are told', async () => {
    const page = await room.visit('/upload', { keeper: true })
    await page.getByLabel('Files').setInputFiles(paper)
    await page.getByLabel('Title').fill('Of the town')
    await expectAccessible(page, ['light'])
    await page.getByRole('button', { name: 'Upload', exact: true }).click()
    await page.getByRole('link', { name: 'Of the town' }).waitFor()
    await page.getByText('done', { exact: true }).waitFor()
    const { body } = await room.it.get('/search?q=siauliai')
    expect(body.total.documents).toBe(1)
    await page.getByRole('button', { name: 'Upload something else' }).click()
    await page.getByLabel('Files').setInputFiles(paper)
    await page.getByRole('button', { name: 'Upload', exact: true }).click()
    await page.getByText('has the same bytes as').waitFor()
    await page.getByRole('link', { name: 'paper.txt, Of the town' }).waitFor()
    room.expectQuiet()
  })

  test('a folder that is dropped is sent, also where the connection breaks; what it would become is seen and chosen, and becomes that', async () => {
    const page = await room.visit('/upload', { keeper: true })
    let asked = 0
    await page.route('**/api/v1/uploads/tus', (route) =>
      asked++ === 0 ? route.abort('connectionreset') : route.continue(),
    )
    const sentences = ['The telegraph in the harbour was cut at dawn.']
    const path = await folder('letters', {
      'p1.png': (await aScan({ language: 'en', dpi: 150, paper: 'slip', sentences })).png,
      'metadata.json': '{"title":"Letters home"}',
      'copy.txt': paper.buffer,
      'broken.pdf': '%PDF-1.7 nothing',
      'empty.txt': '',
      '.DS_Store': 'litter',
      'spare/note.txt': 'A note of a weathercock.',
    })
    await page.getByLabel('A folder').waitFor()
    await drop(page, path)
    await page.getByText('6 of 6 files').waitFor()
    await page.getByText('4 documents of 5 files.').waitFor()
    await page.getByText('It is empty: there is nothing to keep.').waitFor()
    await page.getByRole('link', { name: 'paper.txt, Of the town' }).waitFor()
    await page.getByText('Letters home').waitFor()
    await expectAccessible(page, ['light'])
    // Without a mouse from here.
    const spare = page.getByLabel('It becomes (letters/spare)')
    await spare.focus()
    await spare.press('n')
    await page.getByText('3 documents of 4 files.').waitFor()
    await page.getByRole('button', { name: 'Make documents of them' }).press('Enter')
    await page.getByText('done', { exact: true }).waitFor()
    const letters = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Letters home' }) })
    await letters.getByRole('link', { name: 'Page 1' }).waitFor()
    await page.getByText('letters/broken.pdf').last().waitFor()
    await expectAccessible(page, ['light'])
    const report = await room.it.get(
      (await page.getByRole('link', { name: 'Report (CSV)' }).getAttribute('href'))?.slice(7) ?? '',
    )
    expect(report.text).toMatch(/letters\/spare\/note\.txt,,,passed-over/)
    await page.goto(`${room.origin}/search?q=telegraph`)
    await page.getByRole('link', { name: 'Letters home' }).first().waitFor()
    room.expectQuiet(/ERR_CONNECTION_RESET/)
  })

  test('what was not sent when the page was left goes on when the same folder is chosen again', async () => {
    const page = await room.visit('/upload', { keeper: true })
    const path = await folder('ledger', { 'a.txt': 'First.', 'b.txt': 'Second.'.repeat(300_000) })
    await page.route('**/api/v1/uploads/tus/*', (route) => route.abort('connectionreset'))
    await page.getByLabel('A folder').setInputFiles(path)
    await page.getByText('The archive cannot be reached.').waitFor()
    await page.getByText('1 of 2 files').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByText('1 file has not come yet.').waitFor()
    await page.unroute('**/api/v1/uploads/tus/*')
    const asked: string[] = []
    page.on('request', (sent) => {
      if (sent.url().includes('/tus')) asked.push(sent.method())
    })
    await page.goto(`${room.origin}/upload`)
    await page.getByLabel('A folder').setInputFiles(path)
    await page.getByText('2 of 2 files').waitFor()
    expect(asked).toEqual(['HEAD', 'PATCH'])
    await page.getByRole('button', { name: 'Give up' }).click()
    await expectAccessible(page, ['light'])
    await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click()
    await page.getByLabel('A folder').waitFor()
    room.expectQuiet(/ERR_CONNECTION_RESET/)
  })

  test('a transcription is added to a document that is there, and comes to its page', async () => {
    const { body } = await room.it.upload({ title: 'A leaf' }, [{ name: 'leaf.png', bytes: aPng(77) }])
    await room.it.upload({ title: 'A note' }, [{ name: 'note.txt', bytes: 'A lighthouse near Ventė.' }])
    await room.it.idle()
    const page = await room.visit(`/documents/${body.id}/pages/1`, { keeper: true })
    await page.getByRole('link', { name: 'Add files' }).click()
    const text = { ...paper, name: 'leaf.txt', buffer: Buffer.from('A lighthouse near Ventė.') }
    await page.getByLabel('Files').setInputFiles(text)
    await page.getByLabel('What they are').selectOption({ label: 'transcriptions' })
    await expectAccessible(page, ['light'])
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('leaf.txt has the same bytes as').waitFor()
    await page.getByRole('link', { name: 'note.txt, A note' }).waitFor()
    await page.getByText('done', { exact: true }).waitFor()
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Read' }).click()
    await page.getByText('A lighthouse near Ventė.').waitFor()
    room.expectQuiet()
  })

  test('what cannot be read is told with what to do, among the jobs and with what needs attention', async () => {
    await room.it.upload({ title: 'Broken' }, [{ name: 'odd.pdf', bytes: '%PDF-1.7 nothing' }])
    await room.it.idle()
    const page = await room.visit('/attention', { keeper: true })
    await page.getByText('odd.pdf:').waitFor()
    await expectAccessible(page, ['light'])
    await page.getByRole('link', { name: 'Jobs' }).click()
    const broken = page.getByRole('listitem').filter({ hasText: 'Reads the files of Broken' })
    await broken.getByText('1 of 1 files could not be read').waitFor()
    await expectAccessible(page, ['light'])
    await page.getByRole('link', { name: 'Failed', exact: true }).click()
    await page.waitForURL('**/jobs?show=failed')
    await broken.getByRole('button', { name: 'Run again' }).click()
    await broken.waitFor({ state: 'detached' })
    await room.it.idle()
    await page.goto(`${room.origin}/jobs?show=failed`)
    await broken.getByRole('link', { name: 'Which could not be read, and why' }).click()
    await page.waitForURL('**/attention#unread')
    room.expectQuiet()
  })

  test('where recognition is off, scans are said to stay unrecognised, and nothing is asked any more', async () => {
    const off = await aReadingRoom({ samples: false })
    try {
      const { body } = await off.it.post('/uploads').send({ name: 'Scans' })
      await off.it
        .post(`/uploads/${body.id}/files`)
        .attach('files', aPng(1), { filename: 'one.png', contentType: 'image/png' })
      await off.it.post(`/uploads/${body.id}/commit`).send({})
      await off.it.idle()
      const page = await off.visit('/', { keeper: true })
      await page.clock.install()
      await off.lead(page, `/upload/${body.id}`)
      await page
        .getByText('1 scan waits for a recognition that does not come. Recognition is off here.')
        .waitFor()
      await page.getByRole('link', { name: 'Scans' }).waitFor()
      const asked: string[] = []
      page.on('request', (sent) => asked.push(sent.url()))
      await page.clock.fastForward(30_000)
      expect(asked).toEqual([])
      off.expectQuiet()
    } finally {
      await off.close()
    }
  })

  test('a table is imported; the rows that are refused say why, and the others lead to their documents', async () => {
    const page = await room.visit('/upload', { keeper: true })
    await page.getByRole('link', { name: 'Import a table' }).click()
    const rows = ['key,title,date', 'K-1,From a table,1941', 'K-2,,1942', 'K-3,Of spring,early 1941']
    const buffer = Buffer.from(`${rows.join('\n')}\n`)
    await page.setViewportSize(phone)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    await page.getByLabel('Table').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer })
    await expectAccessible(page, ['light'])
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('button', { name: '1 refused' }).click()
    await page.getByText('Row 3').waitFor()
    await page.getByText('Row 2').waitFor({ state: 'detached' })
    await expectAccessible(page, ['light'])
    await page.getByRole('button', { name: '3 all' }).click()
    await page.getByText('Row 4').waitFor()
    await page.getByRole('link', { name: 'K-1' }).click()
    await page.getByRole('heading', { name: 'From a table' }).waitFor()
    room.expectQuiet()
  })

  test('is for archivists', async () => {
    const page = await room.visit('/upload')
    await page.getByText('Only archivists upload.').waitFor()
    room.expectQuiet()
  })
})
