import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportBags } from '../../src/actions/export-bags.ts'
import { importBags } from '../../src/actions/import-bags.ts'
import { sealArchive } from '../../src/actions/seal-archive.ts'
import { search } from '../../src/actions/search.ts'
import { verifyArchive } from '../../src/actions/verify-archive.ts'
import { verifyBags } from '../../src/actions/verify-bags.ts'
import { openBagging, openBags, openImportingBags } from '../../src/app-bags.ts'
import { openRecords, openVerifier } from '../../src/app-keeping.ts'
import { openSearch } from '../../src/app-search.ts'
import { readConfig } from '../../src/config.ts'
import { refuseHalfRestored } from '../../src/disk/restoring.ts'
import { loadSamples } from '../../src/samples/load-samples.ts'
import { columnsOf } from '../../src/sqlite/bags/columns.ts'
import { facts } from '../../src/sqlite/bags/facts.ts'
import { openForReading } from '../../src/sqlite/open-database.ts'
import { aServedArchive, type Served } from '../api/client.ts'
import { aPerson } from '../api/people.ts'
import { furnish, furnishNames, furnishWork, made } from '../hostile/furnished.ts'

/** Tables that are made from facts, or in part, and have to come out as they were. */
const derived = [
  ...['description', 'bearing', 'claim_number', 'claim_target', 'claim', 'witness', 'misattribution'],
  ...['authority', 'authority_name', 'source', 'annotation_term'],
]

const nothing = () => {}
const configOf = (home: string) => readConfig({ FONDS_HOME: home, FONDS_LOG: 'silent' })

async function exported(home: string, where: string) {
  const { deps, close } = openBagging(configOf(home), where)
  try {
    return await exportBags(deps, nothing)
  } finally {
    close()
  }
}
const imported = (where: string, home: string) =>
  importBags(openImportingBags(configOf(home), where), nothing)

describe('an archive that leaves as bags and comes back', () => {
  let it: Served
  let folder: string
  const at = (...names: string[]) => join(folder, ...names)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonds-bags-'))
    it = await aServedArchive()
    await loadSamples(it.archive.deps)
    await furnished(it)
    await exported(it.home, at('out'))
    await smallArchive(at('small'))
    expect(await imported(at('out'), at('in'))).toMatchObject({ imported: {}, findings: [] })
  })
  afterAll(async () => {
    await it?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('has every row that it had, and nothing more', () => {
    const [before, after] = [it.home, at('in')].map((home) => openForReading(join(home, 'catalogue.sqlite')))
    if (!before || !after) throw new Error('There are no catalogues.')
    const rows = (db: typeof before, table: string, columns: readonly string[], condition = 'true') =>
      db
        .prepare(`select ${columns.map((name) => `"${name}"`)} from "${table}" where ${condition}
        order by ${columns.map((name) => `"${name}"`)}`)
        .all()
    for (const fact of facts) {
      const columns = columnsOf(fact)
        .map(({ column }) => column)
        .filter((name) => name !== 'revoked_at')
      // Only what no document has and what is pictured is left out.
      const condition = { job: fact.ofNone, upload: fact.ofNone }[fact.table]
      const expected = rows(before, fact.table, columns, condition)
      expect([fact.table, expected.length]).not.toEqual([fact.table, 0])
      expect([fact.table, rows(after, fact.table, columns)]).toEqual([fact.table, expected])
    }
    for (const table of derived) {
      const columns = before
        .prepare<[string], string>('select name from pragma_table_info(?)')
        .pluck()
        .all(table)
      const expected = rows(before, table, columns)
      expect([table, expected.length]).not.toEqual([table, 0])
      expect([table, rows(after, table, columns)]).toEqual([table, expected])
    }
    const seen = `select id, audience from document where audience like '%&%' union all
      select id, audience from collection where audience <> 'public' order by id`
    expect(before.prepare(seen).all()).toHaveLength(3)
    expect(after.prepare(seen).all()).toEqual(before.prepare(seen).all())
    expect(after.prepare('select count(*) from token where revoked_at is null').pluck().get()).toBe(0)
    expect(after.prepare('select count(*) from account where password is not null').pluck().get()).toBe(0)
    for (const db of [before, after]) db.close()
  })

  test('is sound: originals, index and what was recorded, with the seals of before', async () => {
    const { deps, close } = openVerifier(configOf(at('in')))
    const wrong: unknown[] = []
    for await (const step of verifyArchive(deps)) if (step.kind === 'finding') wrong.push(step.finding)
    close()
    const records = openRecords(configOf(at('in')))
    for await (const finding of records.audit.verify()) wrong.push(finding)
    expect(wrong).toEqual([])
    expect(await records.audit.last()).toEqual(await it.archive.audit.last())
    expect((await records.audit.last())?.signer).toMatch(/^[0-9a-f]{16}$/)
    records.close()
    // Bytes that no row names any more, such as those of a table that was imported, stay behind.
    const db = openForReading(join(it.home, 'catalogue.sqlite'))
    const named = db
      .prepare<[], string>('select sha256 from file union select sha256 from upload')
      .pluck()
      .all()
    db.close()
    const kept = (await names(join(it.home, 'originals'))).filter((path) => named.includes(path.slice(6)))
    expect(kept.length).toBeGreaterThan(10)
    expect((await names(at('in', 'originals'))).filter((path) => named.includes(path.slice(6)))).toEqual(kept)
  })

  test('finds what it found', async () => {
    const queries = [
      'serov',
      '"corrected text"',
      'instructions deport*',
      'bagged',
      'mark:reading',
      'title:claimed -serov',
      '"under embargo"',
    ]
    const answers = async (home: string, role: 'administrator' | 'reader') => {
      const { deps, close } = await openSearch(configOf(home))
      const found = []
      for (const q of queries) {
        const { hits, total } = await search(deps, { id: 'test', role }, {
          ...{ q, limit: 50, cursor: null, match: 'auto', transliterate: true, sort: 'relevance' },
          ...{ in: ['text', 'description', 'annotations'], filter: {} },
        } as Parameters<typeof search>[2])
        found.push({ q, total, hits })
      }
      await close()
      return found
    }
    const before = await answers(it.home, 'administrator')
    expect(before.filter(({ total }) => total.documents === 0)).toEqual([])
    expect(await answers(at('in'), 'administrator')).toEqual(before)
    const seen = await answers(it.home, 'reader')
    expect(seen).not.toEqual(before)
    expect(await answers(at('in'), 'reader')).toEqual(seen)
  })

  test('leaves again as it left before, but for dates and tokens', async () => {
    await exported(at('in'), at('again'))
    const [first, second] = [await contents(at('out')), await contents(at('again'))]
    expect([...second.keys()]).toEqual([...first.keys()])
    const differing = [...first].filter(([path, digest]) => second.get(path) !== digest).map(([path]) => path)
    const dated = /(^|\/)(bag-info|tagmanifest-sha256)\.txt$/
    expect(differing.filter((path) => !dated.test(path))).toEqual([
      'archive/data/bags.jsonl',
      'archive/data/records/token.jsonl',
      'archive/manifest-sha256.txt',
    ])
  })

  test('carries no secret and says everything else in the clear', async () => {
    const all = (
      await Promise.all(
        (
          await names(at('out'))
        )
          .filter((path) => /\.(jsonl|txt|jsonld)$/.test(path))
          .map((path) => readFile(at('out', path), 'utf8')),
      )
    ).join('')
    const db = openForReading(join(it.home, 'catalogue.sqlite'))
    const secrets = db
      .prepare<[], string>(`
      select password from account where password is not null union all select lower(hex(digest)) from token
      union all select lower(hex(digest)) from session union all select lower(hex(digest)) from entry_link`)
      .pluck()
      .all()
    db.close()
    expect(secrets.length).toBeGreaterThan(3)
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
    const texts = (await names(at('out'))).filter((path) => path.includes('/data/texts/'))
    expect(texts.length).toBeGreaterThan(10)
    expect(all).toContain('bagged corrected text bagged corrected text, again')
  })

  const spoilt: [string, (where: string) => Promise<unknown>, RegExp][] = [
    [
      'a changed record',
      (where) => appendFile(join(where, 'archive/data/records/group.jsonl'), ' '),
      /group\.jsonl was changed/,
    ],
    [
      'a bag that is gone',
      async (where) => rm(join(where, 'documents', await firstOf(where)), { recursive: true }),
      /The bag is missing/,
    ],
    [
      'a bag of another archive',
      async (where) =>
        cp(join(where, 'documents', await firstOf(where)), join(where, 'documents/d0'), { recursive: true }),
      /lists \d+ bags of documents, but there are/,
    ],
    [
      'a link',
      async (where) => symlink('/etc/hostname', join(where, 'archive/data/extra')),
      /data\/extra is a link/,
    ],
    [
      'what is to be fetched',
      (where) => writeFile(join(where, 'archive/fetch.txt'), ''),
      /It has a fetch\.txt: bring all files/,
    ],
    [
      'another form',
      async (where) =>
        rebag(where, 'archive', 'bag-info.txt', (text) => text.replace('fonds-bag/1', 'fonds-bag/2')),
      /this program knows fonds-bag\/1/,
    ],
    [
      'another version of BagIt',
      async (where) => rebag(where, 'archive', 'bagit.txt', (text) => text.replace('1.0', '3.0')),
      /version 3\.0/,
    ],
  ]
  test.each(spoilt)('%s is refused before anything is written', async (_, spoil, says) => {
    const [where, home] = [at('spoilt'), at('spoilt-home')]
    await rm(where, { recursive: true, force: true })
    await cp(at('small'), where, { recursive: true })
    await spoil(where)
    const { imported: none, findings } = await imported(where, home)
    expect(none).toBeNull()
    expect(findings.map((finding) => finding.says).join('\n')).toMatch(says)
    await expect(stat(home)).rejects.toThrow()
  })

  const forged: [string, string, (text: string) => string, RegExp][] = [
    [
      'a row that is no JSON',
      'group',
      () => '{"id":',
      /archive\/data\/records\/group\.jsonl, line 1: .*JSON/,
    ],
    ['a row that is a list', 'group', () => '[]', /line 1: It is no JSON object/],
    [
      'a field that is not known',
      'group',
      (text) => text.replace('"name"', '"__proto__"'),
      /line 1: __proto__: is nothing/,
    ],
    [
      'a number for a text',
      'group',
      (text) => text.replace(/"name":"[^"]*"/, '"name":1'),
      /line 1: name: must be a text/,
    ],
    ['a row twice', 'group', (text) => `${text}${text}`, /line 2: It cannot be \(UNIQUE constraint/],
    ['a row without what it must say', 'group', () => '{"id":"g1"}\n', /line 1: It cannot be \(NOT NULL/],
    [
      'a row that names what is not there',
      'group-member',
      (text) => text.replace(/"account":"[^"]*"/, '"account":"u0"'),
      /A group-member names a account that is not there/,
    ],
    [
      'digests that are none',
      'event',
      (text) => text.replace(/"digest":"[^"]*"/, '"digest":"xyz"'),
      /line 1: digest: must be bytes/,
    ],
  ]
  test.each(forged)('%s is refused, and told by file and line', async (_, record, forge, says) => {
    const [where, home] = [at('forged'), at('forged-home')]
    for (const path of [where, home]) await rm(path, { recursive: true, force: true })
    await cp(at('small'), where, { recursive: true })
    await rebag(where, 'archive', `data/records/${record}.jsonl`, forge)
    await expect(imported(where, home)).rejects.toThrow(says)
    expect(await readdir(home)).not.toContain('catalogue.sqlite')
    expect(() => refuseHalfRestored(home)).toThrow('run "fonds bags import" again')
    // What was begun is gone on with by sound bags.
    expect(await imported(at('small'), home)).toMatchObject({ imported: {}, findings: [] })
  })

  test('a bag of before a column came is read, with what it had meant', async () => {
    const [where, home] = [at('older'), at('older-home')]
    await cp(at('small'), where, { recursive: true })
    await rebag(where, 'archive', 'data/records/group.jsonl', (text) => text.replace(/,"version":\d+/, ''))
    expect(await imported(where, home)).toMatchObject({ imported: { documents: 1 }, findings: [] })
    const db = openForReading(join(home, 'catalogue.sqlite'))
    expect(db.prepare('select version from person_group').pluck().all()).toEqual([1])
    db.close()
  })

  test('comes into an empty archive alone', async () => {
    await expect(imported(at('out'), at('in'))).rejects.toThrow(
      /is not empty \(it has \S+\): name a new or empty folder/,
    )
    await expect(imported(at('out', 'documents', await firstOf(at('out'))), at('none'))).rejects.toThrow(
      'are of no archive',
    )
    await expect(imported(at('in'), at('none'))).rejects.toThrow('There is no bag in')
  })

  test('an original that is missing is told when it leaves and when it comes, and the rest is there', async () => {
    const [home, where] = [at('poor'), at('poor-bags')]
    await imported(at('small'), home)
    const [one] = await names(join(home, 'originals'))
    await rm(join(home, 'originals', one ?? ''))
    const says = expect.stringMatching(/^The bytes of ".+" are missing\. It is not in the bag\.$/)
    expect((await exported(home, where)).findings).toContainEqual(expect.objectContaining({ says }))
    expect(await verifyBags(openBags(where), nothing)).toMatchObject({ findings: [], isArchive: true })
    const { imported: all, findings } = await imported(where, at('poor-again'))
    expect(all?.documents).toBe(1)
    expect(findings).toContainEqual(
      expect.objectContaining({ says: expect.stringMatching(/are missing\. The bags have none\.$/) }),
    )
  })
})

/** Bags of an archive of one document, a group and somebody in it. */
async function smallArchive(where: string): Promise<void> {
  const it = await aServedArchive()
  try {
    await it.add(['One page.'])
    const [{ id }, group] = [
      await aPerson(it, 'reader', 'somebody'),
      await made(it, '/groups', { name: 'Some' }),
    ]
    expect((await it.put(`/groups/${group.id}/members/${id}`)).status).toBeLessThan(300)
    await exported(it.home, where)
  } finally {
    await it.close()
  }
}

/** Something of everything that an archive can know. */
async function furnished(it: Served): Promise<void> {
  const say = (field: string) => `bagged ${field}`
  const things = await furnishNames(it, say)
  const paper = await furnish(it, say, things)
  await furnishWork(it, say)
  const sent = (reply: { status: number; text: string }) => expect(reply.status, reply.text).toBeLessThan(300)

  const [member, group] = [
    await aPerson(it, 'annotator', 'member'),
    await made(it, '/groups', { name: say('group') }),
  ]
  sent(await it.put(`/groups/${group.id}/members/${member.id}`))
  const closed = { level: 'fonds', title: say('closed'), visibility: 'restricted', group: group.id }
  const { id: around } = await made(it, '/collections', closed)
  const { id: collection } = await made(it, '/collections', {
    level: 'series',
    title: say('series'),
    parent: around,
  })
  await made(it, '/documents', { title: say('closed title'), collection, visibility: 'members' })
  sent(await it.put(`/collections/${around}/roles/${group.id}`).send({ role: 'annotator' }))
  sent(await it.post('/invitations').send({ role: 'reader' }))
  await it.archive.deps.tokenWriter.add({
    actor: 'test',
    at: it.archive.deps.clock(),
    id: 'k1',
    name: say('token'),
    role: 'reader',
    digest: createHash('sha256').update('k1').digest(),
    account: null,
    expiresAt: null,
  } as never)
  await it.add([say('for a group')], { visibility: 'restricted', group: group.id })
  await it.add([say('under embargo')], { visibility: 'embargoed', embargoUntil: '2131-01-01' })
  const gone = await it.add([say('deleted'), say('too')], { title: say('what is deleted') })
  sent(await it.delete(`/documents/${gone.id}`))

  const batch = await made(it, '/uploads', { name: say('folder') })
  sent(await it.post(`/uploads/${batch.id}/files`).attach('files', Buffer.from(say('letter')), 'letter.txt'))
  sent(await it.post(`/uploads/${batch.id}/commit`).send({}))

  const resumable = { 'Tus-Resumable': '1.0.0' }
  const upload = await it
    .post('/uploads/tus')
    .set({ ...resumable, 'Upload-Length': '5', 'Upload-Metadata': 'filename YS50eHQ=' })
  sent(upload)
  sent(
    await it
      .patch(new URL(upload.headers.location ?? '', 'http://localhost').pathname)
      .set({ ...resumable, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' })
      .send('whole'),
  )

  const reply = (target: string) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    motivation: 'replying',
    via: `https://example.org/${target}`,
    body: { type: 'TextualBody', value: say('reply'), purpose: 'replying' },
    target: `/annotations/${target}`,
  })
  const answer = await made(
    it,
    `/documents/${paper.documentId}/annotations/`,
    reply(paper.annotationId ?? ''),
  )
  const second = await made(it, '/annotations/', reply(String(answer.id).split('/').at(-1) ?? ''))
  const hidden = await made(
    it,
    `/documents/${paper.documentId}/annotations/`,
    reply(paper.annotationId ?? ''),
  )
  sent(
    await it
      .post(`/api/v1/annotations/${String(hidden.id).split('/').at(-1)}/hide`)
      .send({ because: say('because') }),
  )
  sent(await it.delete(`/annotations/${String(second.id).split('/').at(-1)}`))

  const changed = await it.post(`/witnesses/${paper.witnessId}/page-changes`).send({
    operations: [
      { op: 'move', from: 2, to: 2, after: 0 },
      { op: 'missing', after: 1, label: '2r', note: say('cut out') },
    ],
  })
  sent(changed)
  const redacted = await it
    .post(`/documents/${paper.documentId}/pages/1/redactions`)
    .send({ quotes: ['text'], because: say('withheld'), tells: true })
  sent(redacted)
  sent(await it.patch(`/documents/${paper.documentId}/pages/2`).send({ visibility: 'members' }))

  const twin = await made(it, '/agents', { kind: 'person', names: [{ text: say('twin') }] })
  sent(await it.post(`/agents/${twin.id}/merge`).send({ into: things.agents }))
  sent(await it.post(`/agents/${twin.id}/unmerge`))
  sent(await it.post(`/agents/${twin.id}/merge`).send({ into: things.agents }))
  const [offered] = (await it.get('/suggestions')).body.items
  if (offered) sent(await it.post(`/suggestions/${offered.id}/dismiss`))

  await it.idle()
  await sealArchive(it.archive.deps)
  const [event] = (await it.get(`/documents/${gone.id}/history`)).body.items ?? []
  const { items } = (await it.get(`/documents/${paper.documentId}/history`)).body
  await it.archive.deps.auditWriter.erase({
    actor: 'test',
    at: it.archive.deps.clock(),
    event: (event ?? items[0]).id,
    reason: say('erased'),
  })
}

const firstOf = async (where: string) => (await readdir(join(where, 'documents'))).toSorted()[0] ?? ''

/** All files below a folder. */
const names = async (where: string) =>
  (await readdir(where, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(where.length + 1))
    .toSorted()

async function contents(where: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const path of await names(where)) found.set(path, digestOf(await readFile(join(where, path))))
  return found
}

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** Changes a file of a bag, and the manifests so that nothing shows. */
async function rebag(
  where: string,
  bag: string,
  path: string,
  change: (text: string) => string,
): Promise<void> {
  const at = (name: string) => join(where, bag, name)
  const replace = async (name: string, to: (text: string) => string): Promise<[string, string, number]> => {
    const before = await readFile(at(name), 'utf8')
    const after = to(before)
    await writeFile(at(name), after)
    return [digestOf(before), digestOf(after), Buffer.byteLength(after) - Buffer.byteLength(before)]
  }
  const [from, to, more] = await replace(path, change)
  const tags = [path]
  if (path.startsWith('data/')) {
    tags.push('manifest-sha256.txt', 'bag-info.txt')
    const swaps = [
      await replace('manifest-sha256.txt', (text) => text.replace(from, to)),
      await replace('bag-info.txt', (text) =>
        text.replace(/Payload-Oxum: (\d+)/, (_, bytes) => `Payload-Oxum: ${Number(bytes) + more}`),
      ),
    ]
    for (const [old, now] of swaps) await replace('tagmanifest-sha256.txt', (text) => text.replace(old, now))
  } else await replace('tagmanifest-sha256.txt', (text) => text.replace(from, to))
}
