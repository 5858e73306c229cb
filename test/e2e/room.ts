import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { beginByToken } from '../../src/actions/session.ts'
import { loadSamples } from '../../src/samples/load-samples.ts'
import { aServedArchive, type Served } from '../api/client.ts'
import { adminToken } from '../support/archive.ts'

const executablePath = '/usr/bin/chromium'

/** Where no browser is installed nothing can be looked at; in CI its absence is a failure. */
export const withoutBrowser = !process.env.CI && !existsSync(executablePath)

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
  started ??= startBrowser()
  const [it, browser] = await Promise.all([anArchive(samples, env), started])
  const origin = `http://127.0.0.1:${(it.server.address() as AddressInfo).port}`
  const complaints: string[] = []
  const contexts: BrowserContext[] = []

  return {
    it,
    origin,
    async visit(path, { keeper = false, size = desk } = {}) {
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'en-GB' })
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

/** One browser serves all rooms that are opened one after another; each visit has a context of its own. */
let started: Promise<Browser> | null = null

/** A browser whose windows share nothing with those of who works here. */
export function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'fonds-browser-'))
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync')
  args.push(`--disk-cache-dir=${profile}`)
  // It ends with this process.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }))
  return chromium.launch({ executablePath, args })
}

async function anArchive(samples: boolean, env: Record<string, string>): Promise<Served> {
  const it = await aServedArchive(env)
  if (samples) {
    await loadSamples(it.archive.deps)
    await it.idle()
  }
  return it
}
