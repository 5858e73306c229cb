import { type Served, type Start, startWorker, threadOf } from '../../src/threads/connect.ts'

const idle = new Map<string, Served[]>()

/** A thread that goes on to the next archive when this one is closed: to load and warm one up takes longer than most tests. */
export const lentThread: Start = async (file, data) => {
  const free = idle.get(file.href) ?? []
  idle.set(file.href, free)
  const served = free.pop() ?? startWorker(file)
  served.worker.ref()
  let isOver = false
  void served.ended.then(() => {
    isOver = true
  })
  const giveBack = async () => {
    served.worker.unref()
    if (!isOver) free.push(served)
  }
  try {
    await served.call('thread', 'open', [data])
  } catch (error) {
    await giveBack()
    throw error
  }
  return threadOf(served, giveBack)
}
