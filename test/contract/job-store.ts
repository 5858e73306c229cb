import { describe, expect, test } from 'vitest'
import { newId } from '../../src/tools/ids.ts'
import { actor, aDocument, aFile, hoursLater, now, somePages } from '../support/builders.ts'
import { aLease, all, finish, type Open, type Opened } from './opened.ts'

const failing = { at: now, file: 'failed', message: null, error: 'It is broken.', remark: null } as const

const claim = ({ write }: Opened, at = now) =>
  write.jobs.claim({ at, token: newId('t'), until: hoursLater(1) })

const fileStates = async ({ documents }: Opened, document: string) =>
  (await documents.find(document))?.witnesses[0]?.files.map(({ state }) => state)

/** What every store of jobs promises. */
export function jobStoreContract(open: Open) {
  describe('jobs', () => {
    test('are given out once each, oldest first, the files of one witness one after the other', async () => {
      const opened = await open()
      expect(await claim(opened)).toBe(null)
      const [a, b, c] = [aFile(), aFile(), aFile()]
      await opened.write.documents.add(aDocument({ files: [a, b] }))
      await opened.write.documents.add(aDocument({ files: [c] }))
      const first = await aLease(opened)
      const second = await aLease(opened)
      expect([first.file, second.file]).toEqual([a.id, c.id])
      expect(await claim(opened)).toBe(null)
      await finish(opened, first.token)
      expect((await aLease(opened)).file).toBe(b.id)
      expect(await claim(opened)).toBe(null)
    })

    test('tell how far the whole request is, and end with its last file though one failed', async () => {
      const opened = await open()
      const { id, job } = await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] }))
      const look = () => opened.jobs.find(job ?? '')
      expect(await look()).toMatchObject({ state: 'queued', done: 0, total: null, document: id })
      const one = await aLease(opened)
      await opened.write.texts.addPages(somePages(one.token, ['1', '2']))
      expect(await look()).toMatchObject({ state: 'running', done: 2, total: null, finishedAt: null })
      await opened.write.jobs.finish({ ...failing, token: one.token })
      const two = await aLease(opened)
      await opened.write.texts.addPages(somePages(two.token, ['3']))
      expect(await look()).toMatchObject({ state: 'running', done: 3, total: 3 })
      await finish(opened, two.token, hoursLater(1))
      expect(await look()).toMatchObject({ state: 'done', error: null, finishedAt: hoursLater(1) })
      expect((await look())?.message).toContain('1 of 2')
      expect(await fileStates(opened, id)).toEqual(['failed', 'done'])
      expect(await opened.jobs.find(one.job)).toMatchObject({
        state: 'failed',
        error: failing.error,
        kind: 'extract',
      })
    })

    test('that a worker lost are beyond its reach', async () => {
      const opened = await open()
      const { id, job } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease(opened)
      const beat = { at: now, token, until: hoursLater(2) }
      expect(await opened.write.jobs.heartbeat(beat)).toBe(true)
      await opened.write.jobs.cancel({ actor, at: now, id: job ?? '' })
      expect(await opened.write.jobs.heartbeat(beat)).toBe(false)
      await finish(opened, token)
      await opened.write.jobs.postpone({ at: now, token, runAfter: now, message: 'later' })
      expect(await opened.jobs.find(job ?? '')).toMatchObject({ state: 'cancelled' })
      expect(await fileStates(opened, id)).toEqual(['failed'])
      expect(await claim(opened)).toBe(null)
    })

    test('that are put off wait until their time', async () => {
      const opened = await open()
      await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const { token, job } = await aLease(opened)
      await opened.write.jobs.postpone({ at: now, token, runAfter: hoursLater(1), message: 'Tried again.' })
      expect(await opened.jobs.find(job)).toMatchObject({ state: 'queued', message: 'Tried again.' })
      expect([await opened.jobs.waiting(now), await claim(opened)]).toEqual([false, null])
      expect(await opened.jobs.waiting(hoursLater(1))).toBe(true)
      expect(await claim(opened, hoursLater(1))).toMatchObject({ job, attempts: 2 })
    })

    test('that were put off wait no longer where the clock has gone back, in a running archive and at its start', async () => {
      const opened = await open()
      await opened.write.documents.add(aDocument({ files: [aFile()] }))
      for (const mind of [opened.write.jobs.hasten, opened.write.jobs.release]) {
        const { token } = await aLease(opened)
        await opened.write.jobs.postpone({ at: now, token, runAfter: hoursLater(8760), message: 'later' })
        expect(await claim(opened)).toBe(null)
        await mind({ at: now })
      }
      expect(await claim(opened)).not.toBe(null)
    })

    test('that a crash interrupted are given out again as if not tried, and the old lease is dead', async () => {
      const opened = await open()
      const { id } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
      const before = await aLease(opened)
      expect(await opened.write.jobs.release({ at: now })).toBe(1)
      expect(await opened.write.jobs.release({ at: now })).toBe(0)
      expect(await fileStates(opened, id)).toEqual(['queued'])
      const after = await aLease(opened)
      expect(after).toMatchObject({ job: before.job, attempts: 1 })
      expect(await opened.write.texts.addPages(somePages(before.token, ['1']))).toBe(false)
      await opened.write.jobs.finish({ ...failing, token: before.token })
      expect(await fileStates(opened, id)).toEqual(['running'])
    })

    test('are cancelled before their end, and run again after it', async () => {
      const opened = await open()
      const { id, job } = await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] }))
      const command = { actor, at: now, id: job ?? '' }
      await expect(opened.write.jobs.retry(command)).rejects.toMatchObject({ fault: 'conflict' })
      const { token } = await aLease(opened)
      await finish(opened, token)
      expect(await opened.write.jobs.cancel(command)).toMatchObject({ state: 'cancelled', finishedAt: now })
      expect(await fileStates(opened, id)).toEqual(['done', 'failed'])
      await expect(opened.write.jobs.cancel(command)).rejects.toMatchObject({ fault: 'conflict' })
      expect(await opened.write.jobs.retry(command)).toMatchObject({ state: 'queued', finishedAt: null })
      expect(await fileStates(opened, id)).toEqual(['done', 'queued'])
      await finish(opened, (await aLease(opened)).token)
      expect(await opened.jobs.find(job ?? '')).toMatchObject({ state: 'done', message: null })
      await expect(opened.write.jobs.cancel(command)).rejects.toMatchObject({ fault: 'conflict' })
      for (const verb of ['cancel', 'retry'] as const) {
        const nothing = opened.write.jobs[verb]({ ...command, id: 'j-none' })
        await expect(nothing).rejects.toMatchObject({ fault: 'not-found' })
      }
    })

    test('of which one part is run again while another runs stay running', async () => {
      const opened = await open()
      const { job } = await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] }))
      const one = await aLease(opened)
      await opened.write.jobs.finish({ ...failing, token: one.token })
      const two = await aLease(opened)
      await opened.write.jobs.retry({ actor, at: now, id: one.job })
      expect(await opened.jobs.find(job ?? '')).toMatchObject({ state: 'running' })
      await finish(opened, two.token)
      expect(await opened.jobs.find(job ?? '')).toMatchObject({ state: 'running', finishedAt: null })
      await finish(opened, (await aLease(opened)).token)
      expect(await opened.jobs.find(job ?? '')).toMatchObject({ state: 'done', message: null })
    })

    test('are listed newest first, a request as one, by state and document, from where a list ended', async () => {
      const opened = await open()
      const added = []
      for (let n = 0; n < 4; n++)
        added.push(await opened.write.documents.add(aDocument({ files: [aFile(), aFile()] })))
      const newest = added.toReversed().map(({ job }) => job)
      const ids = async (
        filter: Parameters<Opened['jobs']['list']>[0],
        limit = 100,
        cursor: string | null = null,
      ) => {
        const { items, next } = await opened.jobs.list(filter, { limit, cursor })
        return { ids: items.map(({ id }) => id), next }
      }
      expect((await ids({})).ids).toEqual(newest)
      const first = await ids({}, 3)
      await opened.write.documents.add(aDocument({ files: [aFile()] }))
      expect(await ids({}, 3, first.next)).toEqual({ ids: newest.slice(3), next: null })
      await opened.write.jobs.cancel({ actor, at: now, id: newest[1] ?? '' })
      expect((await ids({ state: 'cancelled' })).ids).toEqual([newest[1]])
      expect((await ids({ document: added[0]?.id })).ids).toEqual([newest[3]])
      expect((await opened.jobs.list({ document: 'd-none' }, all)).items).toEqual([])
    })
  })
}
