import { once } from 'node:events'
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createHttpServer, type ServerDeps } from '../../../src/api/server.ts'
import { cutStalledBody } from '../../../src/api/stalled-body.ts'
import { aRoute, toyApp } from './toy.ts'

describe('connections that break', () => {
  const listening = async (server: Server) => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }

  test('by a failure after the headers are cut, logged once', async () => {
    const { app, logged } = toyApp([
      aRoute({
        respond: async ({ res }) => {
          res.writeHead(200, { 'Content-Type': 'text/plain' })
          res.write('half')
          await wait(20)
          throw new Error('The disk is on fire.')
        },
      }),
    ])
    await expect(request(app).get('/api/v1/things')).rejects.toThrow(/aborted|hang up|ECONNRESET/)
    expect(logged).toHaveLength(1)
  })

  test('because the client went away while it sent are no failure of ours', async () => {
    const { app, logged, finished } = toyApp([aRoute({ method: 'post', body: z.object({}) })])
    const server = createServer(app)
    const come = once(server, 'request')
    const port = await listening(server)
    const sending = ask({
      port,
      method: 'POST',
      path: '/api/v1/things',
      headers: { 'Content-Type': 'application/json', 'Content-Length': 100 },
    })
    sending.on('error', () => {})
    sending.write('{"a":')
    await come
    sending.destroy()
    await expect.poll(() => finished.length).toBe(1)
    expect(finished[0]).toMatchObject({ aborted: true, route: '/api/v1/things' })
    expect(logged).toEqual([])
    server.close()
  })

  test('do not hide a true failure that happens afterwards', async () => {
    const begun = Promise.withResolvers<void>()
    const left = Promise.withResolvers<void>()
    const { app, logged } = toyApp([
      aRoute({
        handle: async () => {
          begun.resolve()
          await left.promise
          throw new Error('The index is broken.')
        },
      }),
    ])
    const server = createServer(app)
    server.once('connection', (socket) => socket.once('close', () => left.resolve()))
    const port = await listening(server)
    const reading = ask({ port, path: '/api/v1/things' }).on('error', () => {})
    reading.end()
    await begun.promise
    reading.destroy()
    await expect.poll(() => logged.length).toBe(1)
    server.close()
  })

  test('are cut where a body stands still, not where it is slow or its answer is', async () => {
    const server = createServer(async (req, res) => {
      cutStalledBody(req, 150)
      const text = await textOf(req).catch(() => 'cut')
      if (text === 'cut') return void res.destroy()
      await wait(300)
      res.end(text)
    })
    const port = await listening(server)
    const sending = async (length: number, pauses: readonly number[]) => {
      const sent = ask({ port, method: 'POST', headers: { 'Content-Length': length } })
      const reply = new Promise<string>((resolve) => {
        sent.once('error', () => resolve('cut')).once('response', (answer) => resolve(textOf(answer)))
      })
      for (const pause of pauses) {
        sent.write('x')
        await wait(pause)
      }
      return reply
    }
    expect(await Promise.all([sending(5, [50, 50, 50, 50, 50]), sending(3, [0, 500])])).toEqual([
      'xxxxx',
      'cut',
    ])
    server.close()
  })

  test('by who sends nothing of a body any more are cut by the server of the archive', async () => {
    const server = createHttpServer({} as ServerDeps, { baseUrl: undefined })
    const limits: number[] = []
    const sent = Object.assign(new PassThrough(), {
      headers: { 'content-length': '5' },
      setTimeout: (ms: number) => limits.push(ms),
    })
    server.listeners('request')[0]?.call(server, sent)
    expect(limits).toEqual([120_000])
  })
})
