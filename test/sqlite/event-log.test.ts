import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { aReadDocument } from '../contract/opened.ts'
import {
  aClaim,
  aCorrection,
  actor,
  aDocument,
  aFile,
  anAnnotation,
  hoursLater,
  now,
} from '../support/builders.ts'
import { openSqlite } from './open.ts'

type EventRow = {
  seq: number
  id: string
  at: string
  actor: string
  verb: string
  subject_type: string
  subject: string
  payload_digest: Buffer
  previous: Buffer | null
  digest: Buffer
  salt: Buffer | null
  payload: string | null
}
type Opened = ReturnType<typeof openSqlite>

const eventsOf = ({ db }: Opened, subject: string) =>
  db
    .prepare<[string], EventRow>(
      'select * from event left join event_payload on event = seq where subject = ? order by seq',
    )
    .all(subject)

/** The first event that does not follow from the one before it, or whose payload is not the one digested; else null. */
function firstBreak(events: readonly EventRow[]): string | null {
  let previous: Buffer | null = null
  for (const event of events) {
    const digest: Buffer = createHash('sha256')
      .update(previous ?? '')
      .update(
        JSON.stringify([event.id, event.at, event.actor, event.verb, event.subject_type, event.subject]),
      )
      .update(event.payload_digest)
      .digest()
    const payload =
      event.salt &&
      createHash('sha256')
        .update(event.salt)
        .update(event.payload ?? '')
        .digest()
    if (!digest.equals(event.digest) || (payload && !payload.equals(event.payload_digest))) return event.verb
    if (!(event.previous ?? Buffer.of()).equals(previous ?? Buffer.of())) return event.verb
    previous = event.digest
  }
  return null
}

/** A document to which all kinds of things have happened. */
async function anEventfulDocument(opened: Opened) {
  const { write, texts } = opened
  const { id } = await aReadDocument(opened, ['Text.'])
  await write.documents.revise({ actor, at: hoursLater(1), id, claims: [aClaim({ document: id })] })
  const page = (await texts.page(id, null, 1, everybody))?.id ?? ''
  await write.texts.correct(aCorrection(page, 'Better text.'))
  const said = await write.annotations.add(anAnnotation(id, 'A remark'))
  await write.annotations.change({ ...anAnnotation(id, 'Another'), id: said.id })
  await write.annotations.remove({ actor, at: now, id: said.id })
  const job = 'j-more'
  await write.documents.addFiles({ actor, at: now, document: id, witness: null, files: [aFile()], job })
  await write.jobs.cancel({ actor, at: now, id: job })
  await write.jobs.retry({ actor, at: now, id: job })
  await write.documents.remove({ actor, at: now, id })
  await write.documents.restore({ actor, at: now, id })
  return id
}

describe('events', () => {
  test('tell each change of a document once, who made it, and what was before and after', async () => {
    const opened = openSqlite()
    const id = await anEventfulDocument(opened)
    const events = eventsOf(opened, id)
    expect(events.map(({ verb }) => verb)).toEqual([
      ...['add', 'ingest', 'revise', 'correct-text', 'annotate', 'change-annotation', 'remove-annotation'],
      ...['add-files', 'cancel-job', 'retry-job', 'remove', 'restore'],
    ])
    expect(new Set(events.map((event) => event.actor))).toEqual(new Set([actor, 'ingest']))
    const revised = JSON.parse(events[2]?.payload ?? '{}')
    expect(revised.before.description.title).toBe('A paper')
    expect(events[2]?.at).toBe(hoursLater(1))
  })

  test('are chained for each subject apart', async () => {
    const opened = openSqlite()
    const ids = [await anEventfulDocument(opened), (await opened.write.documents.add(aDocument())).id]
    for (const id of ids) {
      const events = eventsOf(opened, id)
      expect(firstBreak(events)).toBe(null)
      expect(events[0]?.previous).toBe(null)
    }
  })

  test('show where the chain was tampered with', async () => {
    const opened = openSqlite()
    const id = await anEventfulDocument(opened)
    const tampered = (change: (events: EventRow[]) => EventRow[]) => firstBreak(change(eventsOf(opened, id)))
    expect(tampered((events) => events.filter(({ verb }) => verb !== 'revise'))).toBe('correct-text')
    const byAnother = (event: EventRow) => (event.verb === 'remove' ? { ...event, actor: 'nobody' } : event)
    expect(tampered((events) => events.map(byAnother))).toBe('remove')
    const rewritten = (event: EventRow) => (event.verb === 'annotate' ? { ...event, payload: '{}' } : event)
    expect(tampered((events) => events.map(rewritten))).toBe('annotate')
  })

  test('can lose their payloads and still be verified', async () => {
    const opened = openSqlite()
    const id = await anEventfulDocument(opened)
    opened.db.exec('delete from event_payload where event in (select seq from event order by seq limit 4)')
    const events = eventsOf(opened, id)
    expect(events.filter(({ payload }) => payload === null)).toHaveLength(4)
    expect(firstBreak(events)).toBe(null)
  })

  test('are not written where the change was refused or only repeated', async () => {
    const opened = openSqlite()
    const { id } = await opened.write.documents.add(aDocument())
    const stale = opened.write.documents.remove({ actor, at: now, id, expectedVersion: 9 })
    await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
    const remove = { actor, at: now, id, idempotency: { key: 'k', fingerprint: 'f' } }
    await opened.write.documents.remove(remove)
    await opened.write.documents.remove(remove)
    expect(eventsOf(opened, id).map(({ verb }) => verb)).toEqual(['add', 'remove'])
  })
})
