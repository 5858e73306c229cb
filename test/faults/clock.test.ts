import { afterEach, expect, test, vi } from 'vitest'
import { sealArchive } from '../../src/actions/seal-archive.ts'
import { runJobs } from '../../src/ingest/run-jobs.ts'
import { newId } from '../../src/tools/ids.ts'
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

test('ids rise while a process runs, also when its clock goes back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-02') })
  const before = newId('d')
  vi.setSystemTime(new Date('2027-01-01'))
  const after = newId('d')
  expect(after > before).toBe(true)
})
