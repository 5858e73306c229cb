import { ArchiveError } from '../domain/errors.ts'
import { centre, loadedSample, loadSamples, readSamples, type SampleDeps } from './load-samples.ts'
import { isSampleId, sampleCase } from './sample-case.ts'

export type SampleLoadingDeps = SampleDeps & {
  log: { error(details: object, message: string): void }
  /** Aborts when the server closes; what is under way then is gone on with by the next loading. */
  closing?: AbortSignal
}

/** How it stands with the sample archive. */
export type SampleState = {
  state: 'absent' | 'loading' | 'partly' | 'loaded'
  /** Whether loading it would begin or go on: nothing else is in the archive, or it was begun before. */
  loadable: boolean
  /** Documents read, of how many; 0 while none is loading. */
  done: number
  total: number
  /** The document of which it tells the story, once all is there. */
  document: string | null
  /** What went wrong the last time. */
  error: string | null
}

const everyone = { everything: true, classes: [], today: '' }
const first = { limit: 100, cursor: null }

/** Loads the sample archive beside all else that a server does, one loading at a time however many ask for it. */
export function sampleLoading(deps: SampleLoadingDeps) {
  let running: Promise<void> | null = null
  let progress = { done: 0, total: 0 }
  let error: string | null = null

  async function load(): Promise<void> {
    try {
      const onRead = (done: number, total: number) => {
        progress = { done, total }
      }
      const { told } = await loadSamples(deps, { onRead, signal: deps.closing })
      if (!told)
        error = 'A document of the sample was deleted before all was told of it: restore it, and load again.'
    } catch (thrown) {
      if (deps.closing?.aborted) return
      error = thrown instanceof Error ? thrown.message : String(thrown)
      deps.log.error({ err: thrown }, 'The sample archive could not be loaded')
    } finally {
      running = null
    }
  }

  async function see(): Promise<SampleState> {
    if (running) return { state: 'loading', loadable: true, ...progress, document: null, error: null }
    const { story } = await readSamples()
    const state = await sampleCase(deps, story).extent()
    const isOver = state === 'loaded'
    return {
      state,
      loadable: state === 'partly' || (state === 'absent' && !(await holdsOther(deps))),
      done: 0,
      total: 0,
      document: isOver ? await loadedSample(deps, centre) : null,
      error: isOver ? null : error,
    }
  }

  return {
    see,
    /** Begins to load it, or goes on. ArchiveError('conflict') in an archive that holds something else. */
    async begin(): Promise<SampleState> {
      const now = await see()
      if (now.state === 'loading' || now.state === 'loaded') return now
      if (!now.loadable) {
        throw new ArchiveError(
          'conflict',
          'The archive holds something already, and the sample is for an empty one: look at it with “npm run demo”, in an archive of its own.',
        )
      }
      // Nothing is waited for between here and there, so that two that ask at once begin one loading.
      if (!running) {
        progress = { done: 0, total: 0 }
        error = null
        running = load()
      }
      return see()
    },
  }
}

/** Whether there is anything in the archive that is not of the sample; what was deleted does not count. */
async function holdsOther(deps: SampleDeps): Promise<boolean> {
  const documents = await deps.documents.list(everyone, {}, first)
  const isSample = ({ identifiers }: { identifiers: readonly { scheme: string | null }[] }) =>
    identifiers.some(({ scheme }) => scheme === 'sample')
  if (!documents.items.every(({ description }) => isSample(description))) return true
  const things = await Promise.all([
    deps.collections.list(everyone, undefined, first),
    deps.sources.list(everyone, null, first),
    ...(['agent', 'place', 'happening'] as const).map((type) => deps.authorities.list(type, null, first)),
  ])
  return things.some(({ items }) => !items.every(({ id }) => isSampleId(id)))
}
