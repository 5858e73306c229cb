import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

describe('the environment', () => {
  test('without any variable there are defaults for everything', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, anonymous: 'none', maxFile: 4 * 1024 ** 3 })
    expect(config.home).toMatch(/\/archive$/)
    expect(Object.isFrozen(config)).toBe(true)
  })

  test.each([
    ['512MB', 512 * 1024 ** 2],
    ['2GB', 2 * 1024 ** 3],
    ['1.5 kb', 1536],
    ['100', 100],
  ])('a size of %s is %d bytes', (FONDS_MAX_FILE, bytes) => {
    expect(readConfig({ FONDS_MAX_FILE }).maxFile).toBe(bytes)
  })

  test('a slow query is told in milliseconds, 0 turns it off; what the search may keep is a size', () => {
    expect(readConfig({})).toMatchObject({ slowQueryMs: 500, searchMemory: 512 * 1024 ** 2 })
    expect(readConfig({ FONDS_SLOW_QUERY: '0' }).slowQueryMs).toBe(0)
    expect(readConfig({ FONDS_SEARCH_MEMORY: '1GB' }).searchMemory).toBe(1024 ** 3)
    expect(() => readConfig({ FONDS_SLOW_QUERY: '-1' })).toThrow(/FONDS_SLOW_QUERY/)
  })

  test('every fault is reported at once, by the name of its variable', () => {
    const read = () => readConfig({ FONDS_PORT: 'x', FONDS_ADMIN_TOKEN: 'short', FONDS_MAX_FILE: 'big' })
    expect(read).toThrow(/FONDS_PORT.*FONDS_ADMIN_TOKEN.*FONDS_MAX_FILE/s)
  })

  test('an empty variable says nothing', () => {
    expect(readConfig({ FONDS_PORT: '' }).port).toBe(3000)
  })

  test('the command line goes before the environment, and that before what a command assumes', () => {
    expect(readConfig({ FONDS_PORT: '1' }, { FONDS_PORT: '2' }).port).toBe(2)
    expect(readConfig({ FONDS_ANONYMOUS: 'none' }, {}, { FONDS_ANONYMOUS: 'reader' }).anonymous).toBe('none')
    expect(readConfig({}, {}, { FONDS_ANONYMOUS: 'reader' }).anonymous).toBe('reader')
  })

  test('a base address loses its last slash', () => {
    expect(readConfig({ FONDS_BASE_URL: 'https://archive.example/' }).baseUrl).toBe('https://archive.example')
  })
})
