import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

const hostile = '<img src=x onerror=alert(1)>'

describe.skipIf(withoutBrowser)('describing a document', () => {
  let room: Room
  let id: string
  beforeAll(async () => {
    room = await aReadingRoom({ samples: false })
    const { body } = await room.it.post('/documents').send({ title: 'An order', creator: 'Unknown' })
    id = body.id
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
    await expectAccessible(page, ['light'])
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

    const other = (
      await room.it.post(`/documents/${id}/claims`).send({ property: 'genre', value: { text: 'memo' } })
    ).body
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

  test('is for archivists', async () => {
    const page = await room.visit(`/documents/${id}/describe`)
    await page.getByText('Only archivists describe documents.').waitFor()
    room.expectQuiet(/400|412/)
  })
})
