import { Worker } from 'node:worker_threads'

/**
 * Makes this process end with its parent: at once when the channel closes, and within about a second even while its
 * own thread is stuck in a loop that no event can enter. A `group` ends with it where it leads one.
 */
export function followParent(parent: number, which: 'alone' | 'group' = 'alone'): void {
  const ends = which === 'group' ? -process.pid : process.pid
  process.on('disconnect', () => (which === 'group' ? process.kill(ends, 'SIGKILL') : process.exit()))
  new Worker(new URL('./parent-watch.ts', import.meta.url), { workerData: { parent, ends } }).unref()
}
