import { writeFile } from 'node:fs/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { expireUploads } from '../../src/actions/finish-upload.ts'
import { sealArchive } from '../../src/actions/seal-archive.ts'
import { sweepOrphans } from '../../src/actions/sweep-orphans.ts'
import { everybody } from '../../src/domain/audience.ts'
import { runJobs } from '../../src/ingest/run-jobs.ts'
import { newId } from '../../src/tools/ids.ts'
import { sha256 } from './client.ts'
import { anArchiveWhoseJobsWait } from './waiting-jobs.ts'

const day = 86_400_000
const at = (days: number) => new Date(Date.UTC(2026, 10, 27) + days * day).toISOString()

afterEach(() => void vi.useRealTimers())

test('a job that was put off is taken up again soon after the clock has gone back a day, or forward a year', async () => {
  await using archive = await anArchiveWhoseJobsWait()
  const { deps } = archive
  for (const leap of [-1, 365]) {
    await archive.addText(`A text of ${leap}.`)
    let days = 0
    let tried = 0
    const addPages = (command: Parameters<typeof deps.textWriter.addPages>[0]) => {
      if (tried++ > 0) return deps.textWriter.addPages(command)
      days = leap
      return Promise.reject(Object.assign(new Error('the disk failed'), { code: 'EIO' }))
    }
    const begun = Date.now()
    const clock = () => new Date(Date.now() + days * day).toISOString()
    const texts = { ...deps.textWriter, addPages }
    const runner = runJobs({ ...deps, texts, extractor: archive.extractor, clock }, 1)
    await expect.poll(() => tried, { timeout: 20_000 }).toBe(2)
    await runner.idle()
    await runner.stop()
    expect(Date.now() - begun).toBeLessThan(20_000)
  }
})

test('what was recorded stays in its order, sealed and sound, whatever the clock said meanwhile', async () => {
  await using archive = await anArchiveWhoseJobsWait()
  const { deps } = archive
  const titles: string[] = []
  for (const days of [0, 365, -1, 0, -400]) {
    const clock = () => at(days)
    const seen = await archive.addText(`Text ${days} ${titles.length}.`, clock)
    titles.push(seen)
    await sealArchive({ ...deps, clock })
  }
  expect(await archive.listed()).toEqual(titles.toReversed())
  for await (const finding of archive.audit.verify()) expect(finding).toBe(null)
  expect((await archive.audit.last())?.at).toBe(at(-400))
})

test('a leap ahead sweeps nothing that an upload under way needs; what grows old while it runs, goes', async () => {
  await using archive = await anArchiveWhoseJobsWait()
  const { deps } = archive
  const half = await deps.files.incoming()
  await writeFile(half, 'half')
  // Its row is about to be written.
  const bytes = Buffer.from('whole')
  const whole = await deps.files.incoming()
  await writeFile(whole, bytes)
  await deps.files.put(whole, sha256(bytes))
  const id = newId('u')
  await writeFile(await deps.files.partial(id), 'piece')
  const expiresAt = new Date(Date.now() + deps.uploadExpiryMs).toISOString()
  const upload = { id, batch: null, name: 'a.txt', path: 'a.txt', bytes: 10, metadata: {}, expiresAt }
  await deps.uploadWriter.create({ actor: 'a keeper', at: deps.clock(), ...upload })

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 365 * day })
  expect([await expireUploads(deps), await sweepOrphans(deps)]).toEqual([0, 0])
  expect(await deps.uploads.find(id, deps.ageClock())).toMatchObject({ id })
  await writeFile(half, 'half and more', { flag: 'r+' })

  const ageClock = () => new Date().toISOString()
  expect([await expireUploads({ ...deps, ageClock }), await sweepOrphans({ ...deps, ageClock })]).toEqual([
    1, 1,
  ])
  await writeFile(half, 'never swept by its own process', { flag: 'r+' })
})

test('a list goes on where it ended, whatever the clock says meanwhile', async () => {
  await using archive = await anArchiveWhoseJobsWait()
  const { deps } = archive
  const begun = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: begun })
  const before: string[] = []
  for (const days of [0, 365, 1, -400, 2]) {
    vi.setSystemTime(begun + days * day)
    before.unshift(await archive.addText(`Text of day ${days}.`))
  }
  const seen: string[] = []
  let cursor: string | null = null
  let leap = 365
  do {
    const page = await deps.documents.list(everybody, {}, { limit: 2, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
    leap = -leap
    vi.setSystemTime(begun + leap * day)
    await archive.addText(`Text added meanwhile, at ${leap}.`)
  } while (cursor !== null)
  expect(seen).toEqual(before)
})

test('ids rise while a process runs, also when its clock goes back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-02') })
  const before = newId('d')
  vi.setSystemTime(new Date('2027-01-01'))
  const after = newId('d')
  expect(after > before).toBe(true)
})
