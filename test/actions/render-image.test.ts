import { expect, test } from 'vitest'
import { render } from '../../src/actions/see-page-image.ts'

test('who looks at an image does not wait until it is kept, as after a start, when it is not known yet what is', async () => {
  const bytes = Uint8Array.of(1, 2, 3)
  const kept: Uint8Array[] = []
  const deps = {
    renderer: { render: async () => bytes },
    renditions: {
      get: async () => null,
      put(_key: string, some: Uint8Array) {
        kept.push(some)
        return new Promise<void>(() => {})
      },
    },
  } as Partial<Parameters<typeof render>[0]> as Parameters<typeof render>[0]
  const seen = { path: '', image: {}, source: {}, name: '', stamp: '' } as Parameters<typeof render>[1]
  const rendition = {} as Parameters<typeof render>[2]
  expect(await render(deps, seen, rendition, AbortSignal.timeout(10_000))).toBe(bytes)
  expect(kept).toEqual([bytes])
})
