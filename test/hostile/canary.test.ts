import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, type Served } from '../api/client.ts'
import { aPerson } from '../api/people.ts'
import { isLong } from '../support/long.ts'
import { pathOf, queriesOf } from './addresses.ts'
import { type Operation, operationsOf } from './any-request.ts'
import { type Furniture, furnish, furnishCollection, furnishNames, made } from './furnished.ts'
import { type Answered, ask } from './raw.ts'

/** Stands in every text of what is hidden, and nowhere else. */
const canary = 'zykanarek'
const say = (field: string) => `${canary} ${field}`

type Headers = Record<string, string>
const everyOnlooker = ['nobody', 'one of another group', 'a reader', 'an annotator'] as const
// Between them, the first two may see least and most of what all four may.
const onlookers = isLong ? everyOnlooker : everyOnlooker.slice(0, 2)

describe('what is hidden', () => {
  let it: Served
  let port = 0
  let operations: Operation[] = []
  let open: Furniture = {}
  const hidden: Furniture[] = []
  const ids = new Set<string>()
  const as = new Map<string, Headers>([['nobody', {}]])
  const before = new Map<string, string>()

  beforeAll(async () => {
    it = await aServedArchive()
    port = (it.server.address() as AddressInfo).port
    operations = operationsOf((await it.get('/openapi.json')).body)
    for (const role of ['reader', 'annotator'] as const) {
      const { token } = await addToken(it.archive.deps, 'test', { name: role, role })
      as.set(role === 'reader' ? 'a reader' : 'an annotator', { Authorization: `Bearer ${token}` })
    }
    const names = await furnishNames(it, (field) => `open ${field}`)
    open = await furnish(it, (field) => `open ${field}`, names)
    const [inside, outside] = [
      await made(it, '/groups', { name: say('group') }),
      await made(it, '/groups', { name: 'Others' }),
    ]
    const member = await aPerson(it, 'annotator', 'outside')
    await it.put(`/groups/${outside.id}/members/${member.id}`)
    as.set('one of another group', member.as)
    // The first look at a page makes its image, whose size is told from then on.
    await get(`/iiif/image/3/${open.imagePage}/info.json`, 'nobody')
    for (const who of onlookers)
      for (const address of reads(open)) before.set(`${who} ${address}`, plainly(await get(address, who)))

    for (const veil of [
      { visibility: 'restricted', group: inside.id },
      ...(isLong
        ? [{ visibility: 'restricted' }, { visibility: 'embargoed', embargoUntil: '2131-01-01' }]
        : []),
    ])
      hidden.push(await furnish(it, say, names, veil))
    // Hidden by a collection alone, and only when all of it was there.
    const around = await made(it, '/collections', { level: 'fonds', title: say('closed') })
    const closed = await furnishCollection(it, say, { parent: around.id })
    hidden.push(await furnish(it, say, { ...names, collectionId: closed }))
    const close = { visibility: 'restricted', group: inside.id }
    expect((await it.patch(`/collections/${around.id}`).send(close)).status).toBe(200)
    ids.add(around.id)
    for (const text of hidden.flatMap((things) => Object.values(things))) ids.add(text)
    for (const text of Object.values(open)) ids.delete(text)
    await it.idle()
  })
  afterAll(() => it.close())

  const get = (target: string, who: string, method = 'GET') => {
    const headers = Object.entries({ Host: 'archive.example', ...(who === 'keeper' ? keeper : as.get(who)) })
    return ask(port, { method, target, headers, body: Buffer.alloc(0) })
  }
  const reads = (things: Furniture) =>
    operations
      .filter(({ method, path }) => method === 'GET' && (isLong || !path.endsWith('.pdf')))
      .flatMap((operation) =>
        queriesOf(operation, canary, things).map((query) => `${pathOf(operation, things)}${query}`),
      )

  /** What archivists say of it beside what is open. */
  async function speakOf(document: string) {
    const on = `/documents/${open.documentId}/claims`
    await made(it, on, { property: 'confused-with', value: { document }, note: say('why') })
    const source = await made(it, '/sources', { document })
    ids.add(source.id)
    const sources = [{ source: source.id, quote: say('quoted') }]
    await made(it, on, { property: 'genre', value: { text: 'memorandum' }, sources })
    const retitled = await it.patch(`/documents/${document}`).send({ title: say('another title') })
    expect(retitled.status).toBe(200)
  }

  /** That it was thought to lie, and then did not, in a collection that is closed. */
  async function misplace(collection: string) {
    const said = { property: 'collection', value: { collection }, note: say('why there') }
    const on = `/witnesses/${open.witnessId}/claims`
    await made(it, on, { ...said, polarity: 'denied' })
    const { id } = await made(it, on, said)
    await made(it, `/claims/${id}/revisions`, { rank: 'deprecated', note: say('why not') })
  }

  async function hideRemark() {
    const remark = {
      type: 'Annotation',
      target: `/api/v1/documents/${open.documentId}/pages/1`,
      bodyValue: say('remark'),
    }
    const { id } = await made(it, '/annotations/', remark)
    const name = String(id.split('/').at(-1))
    ids.add(name)
    const { status } = await it
      .post(`/annotations/${name}/hide`.replace(/^/, '/api/v1'))
      .send({ because: say('reason') })
    expect(status).toBe(200)
    await made(it, '/invitations', { role: 'reader', login: canary, name: say('somebody') })
    await made(it, '/uploads', { name: say('batch') })
  }

  test.each(onlookers)('changes nothing that %s is told: no list, count, total or tag', async (who) => {
    const changes: string[] = []
    for (const address of reads(open)) {
      const known = before.get(`${who} ${address}`) ?? ''
      const now = plainly(await get(address, who))
      if (!living.test(address) && now !== known) changes.push(`${address}: ${difference(known, now)}`)
    }
    expect(changes).toEqual([])
  })

  test.each(onlookers)('is for %s what is not there, whatever they ask or send', async (who) => {
    const told: string[] = []
    const withoutHidden = (things: Furniture) =>
      Object.fromEntries(
        Object.entries(open).map(([name, id]) => [name, id === things[name] ? id : `x-${name}`]),
      )
    for (const operation of operations.filter(({ path }) => path.includes('{')))
      for (const things of hidden) {
        const [path, missing] = [pathOf(operation, things), pathOf(operation, withoutHidden(things))]
        if (path === missing) continue
        const found = plainly(await get(path, who, operation.method))
        const lost = plainly(await get(missing, who, operation.method))
        if (isStatus(found, 2) || withoutIds(found) !== withoutIds(lost))
          told.push(`${operation.method} ${path}: ${difference(withoutIds(lost), withoutIds(found))}`)
      }
    expect(told).toEqual([])
  })

  test('is found by who may see it, in the same places', async () => {
    const bare = reads(hidden[0] ?? {}).filter((address) => !address.includes('?'))
    const told = await Promise.all(bare.map(async (address) => plainly(await get(address, 'keeper'))))
    expect(told.filter((text) => text.includes(canary)).length).toBeGreaterThan(40)
  })

  test('leaves no word and no id with others where archivists speak of it beside what is open', async () => {
    for (const { documentId } of hidden) await speakOf(documentId ?? '')
    await misplace(hidden.at(-1)?.collectionId ?? '')
    await hideRemark()
    const traces: string[] = []
    const isAsked = (address: string) =>
      !address.includes(canary.slice(0, 5)) &&
      (isLong || !address.includes('?') || address.includes('q=title'))
    for (const who of onlookers.slice(1))
      for (const address of reads(open).filter(isAsked)) {
        const now = plainly(await get(address, who))
        const told = [canary, ...ids].find((trace) => now.includes(trace))
        if (told) traces.push(`${who} ${address}: ${around(now, now.indexOf(told))}`)
      }
    expect(traces).toEqual([])
  })
})

/** Of these, each answer is another. */
const living = /^\/(metrics|health)/

/** An answer without what differs from one to the next. */
function plainly({ status, headers, body }: Answered): string {
  const { date: _, 'x-request-id': id = '', 'content-length': __, ...kept } = headers
  const told = body
    .toString('latin1')
    .replaceAll(id || '\0', '')
    .replace(/"tookMs":[\d.]+/, '')
  return `${status} ${told} ${JSON.stringify(kept)}`
}

const isStatus = (told: string, hundreds: number) => told.startsWith(String(hundreds))
const withoutIds = (told: string) => told.replace(/(?<![\w-])([a-z][0-9a-f]{32}|x-\w+)/g, 'id')

const around = (text: string, at: number) => `…${text.slice(Math.max(0, at - 80), at + 120)}…`

function difference(a: string, b: string): string {
  const at =
    Array.from({ length: a.length }, (_, place) => place).find((place) => a[place] !== b[place]) ?? a.length
  return `${around(a, at)} became ${around(b, at)}`
}
