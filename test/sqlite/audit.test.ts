import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sealArchive } from '../../src/actions/seal-archive.ts'
import { sealSigner } from '../../src/tools/seal-key.ts'
import { aReadDocument } from '../contract/opened.ts'
import { actor, aDocument, hoursLater, now } from '../support/builders.ts'
import { openSqlite } from './open.ts'

function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'fonds-seal-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return home
}

/** An archive in which some things were recorded, and how it is sealed and what is found wrong with it. */
async function recorded() {
  const opened = openSqlite()
  const signer = sealSigner(aHome())
  await aReadDocument(opened, ['one page', 'another page'])
  await opened.write.documents.add(aDocument())
  const seal = () => sealArchive({ auditWriter: opened.write.audit, signer, clock: () => now })
  const wrong = async () => {
    const found = []
    for await (const { says } of opened.audit.verify()) found.push(says)
    return found
  }
  return { ...opened, seal, wrong, signer }
}

describe('what was recorded', () => {
  test('is sealed as far as it has come, signed, and nothing is wrong with it', async () => {
    const { seal, wrong, audit, write, signer } = await recorded()
    expect(await audit.last()).toBe(null)
    expect(await wrong()).toEqual([])
    expect(await seal()).toMatchObject([{ seq: 1, at: now }])
    expect(await seal()).toEqual([])
    await write.documents.add(aDocument())
    const [second] = await seal()
    expect(second).toMatchObject({ seq: 2 })
    expect(await audit.last()).toEqual({ ...second, signer: signer.id })
    expect(await audit.withDigest(second?.digest ?? '')).toMatchObject({ seq: 2 })
    expect(await audit.withDigest('00'.repeat(32))).toBe(null)
    expect(await wrong()).toEqual([])
  })

  const changes: [string, string, RegExp][] = [
    [
      'who did something',
      "update event set actor = 'somebody else' where seq = 1",
      /who did what and when has been changed/,
    ],
    [
      'when it was done',
      `update event set at = '${hoursLater(1)}' where seq = 2`,
      /who did what and when has been changed/,
    ],
    [
      'what an event tells',
      `update event_payload set payload = '{"before":null,"after":null}' where event = 1`,
      /what it tells has been changed/,
    ],
    [
      'that it tells something',
      'delete from event_payload where event = 1',
      /nobody has recorded that it was erased/,
    ],
    [
      'an event',
      'pragma foreign_keys = off; delete from event where seq = 1',
      /1 row\(s\) of event are gone/,
    ],
    [
      'the last event',
      'pragma foreign_keys = off; delete from event where seq = (select max(seq) from event)',
      /has been changed since: seal 1 does not match/,
    ],
    ['a claim', `update claim set value = '{"text":"forged"}' where seq = 1`, /seal 1 does not match/],
    ['a claim’s source', `update claim set sources = '["forged"]' where seq = 1`, /seal 1 does not match/],
    ['a text', "update text_revision set content = 'forged' where key = 1", /seal 1 does not match/],
    [
      'which bytes are the original',
      `update file set sha256 = '${'0'.repeat(64)}' where key = 1`,
      /seal 1 does not match/,
    ],
    ['a seal', "update seal set digest = x'00'", /seal 1 does not match/],
    ['a signature', 'update seal set signature = zeroblob(64)', /signature of seal 1 .* is not right/],
    ['whose signature it is', "update seal set signer = 'nobody'", /signature of seal 1 .* is not right/],
  ]
  test.each(changes)('tells that %s was changed behind the program’s back', async (_, sql, says) => {
    const { seal, wrong, db } = await recorded()
    await seal()
    db.exec(sql)
    expect((await wrong()).join('\n')).toMatch(says)
  })

  test('lets what the program itself changes be changed', async () => {
    const { seal, wrong, db } = await recorded()
    await seal()
    db.exec("update file set state = 'failed', error = 'x'; update text_revision set words = x'00'")
    expect(await wrong()).toEqual([])
  })

  test('that was sealed anew by whoever forged it does not have the seal that was noted elsewhere', async () => {
    const { seal, wrong, db, audit } = await recorded()
    const [noted] = await seal()
    db.exec(`update claim set value = '{"text":"forged"}' where seq = 1; delete from seal`)
    await seal()
    expect(await wrong()).toEqual([])
    expect(await audit.withDigest(noted?.digest ?? '')).toBe(null)
  })

  test('can be erased for a reason, which is recorded, and the rest still holds', async () => {
    const { seal, wrong, db, write } = await recorded()
    await seal()
    const { id } = db.prepare('select id from event where seq = 1').get() as { id: string }
    const erase = { actor, at: now, event: id, reason: 'The court of Vilnius, 2026' }
    await write.audit.erase(erase)
    expect(db.prepare('select count(*) as n from event_payload where event = 1').get()).toEqual({ n: 0 })
    const last = db.prepare(
      'select e.verb, p.payload from event e join event_payload p on p.event = e.seq order by e.seq desc limit 1',
    )
    expect(last.get()).toEqual({
      verb: 'erase-payload',
      payload: expect.stringContaining('The court of Vilnius, 2026'),
    })
    await seal()
    expect(await wrong()).toEqual([])
    for (const event of [id, 'e-none'])
      await expect(write.audit.erase({ ...erase, event })).rejects.toMatchObject({ fault: 'not-found' })
  })

  test('of which there is much is sealed part by part', async () => {
    const { seal, wrong, write } = await recorded()
    await aReadDocument(
      { write },
      Array.from({ length: 1100 }, (_, n) => `Page ${n}.`),
    )
    expect((await seal()).length).toBeGreaterThanOrEqual(3)
    expect(await wrong()).toEqual([])
  })
})

describe('the key that signs', () => {
  test('is made once, and is for nobody else to read', async () => {
    const home = aHome()
    const [one, again] = [sealSigner(home), sealSigner(home)]
    expect(one.id).toMatch(/^[0-9a-f]{16}$/)
    expect(again.id).toBe(one.id)
    expect(statSync(join(home, 'seal-key.pem')).mode & 0o777).toBe(0o600)
    expect(sealSigner(aHome()).id).not.toBe(one.id)
  })

  test('is made anew where it was lost, and what the old one signed stays right', async () => {
    const { seal, wrong, audit, write, signer } = await recorded()
    await seal()
    const other = sealSigner(aHome())
    await write.documents.add(aDocument())
    await sealArchive({ auditWriter: write.audit, signer: other, clock: () => now })
    expect(await audit.last()).toMatchObject({ seq: 2, signer: other.id })
    expect(other.id).not.toBe(signer.id)
    expect(await wrong()).toEqual([])
  })
})
