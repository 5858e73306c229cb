import { describe, expect, test } from 'vitest'
import type { AddBatchPart, PlanBatch } from '../../src/ports/batches.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, aDocument, aFile, hoursLater, now } from '../support/builders.ts'
import { aLease, all, finish, type Open, type Opened } from './opened.ts'

type Part = Pick<Opened, 'write'> & Pick<Opened, 'batches'>

const begin = ({ write }: Part, knownAs: string | null = 'folder /scans') =>
  write.batches.begin({
    ...{ actor, at: now, id: newId('b'), job: knownAs === null ? null : newId('j'), knownAs },
    ...{ source: knownAs === null ? 'upload' : 'folder', name: 'scans', cells: { creator: 'x' } },
    ...{ grouping: 'folder', skipKnown: false },
  })

const aFoundFile = (path: string, changed = 1) => ({ path, spelt: path, bytes: 3, changed })

function aPlan(batch: { id: string; round: number }, paths: readonly string[], changed = 1): PlanBatch {
  const files = paths.map((path, position) => ({ path, role: 'scan' as const, position }))
  return {
    ...{ batch: batch.id, round: batch.round, at: now, others: [] },
    documents: [{ name: 'scans/', title: 'scans', files }],
    found: paths.map((path) => aFoundFile(path, changed)),
  }
}

async function partToAdd({ batches }: Part, batch: string): Promise<AddBatchPart> {
  const part = await batches.nextPart(batch, 0)
  if (!part) throw new Error('There is nothing to be added.')
  const { id, witness, visibility, embargoUntil, claims } = aDocument()
  const files = part.files.map(({ path, bytes, changed }) => ({
    path,
    bytes,
    changed,
    file: aFile({ name: path }),
  }))
  const document = part.document === null ? { id, witness, visibility, embargoUntil, claims } : null
  return { batch, part: part.key, at: now, document, files, described: [], job: newId('j') }
}

async function planned(
  opened: Part,
  batch: { id: string; round: number },
  paths: readonly string[],
  changed = 1,
) {
  expect(await opened.write.batches.plan(aPlan(batch, paths, changed))).toBe(true)
  expect(await opened.write.batches.planned({ batch: batch.id, round: batch.round, at: now })).toBe(true)
}

const states = async ({ batches }: Part, id: string) =>
  (await batches.report(id, all)).items.map(({ path, state }) => `${path} ${state}`)

/** What every store of batches promises. */
export function batchStoreContract(open: Open) {
  describe('a batch', () => {
    test('of a folder is the same when it is added again, in its next round', async () => {
      const opened = await open()
      const first = await begin(opened)
      const again = await begin(opened)
      expect([again.id, again.round, again.job]).toEqual([first.id, first.round + 1, first.job])
      expect((await begin(opened, 'folder /other')).id).not.toBe(first.id)
      expect(await opened.batches.find('b-none')).toBeNull()
    })

    test('adds each file once, whoever comes second, and ends its job with the last that is read', async () => {
      const opened = await open()
      const { write, batches, jobs } = opened
      const batch = await begin(opened)
      await planned(opened, batch, ['p1.jpg', 'p2.jpg'])
      const [one, two] = [await partToAdd(opened, batch.id), await partToAdd(opened, batch.id)]
      expect(await write.batches.add(one)).toBe('added')
      expect(await write.batches.add(two)).toBe('known')
      expect(await batches.nextPart(batch.id, 0)).toBeNull()
      const document = await opened.documents.find(one.document?.id ?? '')
      expect(document?.witnesses[0]?.files.map(({ name }) => name)).toEqual(['p1.jpg', 'p2.jpg'])
      expect(await write.batches.end({ batch: batch.id, at: now })).toBe(true)
      const job = async () => await jobs.find(batch.job ?? '')
      for (const done of [0, 1]) {
        expect(await job()).toMatchObject({ kind: 'bulk', state: 'running', done, total: 2 })
        await finish(opened, (await aLease(opened)).token)
      }
      expect(await job()).toMatchObject({ state: 'done', done: 2, total: 2, finishedAt: expect.any(String) })
      expect((await jobs.list({}, all)).items.map(({ kind }) => kind)).toEqual(['bulk'])
      expect((await jobs.list({ document: document?.id ?? '' }, all)).items.map(({ kind }) => kind)).toEqual([
        'ingest',
      ])
    })

    test('goes on with what came since, looks again at what changed, and tells what is gone', async () => {
      const opened = await open()
      const { write } = opened
      const first = await begin(opened)
      await planned(opened, first, ['p1.jpg', 'p2.jpg'])
      await write.batches.add(await partToAdd(opened, first.id))
      await planned(opened, await begin(opened), ['p1.jpg', 'p2.jpg', 'p3.jpg', 'p4.jpg'])
      const more = await partToAdd(opened, first.id)
      expect([more.document, more.files.map(({ path }) => path)]).toEqual([null, ['p3.jpg', 'p4.jpg']])
      await write.batches.add({ ...more, files: more.files.slice(0, 1) })
      expect(await write.batches.end({ batch: first.id, at: now })).toBe(false)
      await planned(opened, await begin(opened), ['p1.jpg', 'p2.jpg', 'p3.jpg'], 2)
      expect(await states(opened, first.id)).toEqual([
        'p1.jpg again',
        'p2.jpg again',
        'p3.jpg again',
        'p4.jpg failed',
      ])
      const files = ['p1.jpg', 'p2.jpg', 'p3.jpg'].map((path) => ({
        path,
        state: 'added' as const,
        says: null,
      }))
      await write.batches.settle({ batch: first.id, at: now, files })
      await planned(opened, await begin(opened), ['p1.jpg', 'p2.jpg', 'p3.jpg'], 2)
      expect(await states(opened, first.id)).toEqual(['p1.jpg added', 'p2.jpg added', 'p3.jpg added'])
      expect((await opened.batches.counts(first.id)).files).toMatchObject({ added: 3, listed: 0, again: 0 })
    })

    test('lets what somebody waits for be read first', async () => {
      const opened = await open()
      const batch = await begin(opened)
      await planned(opened, batch, ['p1.jpg'])
      await opened.write.batches.add(await partToAdd(opened, batch.id))
      const single = aDocument({ files: [aFile()] })
      await opened.write.documents.add(single)
      expect((await aLease(opened)).file).toBe(single.files[0]?.id)
    })

    test('that is cancelled adds no more, and goes on when it is run again', async () => {
      const opened = await open()
      const { write } = opened
      const batch = await begin(opened)
      await planned(opened, batch, ['p1.jpg'])
      const part = await partToAdd(opened, batch.id)
      const command = { actor, at: now, id: batch.job ?? '' }
      expect(await write.jobs.cancel(command)).toMatchObject({ state: 'cancelled' })
      expect(await write.batches.add(part)).toBe('stopped')
      expect(await write.batches.plan(aPlan(batch, ['p1.jpg']))).toBe(false)
      expect(await write.jobs.retry(command)).toMatchObject({ state: 'running' })
      expect(await write.batches.add(part)).toBe('added')
    })
  })

  describe('a batch of uploads', () => {
    const files = (sha256: string) => [{ path: 'a.txt', bytes: 3, sha256: sha256.repeat(64) }]

    test('keeps what came last under a path until something was made of it', async () => {
      const opened = await open()
      const { id } = await begin(opened, null)
      const receive = (sha256: string) =>
        opened.write.batches.receive({ batch: id, at: now, files: files(sha256) })
      await receive('a')
      await receive('b')
      expect(await opened.batches.received(id, '', 10)).toMatchObject([
        { path: 'a.txt', sha256: 'b'.repeat(64) },
      ])
      expect(await opened.documents.needsBytes('b'.repeat(64))).toBe(true)
      expect(await opened.documents.needsBytes('a'.repeat(64))).toBe(false)
      expect(await opened.batches.next()).toBeNull()
      const manifest = [{ path: 'a.txt', title: 'A' }]
      const commit = { actor, at: now, id, manifest, job: newId('j') }
      const batch = await opened.write.batches.commit(commit)
      expect(await opened.write.batches.commit({ ...commit, job: newId('j') })).toEqual(batch)
      expect(await opened.batches.next()).toMatchObject({ id, manifest })
      await planned(opened, batch, ['a.txt'])
      // What it said is noted by now, and not read again for each document.
      expect(await opened.batches.next()).toMatchObject({ id, manifest: null })
      await opened.write.batches.add(await partToAdd(opened, id))
      await expect(receive('c')).rejects.toMatchObject({ fault: 'conflict' })
      await expect(opened.write.batches.abandon({ actor, at: now, id })).rejects.toMatchObject({
        fault: 'conflict',
      })
      const folder = await begin(opened)
      const intoFolder = opened.write.batches.receive({ batch: folder.id, at: now, files: files('a') })
      await expect(intoFolder).rejects.toMatchObject({ fault: 'conflict' })
    })

    test('is forgotten with its pieces when its time is over', async () => {
      const opened = await open()
      const { id } = await begin(opened, null)
      const upload = {
        actor,
        at: now,
        id: newId('u'),
        batch: id,
        name: 'a',
        path: 'a.txt',
        bytes: 3,
        metadata: {},
      }
      await opened.write.uploads.create({ ...upload, expiresAt: hoursLater(1) })
      await opened.write.uploads.finish({ id: upload.id, at: now, sha256: 'd'.repeat(64), bytes: 3 })
      expect(await opened.uploads.find(upload.id, now)).toMatchObject({ sha256: 'd'.repeat(64), batch: id })
      expect(await opened.batches.received(id, '', 10)).toHaveLength(1)
      const expire = { at: hoursLater(2), batchesBefore: hoursLater(2), most: 10 }
      expect(await opened.uploads.find(upload.id, hoursLater(2))).toBeNull()
      expect(await opened.write.uploads.expire(expire)).toEqual([upload.id])
      expect(await opened.batches.find(id)).toBeNull()
      const late = { ...upload, id: newId('u'), expiresAt: hoursLater(1) }
      await expect(opened.write.uploads.create(late)).rejects.toMatchObject({ fault: 'not-found' })
    })
  })
}
