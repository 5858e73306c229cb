import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { aPicture } from '../support/images.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room } from './room.ts'

const hostile = '<img src=x onerror=alert(1)>'

describe.skipIf(withoutBrowser)('describing a document', () => {
  let room: Room
  let id: string
  let leaf: string
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
    const { body } = await room.it.post('/documents').send({ title: 'An order', creator: 'Unknown' })
    id = body.id
    const bytes = await aPicture(600, 800).png().toBuffer()
    leaf = (await room.it.upload({ title: 'A leaf' }, [{ name: 'leaf.png', bytes }])).body.id
    await room.it.idle()
  })
  afterAll(() => room?.close())

  test('a field that is changed becomes a claim, a date is said back in words, and a wrong one is told', async () => {
    const page = await room.visit(`/documents/${id}/describe`, { keeper: true })
    const date = page.getByLabel('Date')
    await date.fill('31 February 1941')
    await page.getByText('February 1941 has the days 01 to 28').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('input[name=date]:invalid').waitFor()
    await date.fill('<img src=x onerror=alert(1)>')
    await page.getByText('“<img” in “<img src=x onerror=alert(1)>” cannot be read').waitFor()
    await date.fill('25 October 1917 O.S.')
    await page.getByText('Reads: 25 October (7 November) 1917').waitFor()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText('Write 1917-11-07.').waitFor()
    await date.fill('between 3 Feb and 7 June 1941')
    await page.getByText('Reads: some day between 3 February and 7 June 1941').waitFor()
    await page.getByText('[1941-02-03..1941-06-07]').waitFor()
    await page.getByLabel('Subjects').fill('deportation\nstamps')
    await page.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByText('Saved.').waitFor()
    const { body } = await room.it.get(`/documents/${id}`)
    expect([body.date.edtf, body.subjects]).toEqual(['[1941-02-03..1941-06-07]', ['deportation', 'stamps']])

    await page.getByLabel('Creator').fill('Half of a na')
    const answers = [false, true]
    page.on('dialog', (dialog) => (answers.shift() ? dialog.accept() : dialog.dismiss()))
    const elsewhere = page.getByRole('link', { name: 'How to search' })
    await elsewhere.click()
    expect([new URL(page.url()).pathname, answers.length]).toEqual([`/documents/${id}/describe`, 1])
    expect(await page.getByLabel('Creator').inputValue()).toBe('Half of a na')
    await elsewhere.click()
    await page.waitForURL('**/help/search')
  })

  test('what two people change at once is merged, and where both changed the same both are shown', async () => {
    const page = await room.visit(`/documents/${id}/describe`, { keeper: true })
    await page.getByLabel('Creator').fill('Mine')
    await page.getByLabel('Rights').fill('Open')
    await room.it.patch(`/documents/${id}`).send({ creator: 'Theirs', type: 'order' })
    await page.getByRole('button', { name: 'Save' }).click()
    const clash = page.getByRole('alert')
    await clash.getByText('They wrote: Theirs').waitFor()
    await clash.getByText('You wrote: Mine').waitFor()
    expect((await room.it.get(`/documents/${id}`)).body.rights).toBeNull()
    await clash.getByRole('button', { name: 'Save mine over theirs' }).click()
    await page.getByText('Saved.').waitFor()
    const { body } = await room.it.get(`/documents/${id}`)
    expect([body.creator, body.type, body.rights]).toEqual(['Mine', 'order', 'Open'])
  })

  test('a claim is made by keyboard: its agent is created in passing, its source pasted, and it dates the document', async () => {
    const page = await room.visit(`/documents/${id}/provenance`, { keeper: true })
    const { keyboard } = page
    await page.getByRole('button', { name: 'Add a claim' }).press('Enter')
    await page.getByLabel('What it says something about').selectOption('Issuing body')
    const agent = page.getByRole('combobox', { name: 'Agent' })
    await agent.pressSequentially(hostile)
    await agent.press('Enter')
    await page.getByRole('option', { name: `Create “${hostile}” …` }).waitFor()
    await expectAccessible(page, ['light'])
    await agent.press('ArrowDown')
    expect(await agent.getAttribute('aria-activedescendant')).toMatch(/-0$/)
    await agent.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New agent' })
    await dialog.getByLabel('It is').selectOption('a body')
    await dialog.getByLabel('Lived or existed').fill('from 3 Feb 1941 to 20 July 1941')
    await dialog.getByText('Reads: 3 February – 20 July 1941').waitFor()
    await keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[role=combobox]:focus').waitFor()
    expect(await agent.inputValue()).toBe(hostile)

    await page.getByRole('button', { name: 'Add a source' }).press('Enter')
    await page.locator('fieldset fieldset [role=combobox]:focus').waitFor()
    await keyboard.type('Terror')
    await page.getByRole('option', { name: 'Create “Terror” …' }).waitFor()
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    const source = page.getByRole('dialog', { name: 'New source' })
    await source.getByLabel('How to say what it is').selectOption('Paste BibTeX or CSL-JSON')
    const pasted = source.getByLabel('BibTeX or CSL-JSON', { exact: true })
    await pasted.fill('@book{broken, title={')
    await source.getByText('This is no BibTeX').waitFor()
    await pasted.fill('@book{p, title={The Lesser {T}error <b>}, author={Parrish, Michael}, year=1996}')
    await source.getByText('Reads: Parrish, The Lesser Terror <b>, 1996').waitFor()
    await expectAccessible(page, ['light'])
    await source.getByRole('button', { name: 'Add' }).press('Enter')
    await source.waitFor({ state: 'detached' })
    await page.getByLabel('Where in it').fill('p. 292')
    await page.getByRole('button', { name: 'Record the claim' }).press('Enter')

    const claim = page.getByRole('article').filter({ hasText: 'p. 292' })
    await claim.getByText(hostile).waitFor()
    await page.getByText(/^Issued by .*which existed 3 February – 20 July 1941/).waitFor()
    const { body } = await room.it.get(`/documents/${id}/claims?property=issuer`)
    expect(body.items[0]).toMatchObject({
      sources: [{ locator: 'p. 292', stance: 'states' }],
      rank: 'normal',
    })
    room.expectQuiet(/400|412/)
  })

  test('a claim is judged and said anew, never over what somebody else said meanwhile, and withdrawn', async () => {
    const said = { property: 'date', value: { edtf: '1939-10-11', event: 'signed' } }
    const { id: claimId } = (await room.it.post(`/documents/${id}/claims`).send(said)).body
    const page = await room.visit(`/documents/${id}/provenance#claim-${claimId}`, { keeper: true })
    const claim = page.getByRole('article').filter({ hasText: '11 October 1939' }).first()
    await claim.getByRole('button', { name: 'Revise' }).click()
    const form = page.getByRole('form', { name: 'Revise the claim' })
    await form.getByLabel('Date').fill('ca. 1940')
    await form.getByText('Reads: about 1940').waitFor()
    const theirs = { value: { edtf: '1941', event: 'signed' }, note: 'From the letterhead' }
    await room.it.post(`/claims/${claimId}/revisions`).send(theirs)
    // Another claim has the page ask for all of them anew: what is being written stays.
    await page.getByRole('button', { name: 'Add a claim' }).click()
    const adding = page.getByRole('form', { name: 'Add a claim' })
    await adding.getByLabel('What it says something about').selectOption('Genre')
    await adding.getByRole('textbox', { name: 'Genre', exact: true }).fill('memo')
    await adding.getByRole('button', { name: 'Record the claim' }).click()
    await adding.waitFor({ state: 'detached' })
    expect(await form.getByLabel('Date').inputValue()).toBe('ca. 1940')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByRole('alert').getByText('They wrote: 1941').waitFor()
    await form.getByRole('button', { name: 'Save mine over theirs' }).click()
    await form.waitFor({ state: 'detached' })
    const mine = page.getByRole('article').filter({ hasText: 'about 1940' }).first()
    await mine.getByText('From the letterhead').first().waitFor()

    await mine.getByRole('button', { name: 'Prefer or deprecate' }).click()
    const judging = page.getByRole('form', { name: 'Prefer or deprecate' })
    await judging.getByLabel('Rank').selectOption('deprecated')
    await judging.getByLabel('anachronism').check()
    await judging.getByLabel('Why').fill('The body did not exist yet')
    await judging.getByRole('button', { name: 'Save' }).click()
    await mine.getByText('anachronism', { exact: true }).first().waitFor()

    const genres = (await room.it.get(`/documents/${id}/claims?property=genre`)).body.items
    const other = genres.find(({ value }: { value: { text: string } }) => value.text === 'memo')
    await page.goto(`${room.origin}/documents/${id}/provenance#claim-${other.id}`)
    await page.reload()
    const memo = page.locator(`#claim-${other.id}`)
    await memo.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByRole('button', { name: 'Yes, withdraw it' }).press('Enter')
    await page
      .getByRole('article')
      .filter({ hasText: 'memo' })
      .getByText('superseded', { exact: true })
      .first()
      .waitFor()
    room.expectQuiet(/412/)
  })

  test('a witness is described, and a stamp drawn on its scan dates the document', async () => {
    const page = await room.visit(`/documents/${leaf}/provenance`, { keeper: true })
    await page.getByText('There is no evidence yet that bounds its date').waitFor()
    await page.getByRole('button', { name: 'Add a witness' }).click()
    const describing = page.getByRole('form', { name: 'Add a witness' })
    await describing.getByLabel('Label').fill(hostile)
    await describing.getByLabel('How it came to be').selectOption('carbon')
    await describing.getByLabel('The holder is').selectOption('words only')
    await describing.getByRole('textbox', { name: 'Holder', exact: true }).fill('A museum')
    await describing.getByLabel('Words of the heading').fill('Order')
    await describing.getByLabel('Date of this copy').fill('May 1950')
    await describing.getByRole('button', { name: 'Record the witness' }).click()
    const copy = page.getByRole('article').filter({ hasText: hostile })
    await copy.getByText('A museum').waitFor()
    await copy.getByText('May 1950').waitFor()

    const first = page.getByRole('article').filter({ hasText: 'First witness' })
    await first.getByRole('button', { name: 'Add a mark' }).click()
    const form = page.getByRole('form', { name: 'Add a mark: First witness' })
    await form.getByLabel('What stands there').fill('Получено 7 июня')
    await form.getByLabel('Its date as it stands there').fill('7 June')
    await form.getByLabel('Its date', { exact: true }).fill('7 June 1941')
    await form.getByText('year inferred').waitFor()
    await form.getByLabel('Why it is inferred so').fill('It prepares June 1941')
    await form.getByLabel('On page').fill('2')
    await form.getByText('This witness has no page 2.').waitFor()
    await form.getByLabel('On page').fill('1')
    await form.getByRole('button', { name: 'Draw its box on the scan' }).click()
    const scan = form.locator('[data-open=true]')
    await scan.scrollIntoViewIfNeeded()
    const { x = 0, y = 0, width = 0 } = (await scan.boundingBox()) ?? {}
    await page.mouse.move(x + width / 2 - 40, y + 100)
    await page.mouse.down()
    await page.mouse.move(x + width / 2 + 40, y + 160, { steps: 2 })
    await page.mouse.up()
    // The same in numbers, for those who do not draw.
    await form.getByLabel('Width').fill('120')
    await expectAccessible(page, ['light'])
    await form.getByRole('button', { name: 'Record the mark' }).click()
    await page.getByRole('img', { name: 'Receipt stamp: “Получено 7 июня”' }).waitFor()
    await page.getByText(/receipt stamp of 7 June 1941 \(read XXXX-06-07; the year is inferred/).waitFor()
    const { body } = await room.it.get(`/documents/${leaf}/witnesses`)
    const [mark] = body.items[0].marks
    expect(mark).toMatchObject({ asRead: 'XXXX-06-07', date: '1941-06-07', inferred: ['year'] })
    expect(mark.box[2]).toBe(120)

    const shown = page.locator(`#mark-${mark.id}`)
    await room.it.patch(`/marks/${mark.id}`).send({ kind: 'registry' })
    await shown.getByRole('button', { name: 'Edit the mark' }).click()
    const editing = page.getByRole('form', { name: 'Edit the mark' })
    await editing.getByLabel('What stands there').fill('Принято 7 июня')
    await editing.getByRole('button', { name: 'Save' }).press('Enter')
    await shown.getByText('Registry mark: “Принято 7 июня”').waitFor()
    await shown.getByRole('button', { name: 'Take the mark away' }).click()
    await page.getByRole('button', { name: 'Yes, take it away' }).press('Enter')
    await shown.waitFor({ state: 'detached' })
    await page.getByText(/mark of 7 June 1941 \(read/).waitFor({ state: 'detached' })
    room.expectQuiet()
  })

  test('is for archivists', async () => {
    const page = await room.visit(`/documents/${id}/describe`)
    await page.getByText('Only archivists describe documents.').waitFor()
    room.expectQuiet(/400|412/)
  })
})
