import { Worker } from 'node:worker_threads'

/**
 * Makes this process end with its parent: at once when the channel closes, and within about a second even while its
 * own thread is stuck in a loop that no event can enter.
 */
export function followParent(parent: number): void {
  process.on('disconnect', () => process.exit())
  new Worker(new URL('./parent-watch.ts', import.meta.url), { workerData: parent }).unref()
}
