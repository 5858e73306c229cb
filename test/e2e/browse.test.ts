import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'

describe.skipIf(withoutBrowser)('browsing', () => {
  let room: Room
  let page: Page
  beforeAll(async () => {
    room = await aReadingRoom()
    page = await room.visit('/collections')
  })
  afterAll(() => room?.close())
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: typeof name === 'string' })

  test('leads by keyboard through the arrangement to a unit, its description and a document in it', async () => {
    const { items } = (await room.it.get('/collections?limit=100')).body
    const orders = items.find(({ title }: { title: string }) => title === 'Orders')
    const elements = {
      scopeAndContent: 'Orders,\nmost of them numbered.',
      dates: '1939/1941',
      accruals: 'None.',
    }
    await room.it.patch(`/collections/${orders.id}`).send(elements).expect(200)
    const file = { parent: orders.id, level: 'file', referenceCode: '10', title: 'File ten' }
    await room.it.post('/collections').send(file).expect(201)
    await page.reload()

    const within = page.getByRole('button', { name: 'What lies within Orders' })
    await within.focus()
    expect(await link('File ten').count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await link('File ten').waitFor()
    expect(await within.getAttribute('aria-expanded')).toBe('true')
    await expectAccessible(page)
    await page.keyboard.press('ArrowLeft')
    await link('File ten').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await link('File ten').waitFor()
    await link('Orders').click()
    await page.getByText('EXAMPLE-1/2', { exact: true }).waitFor()
    await page.getByText('1939 – 1941').waitFor()
    const text = page.getByText('most of them numbered.')
    expect(await text.innerText()).toBe(elements.scopeAndContent)
    await page.getByText('Accruals').waitFor()
    await expectAccessible(page, ['light'])
    await link('NKVD Order No. 001223').waitFor()
    await page.goBack()
    await link('File ten').waitFor()
    room.expectQuiet()
  })

  test('tells of an agent its life and other names, its documents and as what, and the claims under all of it', async () => {
    await room.lead(page, '/agents')
    await link('NKGB').click()
    await page.getByText('3 February – 20 July 1941').first().waitFor()
    await page.getByText('Народный комиссариат государственной безопасности').first().waitFor()
    await page.getByText('p. 262').first().waitFor()
    const paper = page.getByRole('listitem').filter({ hasText: 'Serov Instructions' })
    await paper.getByText('as issuing body').waitFor()
    await expectAccessible(page)
    await link('Search for documents by it').click()
    await page.waitForURL('**/search?q=by*')
    room.expectQuiet()
  })

  test('finds one of many while one types, and shows the others part by part', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `Clerk of the ${at + 1}. office`)
    await Promise.all(
      names.map((name) =>
        room.it
          .post('/agents')
          .send({ kind: 'person', names: [name] })
          .expect(201),
      ),
    )
    await room.lead(page, '/agents?q=clerk')
    await page.getByText('50 are shown; there are more.').waitFor()
    const more = page.getByRole('button', { name: 'Show more' })
    await more.focus()
    await page.keyboard.press('Enter')
    await page.getByText('All 60 are shown.').waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('All 60 are shown.')
    const field = page.getByLabel('Find a person, family or body')
    await field.fill('CLERK OF THE 7.')
    await expect
      .poll(() => page.getByRole('main').getByRole('listitem').filter({ hasText: 'Clerk' }).count())
      .toBe(1)
    expect(new URL(page.url()).searchParams.get('q')).toBe('CLERK OF THE 7.')
    await field.fill('nobody at all')
    await page.getByText('None has “nobody at all” in a name.').waitFor()
    await expectAccessible(page, ['light'])
    room.expectQuiet()
  })

  test('tells which claims and marks rest on a book, of a document, a witness or an agent, and leads to them', async () => {
    const { items: sources } = (await room.it.get('/sources?q=Parrish')).body
    const { items: documents } = (await room.it.get('/documents?limit=100')).body
    const order = documents.find(({ title }: { title: string }) => title.startsWith('NKVD Order'))
    const [witness] = (await room.it.get(`/documents/${order.id}/witnesses`)).body.items
    const cited = { sources: [{ source: sources[0].id, locator: 'p. 9' }] }
    const custody = { property: 'custody', value: { text: 'Kept in a cellar.' }, ...cited }
    await room.it.post(`/witnesses/${witness.id}/claims`).send(custody).expect(201)
    await room.it
      .post(`/witnesses/${witness.id}/marks`)
      .send({ kind: 'registry', reading: 'No. 12', ...cited })
      .expect(201)
    await room.lead(page, '/sources?q=parrish')
    await link(/Parrish, The Lesser Terror/).click()
    await page.getByText('0-275-95113-8').waitFor()
    await page.getByText('Kept in a cellar.').waitFor()
    await link(witness.label).waitFor()
    await expectAccessible(page)
    await link('NKGB').first().click()
    await page.locator('article[id^="claim-"]:focus').getByText('3 February – 20 July 1941').waitFor()
    await page.goBack()
    await link(/“No. 12”/).click()
    await page.locator('article[id^="mark-"]:focus').getByText('No. 12').waitFor()
    room.expectQuiet()
  })

  test('lets archivists arrange: a unit is added within another, described by ISAD(G), and described anew', async () => {
    const desk = await room.visit('/collections', { keeper: true })
    await desk.getByRole('button', { name: 'Add a unit' }).click()
    await desk.getByLabel('Title').fill('Harbour office')
    await desk.getByLabel('Reference code').fill('HO')
    await desk.getByLabel('Dates').fill('1939 to 1941')
    await desk.getByText('Reads:').waitFor()
    await expectAccessible(desk, ['light'])
    await desk.getByRole('button', { name: 'Add', exact: true }).click()
    await desk.getByRole('heading', { name: 'Harbour office', level: 1 }).waitFor()
    await desk.getByRole('button', { name: 'Add a unit within it' }).click()
    await desk.getByLabel('Title').fill('Letters')
    await desk.getByLabel('Reference code').fill('2')
    await desk.getByRole('button', { name: 'Add', exact: true }).click()
    await desk.getByText('HO/2', { exact: true }).waitFor()
    await desk.getByRole('button', { name: 'Describe it anew' }).click()
    await desk.getByLabel('Level').selectOption('file')
    await desk.getByText('Context, content, conditions').click()
    await desk.getByLabel('Scope and content').fill('Letters that came in.')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByLabel('Level').waitFor({ state: 'detached' })
    await desk.getByText('Letters that came in.').waitFor()
    const { items } = (await room.it.get('/collections?limit=100')).body
    const letters = items.find(({ title }: { title: string }) => title === 'Letters')
    expect(letters).toMatchObject({ level: 'file', referenceCode: '2' })
    await desk.getByRole('button', { name: 'Describe it anew' }).click()
    await desk.getByLabel('Who may see it').selectOption('embargoed')
    await desk.getByLabel('Closed until').fill('2131-01-01')
    await expectAccessible(desk, ['light'])
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Archivists only, until 2131-01-01').waitFor()
    const reader = await room.visit(`/collections/${letters.id}`)
    await reader.getByText('There is no such collection').waitFor()
    const paper = await room.it.add([], { title: 'A letter', collection: letters.id })
    await desk.goto(`${new URL(desk.url()).origin}/documents/${paper.id}/describe`)
    await desk.getByText('Fewer people see it than it says').waitFor()
    await expectAccessible(desk, ['light'])
    room.expectQuiet(/404/)
  })

  test('lets archivists keep some of the works that were pasted, and change what is written of one', async () => {
    const desk = await room.visit('/sources', { keeper: true })
    await desk.getByRole('button', { name: 'Add sources' }).click()
    const works = ['The quays', 'The locks', 'The cranes'].map((title) => ({ type: 'book', title }))
    await desk.getByLabel('BibTeX or CSL-JSON').fill(JSON.stringify(works))
    await desk.getByRole('checkbox', { name: 'The locks' }).uncheck()
    await expectAccessible(desk, ['light'])
    await desk.getByRole('button', { name: 'Add', exact: true }).click()
    await desk.getByText('2 sources were added:').waitFor()
    const titles = (await room.it.get('/sources?q=The')).body.items.map(
      ({ title }: { title: string }) => title,
    )
    expect(titles).toEqual(expect.arrayContaining(['The quays', 'The cranes']))
    expect(titles).not.toContain('The locks')
    await desk.getByRole('region', { name: 'Add sources' }).getByRole('link', { name: 'The quays' }).click()
    await desk.getByRole('button', { name: 'Change what is written of it' }).click()
    await desk.getByLabel('Publisher', { exact: true }).fill('Harbour Press')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Harbour Press').waitFor()
    room.expectQuiet()
  })

  test('lets archivists describe an agent anew: another name with its time, a life, an address elsewhere', async () => {
    const { body: made } = await room.it.post('/agents').send({ kind: 'person', names: ['Jonas Example'] })
    const desk = await room.visit(`/agents/${made.id}`, { keeper: true })
    await desk.getByRole('button', { name: 'Describe it anew' }).click()
    await desk.getByRole('button', { name: 'Add a name' }).click()
    const names = desk.getByRole('group', { name: 'Names' })
    await names.getByLabel('Name', { exact: true }).last().fill('Example the Elder')
    await names.getByLabel('When').last().fill('between 1941 and 1943')
    await desk.getByRole('button', { name: 'Add a period' }).click()
    await desk.getByRole('group', { name: 'Lived' }).getByLabel('When').fill('1890/1955')
    await desk.getByLabel('The same elsewhere').fill('https://www.wikidata.org/entity/Q1')
    await expectAccessible(desk, ['light'])
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByRole('button', { name: 'Describe it anew' }).waitFor()
    const { body } = await room.it.get(`/agents/${made.id}`)
    expect(body).toMatchObject({
      names: [{ text: 'Jonas Example' }, { text: 'Example the Elder', period: '[1941..1943]' }],
      existence: ['1890/1955'],
      sameAs: ['https://www.wikidata.org/entity/Q1'],
    })
    room.expectQuiet()
  })

  test('lets archivists describe a place and a happening anew: where it lies, when and where it was', async () => {
    const { body: region } = await room.it.post('/places').send({ names: ['Harbour Region'] })
    const { body: town } = await room.it.post('/places').send({ names: ['Harbour Town'] })
    const { body: fair } = await room.it.post('/happenings').send({ names: ['The harbour fair'] })
    const desk = await room.visit(`/places/${town.id}`, { keeper: true })
    const save = async () => {
      await desk.getByRole('button', { name: 'Save' }).click()
      await desk.getByRole('button', { name: 'Describe it anew' }).waitFor()
    }
    await desk.getByRole('button', { name: 'Describe it anew' }).click()
    await desk.getByLabel('Latitude').fill('55.93')
    await desk.getByLabel('Longitude').fill('23.31')
    await desk.getByRole('button', { name: 'Add a place' }).click()
    await desk.getByRole('combobox', { name: 'Place' }).fill('Harbour Reg')
    await desk.getByRole('option', { name: 'Harbour Region' }).click()
    await expectAccessible(desk, ['light'])
    await save()
    const place = (await room.it.get(`/places/${town.id}`)).body
    expect([place.coordinates, place.within]).toEqual([
      { lat: 55.93, lon: 23.31 },
      [expect.objectContaining({ place: region.id })],
    ])
    await room.lead(desk, `/happenings/${fair.id}`)
    await desk.getByRole('button', { name: 'Describe it anew' }).click()
    await desk.getByLabel('When', { exact: true }).last().fill('between 3 Feb and 7 June 1941')
    await desk.getByRole('button', { name: 'Add a place' }).click()
    await desk.getByRole('combobox', { name: 'Place' }).fill('Harbour To')
    await desk.getByRole('option', { name: 'Harbour Town' }).click()
    await save()
    const happening = (await room.it.get(`/happenings/${fair.id}`)).body
    expect([happening.date, happening.places]).toEqual(['[1941-02-03..1941-06-07]', [town.id]])
    room.expectQuiet()
  })

  test('tells of places and happenings the documents that are bound to them, also on a phone', async () => {
    await page.setViewportSize(phone)
    await room.lead(page, '/places')
    await link('Šiauliai').click()
    await page.getByText('Schaulen').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    await room.lead(page, '/happenings')
    await link(/deportation/i)
      .first()
      .click()
    const paper = page.getByRole('listitem').filter({ hasText: 'Serov Instructions' })
    await paper.getByText('prepares it').waitFor()
    await expectAccessible(page, ['light'])
    await room.lead(page, '/documents')
    await link('Serov Instructions').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width)
    await page.goto(`${room.origin}/agents/a0`)
    await page.getByRole('alert').getByText('There is no such agent').waitFor()
    room.expectQuiet(/404 \(Not Found\)/)
  })
})
