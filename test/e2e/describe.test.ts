import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, type Room, withoutBrowser } from './room.ts'

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

  test('is for archivists', async () => {
    const page = await room.visit(`/documents/${id}/describe`)
    await page.getByText('Only archivists describe documents.').waitFor()
    room.expectQuiet(/400|412/)
  })
})
