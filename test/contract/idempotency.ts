import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import {
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  hoursLater,
  keeper,
  now,
} from '../support/builders.ts'
import { all, aReadDocument, type Open } from './opened.ts'

const key = (fingerprint = 'the same') => ({ key: 'k-1', fingerprint })

/** What every write promises to who repeats a request with one key. */
export function idempotencyContract(open: Open) {
  describe('a repeated request', () => {
    test('has the first answer and one effect', async () => {
      const { documents, jobs, write } = await open()
      const first = await write.documents.add(aDocument({ files: [aFile()], idempotency: key() }))
      const again = await write.documents.add(aDocument({ files: [aFile()], idempotency: key() }))
      expect(again).toEqual(first)
      expect((await documents.list(keeper, {}, all)).items).toHaveLength(1)
      expect((await jobs.list({}, all)).items).toHaveLength(1)
    })

    test('that is another request is refused and changes nothing', async () => {
      const { documents, write } = await open()
      await write.documents.add(aDocument({ idempotency: key() }))
      const other = write.documents.add(aDocument({ idempotency: key('another') }))
      await expect(other).rejects.toMatchObject({ fault: 'idempotency-mismatch' })
      expect((await documents.list(keeper, {}, all)).items).toHaveLength(1)
    })

    test('of somebody else is theirs', async () => {
      const { documents, write } = await open()
      await write.documents.add(aDocument({ idempotency: key() }))
      await write.documents.add(aDocument({ idempotency: key('another'), actor: 'somebody-else' }))
      expect((await documents.list(keeper, {}, all)).items).toHaveLength(2)
    })

    test('is a new one after 24 hours, and not before', async () => {
      const { documents, write } = await open()
      const addAt = (at: string) => write.documents.add(aDocument({ at, idempotency: key() }))
      const first = await addAt(now)
      expect((await addAt(hoursLater(24))).id).toBe(first.id)
      expect((await addAt(hoursLater(24.001))).id).not.toBe(first.id)
      expect((await documents.list(keeper, {}, all)).items).toHaveLength(2)
    })

    test('is answered although the version that it expects is past', async () => {
      const { write } = await open()
      const { id } = await write.documents.add(aDocument())
      const remove = { actor, at: now, id, expectedVersion: 1, idempotency: key() }
      await write.documents.remove(remove)
      await expect(write.documents.remove(remove)).resolves.not.toThrow()
    })

    test('is done anew where the first try failed', async () => {
      const { documents, write } = await open()
      const { id } = await write.documents.add(aDocument())
      const remove = { actor, at: now, id, idempotency: key() }
      const failed = write.documents.remove({ ...remove, expectedVersion: 5 })
      await expect(failed).rejects.toMatchObject({ fault: 'precondition-failed' })
      await write.documents.remove({ ...remove, expectedVersion: 1 })
      expect((await documents.find(id))?.deletedAt).toBe(now)
    })

    test('is known whatever it writes: a correction, an annotation, a cancelled job', async () => {
      const { texts, annotations, jobs, write } = await open()
      const { id } = await aReadDocument({ write }, ['One page.'])
      const page = await texts.page(id, null, 1, everybody)
      const corrected = await write.texts.correct(
        aCorrection(page?.id ?? '', 'Other.', { idempotency: key() }),
      )
      const repeated = await write.texts.correct(
        aCorrection(page?.id ?? '', 'Other.', { idempotency: key() }),
      )
      expect(repeated).toEqual(corrected)
      expect(await texts.revisions(page?.id ?? '', everybody)).toHaveLength(2)
      const second = { key: 'k-2', fingerprint: 'f' }
      const said = await write.annotations.add(anAnnotation(id, 'A note', { idempotency: second }))
      expect(await write.annotations.add(anAnnotation(id, 'A note', { idempotency: second }))).toEqual(said)
      expect(await annotations.count(keeper, { document: id })).toBe(1)
      const { job } = await write.documents.add(aDocument({ files: [aFile()] }))
      const cancel = { actor, at: now, id: job ?? '', idempotency: { key: 'k-3', fingerprint: 'f' } }
      expect(await write.jobs.cancel(cancel)).toEqual(await write.jobs.cancel(cancel))
      expect((await jobs.find(job ?? ''))?.state).toBe('cancelled')
    })
  })
}
