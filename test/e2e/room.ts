import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, TestRunner } from 'vitest'
import { beginByToken } from '../../src/actions/session.ts'
import { loadSamples } from '../../src/samples/load-samples.ts'
import { aServedArchive, type Served } from '../api/client.ts'
import { adminToken } from '../support/archive.ts'
import { aBrowser } from '../support/browser.ts'

/** Widths of the windows in which pages are looked at: a desk, and a phone. */
export const desk = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

export type Room = {
  it: Served
  /** `http://127.0.0.1:port`, without a slash. */
  origin: string
  /** A new window, its cookies its own; `keeper` is signed in as the administrator. */
  visit(path: string, options?: { keeper?: boolean; size?: typeof desk }): Promise<Page>
  /** Leads a window on to an address as a link of the pages does: nothing is loaded anew. */
  lead(page: Page, path: string): Promise<void>
  /** Fails where a page complained: an error or a warning of the console, a policy broken, a request to another host; but for what a test provokes. */
  expectQuiet(except?: RegExp): void
  close(): Promise<void>
}

/** The reading room as it was built, over a real archive (open to readers) with or without the samples, in a real browser. */
export async function aReadingRoom({
  samples = true,
  env = {} as Record<string, string>,
} = {}): Promise<Room> {
  const [it, browser] = await Promise.all([anArchive(samples, env), aBrowser()])
  const origin = `http://127.0.0.1:${(it.server.address() as AddressInfo).port}`
  const complaints: string[] = []
  const contexts: BrowserContext[] = []

  return {
    it,
    origin,
    async visit(path, { keeper = false, size = desk } = {}) {
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'en-GB' })
      // What a test opened is closed with it: pages that nobody looks at go on asking.
      if (TestRunner.getCurrentTest()) onTestFinished(() => context.close())
      contexts.push(context)
      if (keeper) {
        const began = await beginByToken(it.archive.deps, adminToken, {
          agent: null,
          address: null,
          former: null,
        })
        await context.addCookies([{ name: 'fonds_session', value: began.secret, url: origin }])
      }
      const page = await context.newPage()
      page.setDefaultTimeout(25_000)
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack}`))
      page.on('request', (sent) => {
        if (!/^(data|blob):/.test(sent.url()) && !sent.url().startsWith(origin))
          complaints.push(`asked ${sent.url()}`)
      })
      await page.goto(`${origin}${path}`)
      return page
    },
    async lead(page, path) {
      await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`)
    },
    expectQuiet: (except) =>
      expect(complaints.splice(0).filter((complaint) => !except?.test(complaint))).toEqual([]),
    async close() {
      for (const context of contexts) await context.close()
      await it.close()
    },
  }
}

async function anArchive(samples: boolean, env: Record<string, string>): Promise<Served> {
  const it = await aServedArchive(env)
  if (samples) {
    await loadSamples(it.archive.deps)
    await it.idle()
  }
  return it
}
