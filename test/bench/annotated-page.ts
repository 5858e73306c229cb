import type { CDPSession, Page } from 'playwright-core'
import { aBrowser } from '../support/browser.ts'
import { percentile } from './measure.ts'
import { digits } from './table.ts'

const loads = 15
const window = { width: 1440, height: 900 }

type Load = { shown: number; settled: number; worked: number }

/**
 * How long a page takes until its text is painted, and until all that it asks for is there, and how long the browser works for it,
 * in milliseconds: of a page without annotations and of one with many, taking turns. `text` begins what is read there.
 */
export async function benchAnnotatedPages(
  origin: string,
  text: string,
  pages: { bare: string; annotated: string },
): Promise<string[][]> {
  const browser = await aBrowser()
  const context = await browser.newContext({ viewport: window })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const probe = await context.newCDPSession(page)
    await probe.send('Performance.enable')
    const measured: Record<keyof typeof pages, Load[]> = { bare: [], annotated: [] }
    for (let n = 0; n <= loads; n++)
      for (const which of ['bare', 'annotated'] as const) {
        const load = await loadOf(page, probe, `${origin}/documents/${pages[which]}/pages/1`, text)
        // The first is that of scripts and styles, which are kept then.
        if (n > 0) measured[which].push(load)
      }
    const row = (what: string, of: keyof Load) => {
      const [bare, annotated] = (['bare', 'annotated'] as const).map((which) =>
        percentile(
          measured[which].map((load) => load[of]),
          0.5,
        ),
      )
      return [what, digits(bare ?? 0), digits(annotated ?? 0), digits((annotated ?? 0) / (bare ?? 1))]
    }
    return [
      row('until the text is painted', 'shown'),
      row('until all is there that is asked for', 'settled'),
      row('the browser’s work until then', 'worked'),
    ]
  } finally {
    await context.close()
    await browser.close()
  }
}

async function loadOf(page: Page, probe: CDPSession, address: string, text: string): Promise<Load> {
  await page.goto('about:blank')
  const before = await workOf(probe)
  const started = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByText(text).first().waitFor()
  const shown = performance.now() - started
  await page.waitForLoadState('networkidle')
  // The network counts as idle once nothing was asked for during half a second.
  const settled = performance.now() - started - 500
  return { shown, settled, worked: (await workOf(probe)) - before }
}

/** Milliseconds of tasks on the main thread of the page. */
async function workOf(probe: CDPSession): Promise<number> {
  const { metrics } = (await probe.send('Performance.getMetrics')) as {
    metrics: { name: string; value: number }[]
  }
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}
