import { setTimeout as sleep } from 'node:timers/promises'
import { rederive as rederiveAll } from '../actions/rederive.ts'
import type { Archive } from '../app.ts'
import { ownOrFollow } from './own-or-follow.ts'
import { type Progress, progressOn } from './progress.ts'
import type { Opening } from './serve.ts'

const actor = { id: 'command line', role: 'administrator' } as const

/** What is made anew: images of pages, unless something else is named. */
export type RederiveOptions = { images?: boolean; texts?: boolean; recognition?: boolean }

/** Has what was made from originals made anew, by itself or by a server that serves the archive; 0 when it is done. */
export async function rederive(
  { open }: Opening,
  { images, texts = false, recognition = false }: RederiveOptions,
): Promise<number> {
  const archive = await open()
  const progress = progressOn(process.stderr)
  const wish = { images: images ?? (!texts && !recognition), texts, recognition }
  let files = 0
  try {
    for await (const { done, total } of rederiveAll(archive.deps, actor, wish)) {
      if (files === 0) progress.begin('Throwing away', total)
      while (files < done) {
        progress.step()
        files++
      }
    }
    progress.end()
    const release = await ownOrFollow(archive)
    try {
      await untilDone(archive, progress)
    } finally {
      release()
    }
    console.log(`Gone through ${files} files; what could not be made anew stands in the list of jobs.`)
    return 0
  } finally {
    progress.end()
    await archive.close()
  }
}

/** Waits until no job is left, and shows how many have ended. */
async function untilDone({ deps }: Archive, progress: Progress): Promise<void> {
  let left = await deps.jobs.open()
  progress.begin('Making anew', left)
  while (left > 0) {
    await sleep(200)
    for (const now = await deps.jobs.open(); left > now; left--) progress.step()
  }
  progress.end()
}
