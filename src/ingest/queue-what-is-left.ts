import type { RunnerDeps } from './run-jobs.ts'

type Deps = Pick<RunnerDeps, 'recogniser' | 'recognitionWriter' | 'makesImages' | 'clock'>

/** Has files pictured and recognised that could not be until now, because of how the archive was started. */
export async function queueWhatIsLeft({
  recogniser,
  recognitionWriter,
  makesImages: images,
  clock,
}: Deps): Promise<void> {
  const { languages } = await recogniser.abilities()
  const wish = { images, recognition: recogniser.places > 0, languages }
  let after: string | null = null
  do after = await recognitionWriter.queue({ at: clock(), wish, after, most: 500 })
  while (after !== null)
}
