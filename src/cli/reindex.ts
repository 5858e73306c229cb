import { progressOn } from './progress.ts'

/** Makes the index anew and says how far it is; 0 when it is done. */
export function reindex({
  run,
  close,
}: {
  run: () => Iterable<{ done: number; total: number }>
  close: () => void
}): number {
  const progress = progressOn(process.stderr)
  let documents = 0
  try {
    for (const { done, total } of run()) {
      if (done === 1) progress.begin('Indexing', total)
      documents = done
      progress.step()
    }
    progress.end()
    console.log(`The index was made anew: ${documents} documents.`)
    return 0
  } finally {
    progress.end()
    close()
  }
}
