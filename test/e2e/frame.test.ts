import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkToSetUp } from '../../src/actions/account.ts'
import { adminToken } from '../support/archive.ts'
import { withoutBrowser } from '../support/browser.ts'
import { expectAccessible } from './axe.ts'
import { aReadingRoom, phone, type Room } from './room.ts'

describe.skipIf(withoutBrowser)('the frame of the pages', () => {
  let room: Room
  beforeAll(async () => {
    room = await aReadingRoom()
  })
  afterAll(() => room?.close())

  test('signing in with a token shows what an archivist may do, and signing out takes it away', async () => {
    const page = await room.visit('/sign-in?next=/sources')
    await page.getByText('Sign in with a token instead').click()
    await page.getByLabel('Token').fill(adminToken)
    await page.getByRole('button', { name: 'Sign in with the token' }).click()
    await page.waitForURL('**/sources')
    await page.getByRole('link', { name: 'Upload' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in' }).waitFor()
    expect(await page.getByRole('link', { name: 'Upload' }).count()).toBe(0)
    room.expectQuiet()
  })

  test('the first administrator joins by a link, invites somebody, and both are told apart by their names', async () => {
    const { secret } = await linkToSetUp(room.it.archive.deps)
    const page = await room.visit(`/join#${secret}`)
    await page.getByText('This makes the first account').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Your name').fill('Ona Onaitė')
    await page.getByLabel('Name to sign in with').fill('Ona')
    await page.getByLabel('New password').fill('short')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('alert').getByText('10 characters').waitFor()
    await page.getByLabel('New password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('link', { name: 'Ona Onaitė' }).click()
    await page.getByText('You sign in as “ona” and are administrator.').waitFor()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.getByLabel('What it is for').fill('A script')
    await page.getByRole('button', { name: 'Make a token' }).click()
    const token = await page.getByLabel('The token, shown this once', { exact: true }).inputValue()
    const asked = await room.it.get('/session', { Authorization: `Bearer ${token}` })
    expect(asked.body).toMatchObject({ name: 'Ona Onaitė', role: 'reader' })

    await page.getByRole('link', { name: 'People and invitations' }).click()
    await page.getByRole('button', { name: 'Invite somebody' }).click()
    await page.getByLabel('Their name').fill('Jonas')
    await page.getByLabel('Name to sign in with, to propose').fill('jonas')
    await page.getByLabel('What they may do').selectOption('annotator')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const address = new URL(await page.getByLabel('The link', { exact: true }).inputValue())
    await expectAccessible(page)

    const other = await room.visit(`/join${address.hash}`, { size: phone })
    await other.getByText('You are invited as annotator').waitFor()
    await other.getByLabel('New password').fill('another horse battery')
    await other.getByRole('button', { name: 'Join' }).click()
    await other.getByRole('link', { name: 'Jonas' }).waitFor()
    await page.reload()
    await page.getByLabel('What Jonas may do').selectOption('reader')
    await expect
      .poll(async () => (await room.it.get('/accounts')).text)
      .toMatch(/"login":"jonas",[^}]*"role":"reader"/)
    await page.getByRole('button', { name: 'Make a group' }).click()
    await page.getByLabel('What the group is called').fill('The heirs')
    await page.getByRole('button', { name: 'Make a group' }).click()
    await page.getByRole('button', { name: 'Who is in it' }).click()
    await page.getByLabel('Take somebody into The heirs').selectOption({ label: 'Jonas (jonas)' })
    await page.getByRole('button', { name: 'Take out' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Disable' }).last().click()
    await page.getByRole('button', { name: 'Open again' }).waitFor()
    await other.reload()
    await other.getByRole('link', { name: 'Sign in' }).waitFor()
    room.expectQuiet(/\b400\b/)
  })

  test('a wrong password is refused in words, and so is a link that is not whole', async () => {
    const page = await room.visit('/sign-in')
    await page.getByLabel('Name to sign in with').fill('ona')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('alert').getByText('The name or the password is wrong').waitFor()
    await expectAccessible(page)
    await room.lead(page, '/join')
    await page.getByRole('alert').getByText('This address is not whole').waitFor()
  })

  test('an address at which there is nothing says so', async () => {
    const page = await room.visit('/no/such/page')
    await page.getByRole('heading', { name: 'Nothing is at this address' }).waitFor()
  })
})
