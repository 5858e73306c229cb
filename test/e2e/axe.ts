import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// Without its comments and long names a page takes it in for two thirds of the work.
const require = createRequire(import.meta.url)
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Fails where axe-core finds a violation of WCAG 2.2 AA or of good practice on the page, in light colours or in dark ones. */
export async function expectAccessible(
  page: Page,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  // Evaluated by the debugger, which the page's policy for scripts does not bind.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(source)
  for (const [at, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme })
    // Nothing but contrasts can be another in other colours.
    const rules = at === 0 ? {} : { runOnly: ['color-contrast'] }
    const options = JSON.stringify({ ...rules, resultTypes: ['violations'] })
    const { violations } = await page.evaluate<Found>(`axe.run(document, ${options})`)
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    )
    expect(found, `${page.url()} in ${colorScheme} colours`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

type Found = { violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }
