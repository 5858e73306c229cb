import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { docsRoutes } from '../../../src/api/docs.ts'
import { openApiDocument } from '../../../src/api/openapi.ts'
import type { Route } from '../../../src/api/route.ts'
import { aBrowser, withoutBrowser } from '../../support/browser.ts'
import { aRoute, toyApp } from './toy.ts'

const routes: Route[] = [
  aRoute({ summary: 'All the things', tags: ['things'] }),
  aRoute({
    id: 'add',
    method: 'post',
    summary: 'Add a thing',
    tags: ['things'],
    body: z.object({ title: z.string() }),
  }),
]
routes.push(...docsRoutes(() => openApiDocument(routes, '1.2.3')))

describe('the pages to browse the API', () => {
  test('hold no inline script and allow none', async () => {
    const { app } = toyApp(routes)
    const page = await request(app).get('/docs')
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/)
    expect(page.text).not.toMatch(/<script(?![^>]*src=)|https?:|\son\w+=/)
  })

  test('have their parts, and no file beside these', async () => {
    const { app } = toyApp(routes)
    const kindOf = async (asset: string) => (await request(app).get(`/docs/${asset}`)).headers['content-type']
    expect(await kindOf('start.js')).toMatch(/javascript/)
    expect(await kindOf('swagger-ui-bundle.js')).toMatch(/javascript/)
    expect(await kindOf('swagger-ui.css')).toMatch(/css/)
    for (const asset of ['package.json', 'toString', '..%2fpackage.json', 'swagger-ui.js'])
      expect((await request(app).get(`/docs/${asset}`)).status, asset).toBe(404)
  })

  test.skipIf(withoutBrowser)(
    'show every operation in a browser, without errors and without asking other hosts',
    async () => {
      const server = createServer(toyApp(routes).app).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const looked = await (await aBrowser()).newContext()
      try {
        const page = await looked.newPage()
        const complaints: string[] = []
        const asked: string[] = []
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
        })
        page.on('pageerror', (error) => complaints.push(error.message))
        page.on('request', (sent) => asked.push(sent.url()))
        await page.goto(`${origin}/docs`)
        await page.getByText('Add a thing').waitFor()
        expect(await page.locator('.opblock').count()).toBe(routes.length)
        await page.getByText('Add a thing').click()
        await page.getByRole('button', { name: 'Try it out' }).click()
        await page.getByRole('button', { name: 'Execute' }).click()
        await page.locator('.live-responses-table').waitFor()
        expect(complaints).toEqual([])
        expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([])
      } finally {
        await looked.close()
        server.close()
      }
    },
  )
})
