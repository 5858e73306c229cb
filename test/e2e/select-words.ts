import type { Page } from 'playwright-core'

/** Selects words of the text of the page that is read, which no mark cuts in two. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.locator('[dir=auto]', { hasText: words }).waitFor()
  // Told as text, for these lines run in the page.
  await page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.querySelector('main [dir=auto]'), NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.nodeValue.indexOf(${JSON.stringify(words)})
      if (at === -1) continue
      return document.getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
    }
    throw new Error('not in one piece')
  })()`)
}
