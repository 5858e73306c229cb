import express from 'express'
import helmet from 'helmet'
import request from 'supertest'
import { expect, test } from 'vitest'
import { constantHeaders } from '../../../src/api/constant-headers.ts'

test('what a middleware sets is set in every reply, written as it writes it', async () => {
  const options = { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false } }
  const helmets = {
    once: express().use(constantHeaders(helmet(options))),
    anew: express().use(helmet(options)),
  }
  for (const app of Object.values(helmets))
    app.disable('x-powered-by').get('/', (_req, res) => {
      // The names as they are written, which a client does not tell.
      const { getRawHeaderNames } = res as unknown as { getRawHeaderNames(): string[] }
      res.json(getRawHeaderNames.call(res).map((name) => [name, res.getHeader(name)]))
    })
  const { body } = await request(helmets.anew).get('/')
  expect(body.length).toBeGreaterThan(10)
  for (let turn = 0; turn < 2; turn++) expect((await request(helmets.once).get('/')).body).toEqual(body)
})

test('what it passes on as an error is thrown at once', () => {
  expect(() => constantHeaders((_req, _res, next) => next(new Error('no such policy')))).toThrow(
    'no such policy',
  )
})
