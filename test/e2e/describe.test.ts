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
    await page.getByLabel('Date').fill('1941-02-31')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page
      .getByRole('alert')
      .getByText(/1941-02-31|February/)
      .first()
      .waitFor()
    await page.getByLabel('Date').fill('[1941-02-03..1941-06-07]')
    await page.getByText('Reads: some day between 3 February and 7 June 1941').waitFor()
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
