import { once } from 'node:events'
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
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
})
