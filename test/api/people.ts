import { expect } from 'vitest'
import type { Role } from '../../src/domain/access.ts'
import { nobody, type Served } from './client.ts'

export const goodPassword = 'correct horse battery'

/** What a browser sends that keeps this cookie, from the pages of the archive. */
export const by = (cookie: string) => ({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })

/** The name and value that a reply's Set-Cookie keeps. */
export const cookieIn = (reply: { headers: Record<string, unknown> }): string =>
  String(reply.headers['set-cookie']).split(';')[0] ?? ''

/** Invites somebody, who joins; returns their account's id and their cookie. */
export async function aPerson(it: Served, role: Exclude<Role, 'stranger'>, login: string) {
  const invited = await it.post('/invitations').send({ role })
  expect(invited.status, invited.text).toBe(201)
  const secret = new URL(invited.body.address).hash.slice(1)
  const joined = await it
    .post('/invitations/accept', nobody)
    .send({ secret, login, name: `The ${login}`, password: goodPassword })
  expect(joined.status, joined.text).toBe(201)
  return { id: String(joined.body.id), secret, as: by(cookieIn(joined)) }
}
