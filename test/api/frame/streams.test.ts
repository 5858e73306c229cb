import { once } from 'node:events'
import { get as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { get, served } from './served.ts'

describe('the stream', () => {
  const endless = () => {
    let given = 0
    let closed = false
    const source = new Readable({
      read() {
        given += 65_536
        this.push(Buffer.alloc(65_536))
      },
      destroy(error, done) {
        closed = true
        done(error)
      },
    })
    return { source, given: () => given, closed: () => closed }
  }
  const listening = async (app: ReturnType<typeof served>['app']) => {
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return { server, port: (server.address() as AddressInfo).port }
  }

  test('is read no faster than the client takes it, and closed when the client leaves, without a log', async () => {
    const stream = endless()
    const size = 10 ** 12
    const { app, logged, finished } = served({ size, open: async () => stream.source })
    const { server, port } = await listening(app)
    const asking = ask({ port, path: '/api/v1/things' })
    asking.on('error', () => {})
    const [reply] = await once(asking, 'response')
    reply.on('error', () => {})
    reply.pause()
    await expect.poll(stream.given).toBeGreaterThan(0)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(stream.given()).toBeLessThan(50_000_000)
    reply.destroy()
    await expect.poll(stream.closed).toBe(true)
    await expect.poll(() => finished.length).toBe(1)
    expect(finished[0]?.aborted).toBe(true)
    expect(logged).toEqual([])
    server.close()
  })

  test('is closed when the client left before it opened', async () => {
    const stream = endless()
    const { app, logged } = served({
      size: 10 ** 9,
      open: async () => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        return stream.source
      },
    })
    const { server, port } = await listening(app)
    const asking = ask({ port, path: '/api/v1/things' })
    asking.on('error', () => {})
    await new Promise((resolve) => setTimeout(resolve, 30))
    asking.destroy()
    await expect.poll(stream.closed).toBe(true)
    expect(logged).toEqual([])
    server.close()
  })

  test('that ends too early cuts the connection and is logged', async () => {
    const { app, logged } = served({ open: async () => Readable.from([Buffer.from('half')]) })
    await expect(get(app)).rejects.toThrow(/aborted|hang up|ECONNRESET/)
    await expect.poll(() => logged.length).toBe(1)
  })

  test('that breaks half-way cuts the connection and is logged', async () => {
    const halves = ['half']
    const source = new Readable({
      read() {
        const half = halves.pop()
        if (half) this.push(half)
        else this.destroy(Object.assign(new Error('read'), { code: 'EIO' }))
      },
    })
    const { app, logged } = served({ open: async () => source })
    await expect(get(app)).rejects.toThrow(/aborted|hang up|ECONNRESET/)
    await expect.poll(() => logged.length).toBe(1)
  })
})
