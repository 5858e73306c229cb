import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isLong } from '../support/long.ts'
import { aFolder, fondsOneAfterAnother, served } from '../support/process.ts'
import { type Client, clientOf, seeded } from './client.ts'
import * as deeds from './deeds.ts'

const clients = isLong ? 50 : 8
const seconds = isLong ? 30 * 60 : 4
/** How long a client looks at an answer before it asks again, on average. */
const pauseMs = isLong ? 250 : 50
const random = seeded(19410617)
const upTo = (count: number) => Math.floor(random() * count)
const pick = <T>(from: readonly T[]): T | undefined => from[upTo(from.length)]

const words = [
  'registered',
  'leaf',
  'corrected',
  '"leaf leafc1n1p1"',
  'regist*',
  'volume OR remark',
  'registerd~',
]

/** What the clients ask, as often as they do of a hundred times; of what is changed, little is new. */
function anAct(world: deeds.World, name: string): { search: string } | { read: string } | deeds.Deed {
  const paper = pick(world.papers)
  const at = upTo(100)
  if (!paper || at < 2) return deeds.anUpload(world, name, at % 2 === 0 ? 'txt' : 'pdf', 1 + upTo(10))
  if (at < 50) return { search: `/api/v1/search?q=${encodeURIComponent(pick(words) ?? '')}` }
  const reads = [
    ...[`/api/v1/documents/${paper.id}`, `/api/v1/documents/${paper.id}/pages`, '/api/v1/documents?limit=20'],
    ...[`/api/v1/documents/${paper.id}/dating`, `/iiif/3/${paper.id}/manifest`, '/api/v1/suggest?q=vol'],
    ...[`/api/v1/documents/${paper.id}/text`, `/api/v1/documents/${paper.id}/history`, '/api/v1/jobs', '/'],
  ]
  if (at < 85) return { read: pick(reads) ?? '/' }
  const remark = pick(world.remarks.filter(({ text, isBusy }) => text !== null && !isBusy))
  if (at < 92 || !remark) return deeds.anAnnotation(world, paper, `Remark ${name}`)
  if (at < 95) return deeds.anEdit(remark, `Edit ${name}`)
  if (at < 98 && paper.free.length > 0) return deeds.aCorrection(paper, `Corrected in ${name}`)
  return deeds.aClaim(paper, name)
}

/** A client at work until its time is over; returns how long its searches took, in milliseconds. */
async function work(client: Client, world: deeds.World, name: string, end: number): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; Date.now() < end; n++) {
    const act = anAct(world, `${name}n${n}`)
    const begun = performance.now()
    if ('attempt' in act) await act.attempt(client)
    else {
      const path = 'search' in act ? act.search : act.read
      const reply = await client.get(path)
      const body = await reply.text()
      expect(reply.status, `${path}: ${body}`).toBe(200)
      if ('search' in act) times.push(performance.now() - begun)
    }
    await sleep(random() * 2 * pauseMs)
  }
  return times
}

/** Resident memory of a process, in MB (proc(5)). */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
}

test(
  `${clients} clients search, read and write for ${seconds} seconds without an error, and memory stays level`,
  async () => {
    await using home = await aFolder()
    await using server = await served(home.path, { FONDS_RATE: '0', FONDS_LOG: 'error' })
    const world: deeds.World = { papers: [], remarks: [] }
    const client = clientOf(server.address)
    const end = Date.now() + seconds * 1000
    const resident: number[] = []
    const watch = setInterval(() => void residentOf(server.pid).then((now) => resident.push(now)), 1000)
    const working = Array.from({ length: clients }, (_, at) => work(client, world, `c${at}`, end))
    const times = (await Promise.all(working).finally(() => clearInterval(watch)))
      .flat()
      .sort((a, b) => a - b)
    const percentile = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
    expect(world.papers.length).toBeGreaterThan(0)
    expect(times.length).toBeGreaterThan(0)
    if (isLong) {
      const tenths = [1, 3, 5, 7, 9].map((tenth) => medianOfTenth(resident, tenth))
      console.log(
        `${times.length} searches, p50 ${percentile(0.5).toFixed(1)}, p95 ${percentile(0.95).toFixed(1)}, p99 ${percentile(0.99).toFixed(1)} ms; ` +
          `${world.papers.length} documents and ${world.remarks.length} annotations made; resident by fifths: ${tenths.map(Math.round).join(', ')} MB`,
      )
      expect(percentile(0.99)).toBeLessThanOrEqual(150)
      expect(medianOfTenth(resident, 9)).toBeLessThan(1.25 * medianOfTenth(resident, 3))
    }
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    expect(server.stderr()).not.toMatch(/^\{/m)
    const checks = await fondsOneAfterAnother(home.path, [['verify'], ['audit', 'verify']])
    for (const ran of checks) expect(ran).toMatchObject({ code: 0 })
  },
  60_000 + seconds * 2000,
)

function medianOfTenth(samples: readonly number[], tenth: number): number {
  const part = samples.slice(
    Math.floor((samples.length * tenth) / 10),
    Math.ceil((samples.length * (tenth + 1)) / 10),
  )
  return part.toSorted((a, b) => a - b)[Math.floor(part.length / 2)] ?? Number.NaN
}
