import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { isLong } from './long.ts'

// Its shell draws the same pages for little more than half of the work; long runs, benchmarks and pictures take the whole.
const browsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
if (isLong || !process.env.VITEST) browsers.reverse()
const executablePath = browsers.find(existsSync)

/** Where no browser is installed nothing can be looked at; in CI its absence is a failure. */
export const withoutBrowser = !process.env.CI && !executablePath

let started: Promise<Browser> | null = null

/** One browser, which ends with this process; whoever looks at pages does so in a context of their own. */
export function aBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync')
  started ??= chromium.launch({ executablePath, args })
  return started
}
