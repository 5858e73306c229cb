import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { childExtractor } from '../../../src/tools/extract/child-extractor.ts'
import { aPdf } from '../../support/pdf.ts'
import { extracted, gather, limits, withFile } from './extracting.ts'

const child = (name: string) => new URL(`./children/${name}.ts`, import.meta.url)
const never = new AbortController().signal

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function expectToEnd(pid: number) {
  for (let tries = 0; tries < 60 && isAlive(pid); tries++) await pause(50)
  expect(isAlive(pid)).toBe(false)
}

test('a reader that takes too much memory is killed, with a sentence', async () => {
  const greedy = childExtractor({ ...limits, memoryBytes: 300 * 1024 * 1024 }, child('allocates'))
  await expect(extracted('a.txt', 'text', greedy)).rejects.toMatchObject({
    fault: 'unreadable-file',
    message: expect.stringMatching(
      /^“a\.txt” needed more than 300 MB of memory while its text was read; split it/,
    ),
  })
})

test('a reader stuck in a loop is killed when it has made no progress for a while', async () => {
  const stuck = childExtractor({ ...limits, stallMs: 700 }, child('spins'))
  await expect(extracted('a.txt', 'text', stuck)).rejects.toThrow('“a.txt” made no progress for 0.7 seconds')
})

test('a reader is killed when it takes too long in all', async () => {
  const slow = childExtractor({ ...limits, wallMs: 800 }, child('spins'))
  await expect(extracted('a.txt', 'text', slow)).rejects.toThrow('“a.txt” took more than 0.8 seconds to read')
})

test('the time that the consumer takes is not held against the file', async () => {
  const pages = Array.from({ length: 60 }, (_, at) => `sheet ${at}`)
  const hasty = childExtractor({ ...limits, stallMs: 5000, wallMs: 10_000 })
  await withFile('a.txt', pages.join('\f'), async (path) => {
    const seen: string[] = []
    for await (const told of hasty.extract({ path, name: 'a.txt', mediaType: 'text/plain' }, never)) {
      if (told.kind === 'pages') seen.push(...told.pages.map((page) => page.content))
      if (seen.length === 25) await pause(5600)
    }
    expect(seen).toEqual(pages)
  })
})

test('a reader that crashes is told as such', async () => {
  await expect(extracted('a.txt', 'text', childExtractor(limits, child('crashes')))).rejects.toMatchObject({
    fault: 'unreadable-file',
    message: expect.stringContaining('“a.txt” made its reader crash (exit 9)'),
  })
})

test('an abort kills the reader and throws the reason of the signal', async () => {
  await withFile('a.txt', 'text', async (path) => {
    const controller = new AbortController()
    const reason = new Error('the archivist changed her mind')
    let pid = 0
    const reading = (async () => {
      const stuck = childExtractor(limits, child('spins'))
      for await (const told of stuck.extract(
        { path, name: 'a.txt', mediaType: 'text/plain' },
        controller.signal,
      )) {
        if (told.kind === 'start') pid = Number(told.engine.slice(4))
        setTimeout(() => controller.abort(reason), 50)
      }
    })()
    await expect(reading).rejects.toBe(reason)
    expect(isAlive(pid)).toBe(false)
  })
})

test('nothing is started for a signal that has already aborted', async () => {
  const told = childExtractor(limits).extract(
    { path: '/nowhere', name: 'a.txt', mediaType: 'text/plain' },
    AbortSignal.abort(new Error('too late')),
  )
  await expect(gather(told)).rejects.toThrow('too late')
})

test('the reader is gone when its consumer stops early', async () => {
  await withFile('a.txt', 'text', async (path) => {
    let pid = 0
    const stuck = childExtractor(limits, child('spins'))
    for await (const told of stuck.extract({ path, name: 'a.txt', mediaType: 'text/plain' }, never)) {
      if (told.kind === 'start') pid = Number(told.engine.slice(4))
      break
    }
    expect(pid).toBeGreaterThan(0)
    expect(isAlive(pid)).toBe(false)
  })
})

test('a reader stuck in a loop does not survive the kill -9 of its parent', async () => {
  await withFile('a.txt', 'text', async (path) => {
    const program = fileURLToPath(child('parent'))
    const parent = spawn(process.execPath, [program, path, './spins.ts'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(parent.stdout, 'data')
    const pid = Number(/pid (\d+)/.exec(String(said))?.[1])
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expectToEnd(pid)
  })
})

test('a program ends by itself after reading: nothing of the reader holds it', async () => {
  await withFile('a.txt', 'text', async (path) => {
    const program = fileURLToPath(child('parent'))
    const entry = new URL('../../../src/tools/extract/child.ts', import.meta.url).href
    const parent = spawn(process.execPath, [program, path, entry], { stdio: 'ignore' })
    expect(await once(parent, 'exit')).toEqual([0, null])
  })
})

test('a reader sees no environment, runs at the lower priority and may not write', async () => {
  const { start } = await extracted(
    'a.txt',
    'text',
    childExtractor({ ...limits, nice: 7 }, child('inspects')),
  )
  const found = JSON.parse(start?.engine ?? '')
  expect(found.variables.filter((name: string) => !name.startsWith('NODE_'))).toEqual([])
  expect(found).toMatchObject({ priority: 7, mayWrite: false })
})

test('a name with quotes, blanks and foreign letters is only a name', async () => {
  const name = `"it's" $(a) Шяуляй; -- .pdf`
  const read = await extracted(name, await aPdf(['found in Šiauliai']))
  expect(read.pages[0]?.content).toBe('found in Šiauliai')
  await expect(extracted(name, '%PDF-1.7 and nothing more')).rejects.toThrow(
    `“${name}” is damaged or cut short`,
  )
})

test('a file of a type without text, and one that is gone, are refused with a sentence', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
  await expect(extracted('scan.png', png)).rejects.toThrow('“scan.png” is of type image/png')
  const gone = { path: '/nowhere/a.txt', name: 'a.txt', mediaType: 'text/plain' }
  await expect(gather(childExtractor(limits).extract(gone, never))).rejects.toMatchObject({
    fault: 'unreadable-file',
    message: '“a.txt” cannot be opened where it is kept (ENOENT); check the disk, then verify the archive.',
  })
})
