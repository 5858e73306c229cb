import type { Page } from 'playwright-core'

/**
 * Turns to the page of this number by an arrow key, and tells after how many milliseconds its text and the first of its
 * scan were there to be painted. The key is the page's own making, so that whatever moves counts as a layout shift.
 */
export function turn(page: Page, number: number, key = 'ArrowRight'): Promise<number> {
  // Told as text, for these lines run in the page.
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const from = performance.now()
    const isThere = () =>
      document.querySelector('#text-heading')?.textContent.endsWith('page ${number}') &&
      document.querySelector('section[aria-label^="Scan of page ${number} "]')?.ariaBusy === 'false'
    const look = () => {
      const took = performance.now() - from
      if (isThere()) resolve(took)
      else if (took > 30000) reject(new Error('Page ${number} was not there after half a minute.'))
      else requestAnimationFrame(look)
    }
    dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))
    requestAnimationFrame(look)
  })`)
}

/** How much has moved on the page since it was opened that nobody asked to move: its cumulative layout shift in all. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0
    const watch = new PerformanceObserver((list) => {
      for (const shift of list.getEntriesByType('layout-shift')) if (!shift.hadRecentInput) sum += shift.value
      // There is always one, and it is told last.
      if (list.getEntriesByType('navigation').length > 0) resolve(sum)
    })
    watch.observe({ type: 'layout-shift', buffered: true })
    watch.observe({ type: 'navigation', buffered: true })
  })`)
}

/** Bytes that the page's scripts hold, and nodes of its document, once whatever nobody holds is gone. */
export async function heldBy(page: Page): Promise<{ bytes: number; nodes: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { bytes: usedSize, nodes }
}
