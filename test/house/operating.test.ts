import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createMetrics } from '../../src/api/metrics.ts'
import type { FixityReader } from '../../src/ports/fixity.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('what helps to run the archive', () => {
  test('whatever can happen has a test that makes it happen', () => {
    const [, table = ''] = read('docs/operating.md').split('## What can happen, and what Fonds does\n')
    const lines = table.split('\n').filter((line) => /^\| (?!what happens|-)/.test(line))
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      const tests = line.match(/`[\w/-]+\.test\.ts`/g) ?? []
      expect(tests, line).not.toEqual([])
      for (const path of tests)
        expect(existsSync(new URL(`../${path.slice(1, -1)}`, import.meta.url)), path).toBe(true)
    }
  })

  test('the dashboard shows figures that there are, and all that are our own', async () => {
    const fixity = { unsound: async () => 0, oldest: async () => null } as unknown as FixityReader
    const metrics = createMetrics(async () => ({ bytes: 0, entries: 0, hits: 0, misses: 0 }), fixity)
    const known = new Set([...(await metrics.text()).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
    const { panels } = JSON.parse(read('ops/grafana-dashboard.json')) as {
      panels: { targets: { expr: string }[] }[]
    }
    const asked = panels
      .flatMap(({ targets }) => targets)
      .flatMap(({ expr }) => expr.match(/\bfonds_\w+/g) ?? [])
    expect(asked.length).toBeGreaterThan(10)
    const shown = new Set(asked.map((name) => name.replace(/_(bucket|count|sum)$/, '')))
    expect([...shown].filter((name) => !known.has(name))).toEqual([])
    const ours = [...known].filter((name = '') => !/^fonds_(process|nodejs)_|_entries$/.test(name))
    expect(ours.filter((name = '') => !shown.has(name))).toEqual([])
  })

  test('the unit starts what there is, and lets a stop take as long as it may', () => {
    const unit = read('ops/fonds.service')
    expect(unit).toMatch(/^ExecStart=\/opt\/fonds\/node_modules\/\.bin\/node bin\/fonds\.mjs serve$/m)
    const [, stop = 0] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? []
    const [, drain = 0] = /^const drainMs = (\d+)_000$/m.exec(read('src/cli/serve.ts')) ?? []
    expect(Number(stop)).toBeGreaterThan(Number(drain))
  })
})
