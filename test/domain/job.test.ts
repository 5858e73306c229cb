import { expect, test } from 'vitest'
import { type Job, paceOf } from '../../src/domain/job.ts'

const at = '2026-03-01T12:00:10.000Z'
const job: Job = {
  ...{
    id: 'j',
    kind: 'picture',
    state: 'running',
    document: null,
    file: null,
    title: null,
    name: null,
    uploads: null,
    import: null,
    waiting: null,
    unattended: null,
    message: null,
    error: null,
  },
  ...{ done: 30, total: 100, createdAt: at, startedAt: '2026-03-01T12:00:00.000Z', finishedAt: null },
}

test.each<[Partial<Job>, number | null, number | null]>([
  [{}, 3, 24],
  [{ total: null }, 3, null],
  [{ done: 100 }, 10, 0],
  [{ done: 0 }, null, null],
  [{ startedAt: null }, null, null],
  [{ startedAt: '2026-03-01T12:00:11.000Z' }, null, null],
  [{ state: 'queued' }, null, null],
])('a job that is %j does %s a second and needs %s more seconds', (part, perSecond, secondsLeft) => {
  expect(paceOf({ ...job, ...part }, at)).toEqual({ perSecond, secondsLeft })
})
