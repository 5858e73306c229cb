import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { countUploaded, uploadQuota } from '../../src/api/upload-quota.ts'
import type { ArchiveError } from '../../src/domain/errors.ts'
import { aServedArchive, keeper, problem, type Served } from './client.ts'

describe('what a person uploads', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive({
      FONDS_UPLOAD_DAILY: '2.5KB',
      FONDS_UPLOAD_UNFINISHED: '2KB',
      FONDS_MAX_FILE: '1KB',
    })
  })
  afterAll(() => it.close())

  const anArchivist = async () => {
    const { token } = await addToken(it.archive.deps, 'test', { name: 'an archivist', role: 'archivist' })
    return { Authorization: `Bearer ${token}` }
  }
  const kilobyte = 'x'.repeat(1000)
  const send = (as: Record<string, string>, text: string) =>
    it.upload({ title: 'A paper' }, [{ name: 'a.txt', bytes: text }], as)
  const begin = (as: Record<string, string>, bytes: number | null) =>
    it.post('/uploads/tus', { ...as, 'Tus-Resumable': '1.0.0' }).set({
      ...(bytes === null ? { 'Upload-Defer-Length': '1' } : { 'Upload-Length': String(bytes) }),
      'Upload-Metadata': `filename ${Buffer.from('a.txt').toString('base64')}`,
    })
  const piece = (as: Record<string, string>, location: string, offset: number, text: string) =>
    it
      .patch(new URL(location).pathname, {
        ...as,
        'Tus-Resumable': '1.0.0',
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
      })
      .send(Buffer.from(text))

  test('is bounded within a day, in forms and in pieces together; the next person, and administrators, go on', async () => {
    const as = await anArchivist()
    expect((await send(as, `1${kilobyte}`)).status).toBe(201)
    const { location = '' } = (await begin(as, 1000)).headers
    expect((await piece(as, location, 0, kilobyte)).status).toBe(204)
    const refused = await send(as, `2${kilobyte}`)
    expect(problem(refused, 429, 'too-many-requests').detail).toContain('FONDS_UPLOAD_DAILY')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600)
    const { location: other = '' } = (await begin(as, 1000)).headers
    problem(await piece(as, other, 0, kilobyte), 429, 'too-many-requests')
    expect((await piece(as, other, 0, 'few')).status).toBe(204)
    expect((await it.patch('/documents/d0', as).send({ title: 'x' })).status).toBe(404)
    expect((await send(await anArchivist(), `3${kilobyte}`)).status).toBe(201)
    for (const n of [4, 5, 6, 7]) expect((await send(keeper, `${n}${kilobyte}`)).status).toBe(201)
    await it.idle()
  })

  test('and has not finished is bounded, until some of it is given up', async () => {
    const as = await anArchivist()
    const before = (await readdir(join(it.home, 'uploads'))).length
    const { location = '' } = (await begin(as, 1000)).headers
    expect((await begin(as, 1024)).status).toBe(201)
    const refused = problem(await begin(as, 100), 413, 'too-large')
    expect(refused.detail).toMatch(/2024 bytes.*FONDS_UPLOAD_UNFINISHED/)
    problem(await begin(as, null), 413, 'too-large')
    expect((await readdir(join(it.home, 'uploads'))).length).toBe(before + 2)
    expect((await begin(await anArchivist(), 100)).status).toBe(201)
    const given = await it.delete(new URL(location).pathname, { ...as, 'Tus-Resumable': '1.0.0' })
    expect(given.status).toBe(204)
    expect((await begin(as, 100)).status).toBe(201)
  })
})

test('what was uploaded is counted for a day, also where nobody said how much would come', () => {
  let now = Date.parse('2026-03-01T12:30:00Z')
  const quota = uploadQuota(100, () => now)
  const asking = () => {
    const req = { headers: {} } as Request
    const res = { setHeader: (_: string, value: string) => (wait = value) } as unknown as Response
    quota?.(req, res, { id: 'n-ona', role: 'archivist' })
    return req
  }
  let wait = ''
  const upload = (bytes: number) => {
    try {
      countUploaded(asking(), bytes)
      return 'taken'
    } catch (error) {
      return (error as ArchiveError).fault
    }
  }
  expect([upload(60), upload(60), upload(40), upload(1)]).toEqual([
    'taken',
    'too-many-requests',
    'taken',
    'too-many-requests',
  ])
  expect(wait).toBe(String(24.5 * 3600))
  now += 24 * 3_600_000
  expect(upload(1)).toBe('too-many-requests')
  now += 3_600_000
  expect(upload(100)).toBe('taken')
  expect(uploadQuota(0)).toBe(undefined)
})
