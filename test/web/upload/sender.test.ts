import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Refusal, unreached } from '../../../src/web/api/refusal.ts'
import type { sendOne } from '../../../src/web/upload/sending/send-one.ts'
import { aSender } from '../../../src/web/upload/sending/sender.ts'

const refused = (status: number, detail: string) =>
  new Refusal({ type: 'about:blank', title: detail, status, detail, instance: '', requestId: '' })

const chosen = (path: string, text = path, lastModified = 1) => ({
  path,
  file: new File([text], path, { lastModified }),
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A sender over an archive that answers what it is told to, file by file; in the end it takes everything. */
function over(answers: Record<string, (Error | 'hangs')[]>) {
  const asked: string[] = []
  let most = 0
  let now = 0
  const send: typeof sendOne = async ({ path, file }, { upload, signal, onSent, onUpload }) => {
    asked.push(upload === null ? path : `${path} at ${upload}`)
    most = Math.max(most, ++now)
    try {
      onUpload(`u-${path}`)
      await Promise.resolve()
      const answer = answers[path]?.shift()
      if (answer === 'hangs') {
        onSent(1)
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      }
      if (answer instanceof Error) throw answer
      onSent(file.size)
      return `u-${path}`
    } finally {
      now--
    }
  }
  const sender = aSender({ batch: null, sayUnreadable: 'Gone.', send })
  const settle = () => vi.advanceTimersByTimeAsync(250)
  return { sender, asked, settle, most: () => most }
}

describe('a sender', () => {
  test('sends everything, three at a time, and says how far it is', async () => {
    const { sender, asked, settle, most } = over({})
    await sender.add(Array.from({ length: 10 }, (_, at) => chosen(`p${at}`)))
    await settle()
    expect(sender.see()).toMatchObject({ status: 'idle', bytes: 20, sentBytes: 20, counts: { sent: 10 } })
    expect(most()).toBe(3)
    await sender.add([chosen('p1'), chosen('p10')])
    await settle()
    expect(asked).toHaveLength(11)
    expect(sender.see().files.map(({ upload }) => upload)).toContain('u-p10')
  })

  test('goes on by itself where the archive could not be reached, at the place where it was', async () => {
    const { sender, asked, settle } = over({ a: [unreached(), refused(503, 'Starting.')] })
    await sender.add([chosen('a'), chosen('b')])
    await settle()
    expect(asked).toEqual(['a', 'b'])
    expect(sender.see()).toMatchObject({ status: 'unreached', counts: { waiting: 1, sent: 1 } })
    await vi.advanceTimersByTimeAsync(5000)
    expect(asked).toEqual(['a', 'b', 'a at u-a', 'a at u-a'])
    expect(sender.see()).toMatchObject({ status: 'idle', counts: { sent: 2 } })
  })

  test('lets a file that is refused fail alone, and tries it again when asked to', async () => {
    const { sender, settle } = over({ big: [refused(413, 'Too large.')], odd: [refused(500, 'A fault.')] })
    await sender.add([chosen('big'), chosen('odd'), chosen('c')])
    await settle()
    const { files, ...rest } = sender.see()
    expect(rest).toMatchObject({ status: 'idle', bytes: 4, sentBytes: 4, counts: { failed: 1, sent: 2 } })
    expect(files.find(({ path }) => path === 'big')).toMatchObject({ state: 'failed', says: 'Too large.' })
    sender.again()
    await settle()
    expect(sender.see()).toMatchObject({ bytes: 7, sentBytes: 7, counts: { failed: 0, sent: 3 } })
  })

  test('stops where every file would be refused, until somebody goes on', async () => {
    const { sender, asked, settle } = over({ a: [refused(401, 'Sign in.')] })
    await sender.add(['a', 'b', 'c', 'd', 'e'].map((path) => chosen(path)))
    await settle()
    expect(sender.see()).toMatchObject({ status: 'stuck', trouble: { message: 'Sign in.' } })
    expect(asked).not.toContain('e')
    sender.goOn()
    await settle()
    expect(sender.see()).toMatchObject({ status: 'idle', counts: { sent: 5 } })
  })

  test('pauses and goes on, and gives up for good', async () => {
    const { sender, settle } = over({ a: ['hangs', 'hangs'] })
    await sender.add([chosen('a', 'aaaa')])
    await settle()
    expect(sender.see()).toMatchObject({ status: 'sending', sentBytes: 1 })
    sender.pause()
    await settle()
    expect(sender.see()).toMatchObject({ status: 'paused', counts: { waiting: 1, sending: 0 } })
    sender.goOn()
    await settle()
    expect(sender.see()).toMatchObject({ status: 'sending', counts: { sending: 1 } })
    sender.stop()
    await settle()
    sender.goOn()
    await sender.add([chosen('b')])
    await settle()
    expect(sender.see()).toMatchObject({ status: 'stopped', counts: { sending: 0, sent: 0 } })
  })

  test('puts a file in the place of one that had its path, also while that is sent', async () => {
    const { sender, settle } = over({ a: ['hangs'] })
    await sender.add([chosen('a', 'old')])
    await settle()
    await sender.add([chosen('a', 'newer', 2)])
    await settle()
    expect(sender.see()).toMatchObject({
      ...{ status: 'idle', bytes: 5, sentBytes: 5 },
      counts: { waiting: 0, sending: 0, sent: 1, failed: 0 },
    })
  })

  test('says of a file that changed on the device that it is to be chosen again', async () => {
    const { sender, settle } = over({ a: [unreached()] })
    const gone = chosen('a')
    gone.file.slice = () => {
      throw new DOMException('Gone', 'NotReadableError')
    }
    await sender.add([gone])
    await settle()
    expect(sender.see()).toMatchObject({ status: 'idle', files: [{ state: 'failed', says: 'Gone.' }] })
  })
})
