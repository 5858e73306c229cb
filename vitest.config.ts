import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    setupFiles: ['test/support/seed.ts'],
    pool: 'forks',
    // Files share what they load, which is more work than most of their tests; none leaves anything behind in it.
    isolate: false,
    // Most tests wait for processes, threads or the disk as much as they reckon. As a number, for no percentage makes more than there are cores.
    maxWorkers: availableParallelism() + 2,
    // A browser on a machine that does other work, too, may once wait in vain: that alone is told, and tried once more.
    retry: { count: 1, condition: /^(\w+\.)?\w+: Timeout \d+ms exceeded/ },
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Threads that tests start load what earlier ones compiled.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/fonds', import.meta.url)) },
    // What is waited for comes when it comes: a busy machine is no failure.
    expect: { poll: { timeout: 15_000 } },
  },
})
