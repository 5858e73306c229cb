import { describe, expect, onTestFinished, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import type { AccountWriter } from '../../src/ports/accounts.ts'
import type { AnnotationWriter } from '../../src/ports/annotations.ts'
import type { AuditWriter } from '../../src/ports/audit.ts'
import type { AuthorityWriter } from '../../src/ports/authorities.ts'
import type { BatchWriter } from '../../src/ports/batches.ts'
import type { ClaimWriter } from '../../src/ports/claims.ts'
import type { CollectionWriter } from '../../src/ports/collections.ts'
import type { DocumentWriter } from '../../src/ports/documents.ts'
import type { GroupWriter } from '../../src/ports/groups.ts'
import type { ImportWriter } from '../../src/ports/imports.ts'
import type { JobWriter } from '../../src/ports/jobs.ts'
import type { PageImageWriter } from '../../src/ports/page-images.ts'
import type { PageMatchingWriter } from '../../src/ports/page-matching.ts'
import type { PageWorkWriter } from '../../src/ports/page-work.ts'
import type { RecognitionWriter } from '../../src/ports/recognition.ts'
import type { SessionWriter } from '../../src/ports/sessions.ts'
import type { SourceWriter } from '../../src/ports/sources.ts'
import type { TextWriter } from '../../src/ports/texts.ts'
import type { TokenWriter } from '../../src/ports/tokens.ts'
import type { UploadWriter } from '../../src/ports/uploads.ts'
import type { WitnessWriter } from '../../src/ports/witnesses.ts'
import { sqliteDocumentReader } from '../../src/sqlite/document-reader.ts'
import { sqliteJobReader } from '../../src/sqlite/job-reader.ts'
import { openForReading } from '../../src/sqlite/open-database.ts'
import { sqliteTextReader } from '../../src/sqlite/text-reader.ts'
import { startThread } from '../../src/threads/connect.ts'
import { newId } from '../../src/tools/ids.ts'
import { aLease, all, aReadDocument, finish, type Writers } from '../contract/opened.ts'
import { aCataloguePath } from '../sqlite/open.ts'
import {
  aClaim,
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAgent,
  anAnnotation,
  hoursLater,
  keeper,
  now,
} from '../support/builders.ts'

const writerFile = new URL('../../src/threads/writer.ts', import.meta.url)

/** Two writers over one new catalogue, each on a thread of its own, and what reads it. */
async function openTwice() {
  const catalogue = aCataloguePath()
  const threads = await Promise.all([1, 2].map(() => startThread(writerFile, { catalogue })))
  const db = openForReading(catalogue)
  onTestFinished(async () => {
    db.close()
    await Promise.all(threads.map((thread) => thread.close()))
  })
  const [one, other] = threads.map(
    (thread): Writers => ({
      documents: thread.store<DocumentWriter>('documents'),
      claims: thread.store<ClaimWriter>('claims'),
      authorities: thread.store<AuthorityWriter>('authorities'),
      sources: thread.store<SourceWriter>('sources'),
      collections: thread.store<CollectionWriter>('collections'),
      witnesses: thread.store<WitnessWriter>('witnesses'),
      texts: thread.store<TextWriter>('texts'),
      matching: thread.store<PageMatchingWriter>('matching'),
      pageWork: thread.store<PageWorkWriter>('pageWork'),
      jobs: thread.store<JobWriter>('jobs'),
      imports: thread.store<ImportWriter>('imports'),
      batches: thread.store<BatchWriter>('batches'),
      uploads: thread.store<UploadWriter>('uploads'),
      annotations: thread.store<AnnotationWriter>('annotations'),
      audit: thread.store<AuditWriter>('audit'),
      accounts: thread.store<AccountWriter>('accounts'),
      groups: thread.store<GroupWriter>('groups'),
      sessions: thread.store<SessionWriter>('sessions'),
      tokens: thread.store<TokenWriter>('tokens'),
      pageImages: thread.store<PageImageWriter>('pageImages'),
      recognition: thread.store<RecognitionWriter>('recognition'),
    }),
  )
  if (!one || !other) throw new Error('There are two threads.')
  const read = { documents: sqliteDocumentReader(db), texts: sqliteTextReader(db), jobs: sqliteJobReader(db) }
  return { ...read, write: one, both: [one, other] as const }
}

/** Does the same through both writers at once, `times` each; returns what came of it. */
async function race<T>(
  both: readonly [Writers, Writers],
  times: number,
  deed: (write: Writers, n: number) => Promise<T>,
) {
  const tries = Array.from({ length: times }, (_, n) => both.map((write) => deed(write, n))).flat()
  const ended = await Promise.allSettled(tries)
  const faults = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason.fault] : []))
  const values = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  return { faults, values }
}

describe('two writers at once', () => {
  test('never take the same job', async () => {
    const { both, write, jobs } = await openTwice()
    for (let n = 0; n < 20; n++) await write.documents.add(aDocument({ files: [aFile()] }))
    const claim = { at: now, until: hoursLater(1) }
    const { values } = await race(both, 20, (writer) => writer.jobs.claim({ ...claim, token: newId('t') }))
    const taken = values.filter((lease) => lease !== null).map(({ job }) => job)
    expect(taken).toHaveLength(20)
    expect(new Set(taken).size).toBe(20)
    expect(await jobs.waiting(now)).toBe(false)
  })

  test('correct one text each from the same revision: one conflicts, and nothing of it is kept', async () => {
    const opened = await openTwice()
    const { id } = await aReadDocument(opened, ['As read.'])
    const page = (await opened.texts.page(id, null, 1, everybody))?.id ?? ''
    const read = (await opened.texts.newest(page, null, everybody))?.id ?? ''
    for (const [chance, other] of [
      ['basedOn', 'conflict'],
      ['ifCurrent', 'precondition-failed'],
    ] as const) {
      const from = (await opened.texts.newest(page, null, everybody))?.id ?? read
      const before = (await opened.texts.revisions(page, everybody)).length
      const { faults, values } = await race(opened.both, 3, (writer, n) =>
        writer.texts.correct(aCorrection(page, `Correction ${n}`, { [chance]: from })),
      )
      expect(faults).toEqual(Array(5).fill(other))
      expect(await opened.texts.revisions(page, everybody)).toHaveLength(before + 1)
      expect((await opened.texts.newest(page, null, everybody))?.id).toBe(values[0]?.id)
    }
  })

  test('revise a document each from the same version: one wins', async () => {
    const { both, write, documents } = await openTwice()
    const { id } = await write.documents.add(aDocument())
    const revise = (writer: Writers) =>
      writer.documents.revise({ actor, at: now, id, claims: [aClaim({ document: id })], expectedVersion: 1 })
    const { faults } = await race(both, 3, revise)
    expect(faults).toEqual(Array(5).fill('precondition-failed'))
    expect(await documents.find(id)).toMatchObject({ version: 2 })
    expect(await documents.claims(id)).toHaveLength(2)
  })

  test('revise one claim each: one wins, and the others are told', async () => {
    const { both, write, documents } = await openTwice()
    const { id } = await write.documents.add(aDocument())
    const [first] = await documents.claims(id)
    const revise = (writer: Writers) => {
      const claim = aClaim({ document: id, value: { text: 'Other' }, revisionOf: first?.id ?? '' })
      return writer.claims.revise({ actor, at: now, claim })
    }
    const { faults } = await race(both, 3, revise)
    expect(faults).toEqual(Array(5).fill('conflict'))
    expect(await documents.claims(id)).toHaveLength(2)
  })

  test('merge two into each other: one stands, and no circle is made', async () => {
    const { both, write } = await openTwice()
    const [one, other] = [await write.authorities.add(anAgent()), await write.authorities.add(anAgent())]
    const merge = (writer: Writers, n: number) => {
      const pair = n % 2 ? { from: one.id, into: other.id } : { from: other.id, into: one.id }
      return writer.authorities.merge({ actor, at: now, type: 'agent', seen: one.id, ...pair })
    }
    const { faults, values } = await race(both, 4, merge)
    expect(values).toHaveLength(1)
    expect(new Set(faults)).toEqual(new Set(['conflict', 'invalid-input']))
  })

  test('given one request with one key do it once and answer alike', async () => {
    const { both, documents } = await openTwice()
    const idempotency = { key: 'k', fingerprint: 'f' }
    const { faults, values } = await race(both, 4, (writer) =>
      writer.documents.add(aDocument({ files: [aFile()], idempotency })),
    )
    expect(faults).toEqual([])
    expect(new Set(values.map(({ id }) => id)).size).toBe(1)
    expect((await documents.list(keeper, {}, all)).items).toHaveLength(1)
  })

  test('end a job once: what comes after the first end changes nothing', async () => {
    const opened = await openTwice()
    const { id, job } = await opened.write.documents.add(aDocument({ files: [aFile()] }))
    const { token } = await aLease(opened)
    const [one, other] = opened.both
    await Promise.allSettled([
      finish({ write: one }, token),
      other.jobs.cancel({ actor, at: now, id: job ?? '' }),
      finish({ write: other }, token),
    ])
    const state = (await opened.jobs.find(job ?? ''))?.state
    const file = (await opened.documents.find(id))?.witnesses[0]?.files[0]?.state
    expect([
      ['done', 'done'],
      ['cancelled', 'failed'],
    ]).toContainEqual([state, file])
  })

  test('keep every one of many different writes', async () => {
    const { both, documents } = await openTwice()
    const { faults } = await race(both, 25, async (writer) => {
      const { id } = await writer.documents.add(aDocument())
      await writer.annotations.add(anAnnotation(id, 'A remark'))
    })
    expect(faults).toEqual([])
    expect((await documents.list(keeper, {}, all)).items).toHaveLength(50)
  })
})
