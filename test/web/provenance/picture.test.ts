import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dating, Verdict } from '../../../src/web/provenance/dating/choose.ts'
import { type Picture, pictureOf } from '../../../src/web/provenance/dating/picture.ts'

const says = {
  window: 'What all of it leaves',
  nothing: 'Nothing is left',
  free: 'Without what was inferred',
  times: (label: string, count: number) => `${label} (${count})`,
}
const wide = { width: 900, whole: false, all: false, says }

const window = (earliest: string | null, latest: string | null) => ({ earliest, latest })
const aStep = (n: number, ...windows: ReturnType<typeof window>[]): Dating['steps'][number] => ({
  n,
  says: `Step ${n}.`,
  bound: { windows },
  claims: [],
  marks: [],
  sources: [],
  inferred: [],
})
const aVerdict = (claim: string, day: string, verdict: Verdict['verdict'], days = 0): Verdict => ({
  claim,
  edtf: day,
  dated: day,
  windows: [window(day, day)],
  verdict,
  because: verdict === 'refuted' ? [{ step: 1, days, says: `${Math.abs(days)} days off` }] : [],
  days,
  says: verdict,
})
function aDating(over: Partial<Dating>): Dating {
  const windows = over.windows ?? [window('1941-02-03', '1941-06-07')]
  const date = { edtf: null, windows, status: 'inferred' as const, claims: [], says: '' }
  return {
    ...{ status: 'inferred', edtf: null, windows, withoutInferences: windows, steps: [], claims: [] },
    ...{ conflict: null, says: '', aside: [], date, pending: false },
    ...over,
  }
}
const rowOf = (picture: Picture | null, key: string) => picture?.rows.find(({ keys }) => keys.includes(key))

describe('the picture of a dating', () => {
  test('shows refuted claims outside the window, those that agree inside, in the order of time', () => {
    const claims = [
      aVerdict('inside', '1941-03-01', 'agrees'),
      aVerdict('before', '1939-10-11', 'refuted', -481),
    ]
    const picture = pictureOf(aDating({ claims, steps: [aStep(1, window('1941-02-03', null))] }), wide)
    const [band] = picture?.windows ?? []
    const [inside, before] = ['inside', 'before'].map((key) => rowOf(picture, key)?.bars[0])
    if (!band || !inside || !before) throw new Error('something is not drawn')
    expect(inside.x0).toBeGreaterThanOrEqual(band.x0)
    expect(inside.x1).toBeLessThanOrEqual(band.x1)
    expect(before.x1).toBeLessThan(band.x0)
    expect(rowOf(picture, 'before')?.note).toBe('481 days off')
    expect(picture?.rows.flatMap(({ kind, keys }) => (kind === 'claim' ? keys : []))).toEqual([
      'before',
      'inside',
    ])
    expect(rowOf(picture, 'step-1')?.bars[0]).toMatchObject({
      openStart: false,
      openEnd: true,
      x1: picture?.axis.width,
    })
  })

  test('claims that say the same share a row, and the looser windows are drawn only where they differ', () => {
    const claims = [aVerdict('a', '1941-03-01', 'agrees'), aVerdict('b', '1941-03-01', 'agrees')]
    const same = pictureOf(aDating({ claims }), wide)
    expect(rowOf(same, 'a')?.label).toBe('1941-03-01 (2)')
    expect(rowOf(same, 'free')).toBeUndefined()
    const freer = pictureOf(
      aDating({ claims, withoutInferences: [window('1941-02-03', '1941-06-13')] }),
      wide,
    )
    expect(rowOf(freer, 'free')?.bars[0]?.x1).toBeGreaterThan(rowOf(freer, 'window')?.bars[0]?.x1 ?? Infinity)
  })

  test('of very many steps and claims those are drawn that tell most, and all when asked', () => {
    const steps = Array.from({ length: 50 }, (_, i) => aStep(i + 1, window(null, `${2000 - i}-12-31`)))
    steps[30] = aStep(31, window('1941-02-03', null))
    const claims = Array.from({ length: 200 }, (_, i) =>
      aVerdict(`c${i}`, `${1500 + i}-01-01`, i < 150 ? 'refuted' : 'possible', i - 441),
    )
    const picture = pictureOf(aDating({ steps, claims }), wide)
    expect(rowOf(picture, 'step-31')).toBeDefined()
    expect(picture?.rows.length).toBeLessThan(45)
    expect(picture?.hidden).toBe(250 - (picture?.rows.length ?? 0) + 1)
    for (const verdict of ['refuted', 'possible'])
      expect(picture?.rows.some((row) => row.verdict === verdict)).toBe(true)
    expect(pictureOf(aDating({ steps, claims }), { ...wide, all: true })).toMatchObject({ hidden: 0 })
  })

  test('where the evidence clashes it says that nothing is left, and which steps clash', () => {
    const steps = [aStep(1, window('1880-01-01', null)), aStep(2, window(null, '1870-12-31'))]
    const conflict = { kind: 'evidence' as const, claims: [], marks: [], steps: [1, 2], says: '' }
    const picture = pictureOf(aDating({ steps, conflict, windows: [], withoutInferences: [] }), wide)
    expect(rowOf(picture, 'window')).toMatchObject({ label: 'Nothing is left', bars: [] })
    expect(picture?.rows.map(({ clashes }) => clashes)).toEqual([true, true, false])
  })

  test('is not drawn where nothing begins or ends', () => {
    const open = [window(null, null)]
    expect(pictureOf(aDating({ windows: open, withoutInferences: open }), wide)).toBeNull()
  })

  test('keeps all bars within its width, and rows apart, at any width', () => {
    const day = fc.integer({ min: 1000, max: 2000 }).map((year) => `${year}-06-01`)
    const dating = fc
      .tuple(fc.array(day, { minLength: 1, maxLength: 30 }), fc.array(day, { maxLength: 30 }))
      .map(([bounds, claimed]) =>
        aDating({
          steps: bounds.map((bound, i) => aStep(i + 1, i % 2 ? window(bound, null) : window(null, bound))),
          claims: claimed.map((claim, i) => aVerdict(`c${i}`, claim, 'refuted', i)),
        }),
      )
    fc.assert(
      fc.property(dating, fc.integer({ min: 300, max: 1400 }), fc.boolean(), (one, width, whole) => {
        const picture = pictureOf(one, { ...wide, width, whole })
        if (!picture) return false
        const bars = picture.rows.flatMap((row) => row.bars)
        const within = bars.every(({ x0, x1 }) => x0 >= 0 && x1 >= x0 && x1 <= picture.axis.width + 1e-6)
        const apart = picture.rows.every(({ y }, i) => {
          const before = picture.rows[i - 1]
          return !before || y >= before.y + before.height
        })
        return within && apart
      }),
      { numRuns: 100 },
    )
  })
})
