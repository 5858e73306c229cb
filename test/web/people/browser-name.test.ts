import { expect, test } from 'vitest'
import { browserName } from '../../../src/web/people/browser-name.ts'

test('a browser is named by what it is and on what it runs', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  for (const [agent, name] of [
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome 142, Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
      'Edge 142, Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0',
      'Firefox 145, Mac OS X',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${webkit} Version/18.1 Mobile Safari/604.1`,
      'Safari 18, iPhone',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])
    expect(browserName(agent ?? '')).toBe(name)
})
