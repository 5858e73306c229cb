import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { recogniser } from '../../../src/tools/recognise/recogniser.ts'
import { isLong } from '../../support/long.ts'
import { config, never, pageOf, withTesseract } from './recognising.ts'

const row = (text: string) =>
  `cat > /dev/null; printf '5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t40\\t10\\t90\\t%s\\n' "${text}"`

/** A picture with a dark square on it, which makes no word. */
async function square(folder: string) {
  const path = join(folder, 'square.png')
  const ink = { create: { width: 30, height: 30, channels: 3, background: '#000' } } as const
  await sharp({ create: { width: 100, height: 100, channels: 3, background: '#fff' } })
    .composite([{ input: ink, left: 30, top: 30 }])
    .png()
    .toFile(path)
  return { path, width: 100, height: 100, dpi: null }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function pidOf(program: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      const pid = Number(readFileSync(`${program}.pid`, 'utf8'))
      if (pid > 0) return pid
    } catch {
      // Not yet started.
    }
    await pause(50)
  }
  throw new Error('The engine was not started.')
}

async function expectToEnd(pid: number) {
  for (let tries = 0; tries < 60 && isAlive(pid); tries++) await pause(50)
  expect(isAlive(pid)).toBe(false)
}

test('what makes the native engine crash is read by the embedded one', async () => {
  await withTesseract('cat > /dev/null; kill -SEGV $$', async ({ folder, tessdata }) => {
    const { recognise, close } = recogniser({ ...config, tessdata })
    const page = pageOf(await recognise(await square(folder), ['lt'], never))
    expect(page.engine).toMatch(/^tesseract\.js /)
    await close()
  })
})

test.runIf(isLong)(
  'what makes the native engine hang is read by the embedded one once its time is over',
  async () => {
    await withTesseract('exec sleep 60', async ({ folder, tessdata, program }) => {
      const { recognise, close } = recogniser({
        ...config,
        tessdata,
        limits: { ...config.limits, wallMs: 8000, nice: 0 },
      })
      const page = pageOf(await recognise(await square(folder), ['lt'], never))
      expect(page.engine).toMatch(/^tesseract\.js /)
      await expectToEnd(await pidOf(program))
      await close()
    })
  },
)

test('a page on which the only engine fails is told as such, and the next is read', async () => {
  const script = `if [ -e "$0.once" ]; then ${row('gerai')}; else touch "$0.once"; echo 'Error in boxClipToRectangle' >&2; exit 1; fi`
  await withTesseract(script, async ({ folder, tessdata }) => {
    const { recognise, close } = recogniser({ ...config, engine: 'native', tessdata })
    const picture = await square(folder)
    await expect(recognise(picture, ['lt'], never)).rejects.toMatchObject({
      fault: 'unreadable-file',
      message:
        'tesseract failed on the page (1, “Error in boxClipToRectangle”); make its picture again, or upload another scan.',
    })
    expect(await recognise(picture, ['lt'], never)).toMatchObject({ content: 'gerai' })
    await close()
  })
})

test('an engine that takes too much memory is ended, with a sentence', async () => {
  const greedy = `exec ${process.execPath} -e 'const b=[];setInterval(()=>b.push(Buffer.alloc(5e7,1)),20)'`
  await withTesseract(greedy, async ({ folder, tessdata, program }) => {
    const limits = { ...config.limits, memoryBytes: 400 * 1024 * 1024 }
    const { recognise, close } = recogniser({ ...config, engine: 'native', tessdata, limits })
    await expect(recognise(await square(folder), ['lt'], never)).rejects.toThrow(
      'The picture of this page needed more than 400 MB of memory',
    )
    await expectToEnd(await pidOf(program))
    await close()
  })
})

test('a broken model fails its page with a sentence, by either engine, and no other', async () => {
  await withTesseract(row('gerai'), async ({ folder, tessdata }) => {
    writeFileSync(join(tessdata, 'lav.traineddata'), 'no model at all')
    const { recognise, close } = recogniser({ ...config, engine: 'embedded', tessdata })
    const picture = await square(folder)
    await expect(recognise(picture, ['lv'], never)).rejects.toMatchObject({
      fault: 'unreadable-file',
      message: expect.stringMatching(/^The model lav cannot be loaded; put an undamaged lav\.traineddata/),
    })
    expect(await recognise(picture, ['lt'], never)).toMatchObject({ kind: 'page' })
    await close()
  })
})

test('an abort ends the engine at once and throws the reason of the signal', async () => {
  await withTesseract('exec sleep 60', async ({ folder, tessdata, program }) => {
    const { recognise, close } = recogniser({ ...config, tessdata })
    const controller = new AbortController()
    const reason = new Error('the archivist changed her mind')
    const picture = await square(folder)
    const [running, waiting] = [1, 2].map(() =>
      recognise(picture, ['lt'], controller.signal).catch((error) => error),
    )
    const pid = await pidOf(program)
    controller.abort(reason)
    expect([await running, await waiting]).toEqual([reason, reason])
    await expectToEnd(pid)
    await close()
  })
})

test('no engine outlives the kill -9 of the archive', async () => {
  await withTesseract('exec sleep 60', async ({ folder, tessdata, program }) => {
    const { path } = await square(folder)
    const parent = spawn(process.execPath, [
      fileURLToPath(new URL('./children/parent.ts', import.meta.url)),
      path,
      tessdata,
    ])
    const pid = await pidOf(program)
    expect(isAlive(pid)).toBe(true)
    parent.kill('SIGKILL')
    await expectToEnd(pid)
  })
})

test.runIf(isLong)(
  'a process reads fifty pages and gives way to another, which ends with the archive',
  async () => {
    await withTesseract(row('$PPID'), async ({ folder, tessdata }) => {
      const { recognise, close } = recogniser({ ...config, engine: 'native', tessdata })
      const picture = await square(folder)
      const read = async () => Number(pageOf(await recognise(picture, ['lt'], never)).content)
      const processes = await Promise.all(Array.from({ length: 52 }, read))
      const [first, second] = new Set(processes)
      expect(processes).toEqual([...Array(50).fill(first), second, second])
      expect([isAlive(first ?? 0), isAlive(second ?? 0)]).toEqual([false, true])
      await close()
      expect(isAlive(second ?? 0)).toBe(false)
    })
  },
)
