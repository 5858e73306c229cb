import { ArchiveError } from '../../domain/errors.ts'
import { meanConfidence } from '../../domain/page/placed-words.ts'
import type { LanguageMissing, RecognisedPage, Recogniser } from '../../ports/recogniser.ts'
import type { Limits } from '../extract/watch.ts'
import { turns } from '../turns.ts'
import { type Engine, type EngineWish, findEngines } from './engines.ts'
import type { EngineAtHand, Request } from './messages.ts'
import { languageOfModel, missing, modelOf } from './model-codes.ts'
import { type LaidOut, layOutModels } from './model-folder.ts'
import { type Outcome, type RecognisingProcess, startRecognising } from './recognising-process.ts'

/** `tessdata` is a folder of models that goes before all others; `limits` hold for each page. */
export type RecogniserConfig = { engine: EngineWish; tessdata: string | null; places: number; limits: Limits }

const pagesOfAProcess = 50
const idleMs = 30_000
const convincing = 65
const defaultEntry = new URL('./child.ts', import.meta.url)

/**
 * Recognises pages with tesseract, native where it is on the PATH or else embedded, in `places` niced child processes that
 * live for some fifty pages or until they have nothing to do. A page that fails is tried once more with the other engine.
 */
export function recogniser(config: RecogniserConfig, entry: URL = defaultEntry): Recogniser {
  const places = config.engine === 'off' ? 0 : config.places
  const { take } = turns(places)
  const idle: RecognisingProcess[] = []
  const closing = new AbortController()
  let sweeping: NodeJS.Timeout | undefined
  let found: Promise<readonly Engine[]> | null = null
  let laidOut: Promise<LaidOut> | null = null
  const engines = () => {
    found ??= findEngines(config.engine, config.tessdata)
    return found
  }
  // Only when there is something to recognise: it leaves a folder behind until it is closed.
  const atHand = async () => {
    closing.signal.throwIfAborted()
    laidOut ??= engines().then(layOutModels)
    return laidOut
  }

  async function inAProcess(request: Request, signal: AbortSignal): Promise<Outcome> {
    const { readable } = await atHand()
    clearTimeout(sweeping)
    const running =
      idle.findLast((one) => !one.isOver()) ?? startRecognising({ entry, limits: config.limits, readable })
    if (idle.includes(running)) idle.splice(idle.indexOf(running), 1)
    try {
      return await running.recognise(request, signal)
    } finally {
      if (running.isOver() || running.pages >= pagesOfAProcess || closing.signal.aborted) await running.stop()
      else idle.push(running)
      sweeping = setTimeout(() => void sweep(), idleMs).unref()
    }
  }
  const sweep = async () => void (await Promise.all(idle.splice(0).map((one) => one.stop())))

  async function withRetry(
    request: Request,
    signal: AbortSignal,
  ): Promise<Exclude<Outcome, { kind: 'fault' }>> {
    const outcome = await inAProcess(request, signal)
    if (outcome.kind !== 'fault') return outcome
    const others = request.engines.filter(
      ({ name, models }) =>
        name !== outcome.engine && request.models.every((model) => models.includes(model)),
    )
    const again =
      outcome.engine === null || others.length === 0
        ? outcome
        : await inAProcess({ ...request, engines: others }, signal)
    if (again.kind === 'fault') throw new ArchiveError('unreadable-file', again.fault)
    return again
  }

  return {
    places,
    async recognise(picture, languages, signal) {
      const either = AbortSignal.any([signal, closing.signal])
      either.throwIfAborted()
      if ((await engines()).length === 0) throw new ArchiveError('unreadable-file', noEngine(config.engine))
      const { engines: ready } = await atHand()
      const { models, lacking } = modelsFor(languages, ready)
      if (lacking !== undefined && models.length === 0) return languageMissing(lacking)
      const giveBack = await take(either)
      try {
        const outcome = await withRetry({ picture, models, engines: ready }, either)
        if (outcome.kind === 'missing') return languageMissing(outcome.language)
        return lacking !== undefined && !convinces(outcome.page, models)
          ? languageMissing(lacking)
          : outcome.page
      } finally {
        giveBack()
      }
    },
    async abilities() {
      const there = await engines()
      const models = new Set(there.flatMap((engine) => Object.keys(engine.models)))
      return { engine: there[0]?.version ?? null, languages: [...models].map(languageOfModel).toSorted() }
    },
    async close() {
      closing.abort(
        new ArchiveError('busy', 'The archive is closing; the page is recognised after its next start.'),
      )
      clearTimeout(sweeping)
      await sweep()
      await (await laidOut)?.remove()
    },
  }
}

/** The models for the languages that one engine has, and the first language that none has. */
function modelsFor(languages: readonly string[], engines: readonly EngineAtHand[]) {
  const wanted = [...new Set(languages)].map((language) => ({ language, model: modelOf(language) }))
  const had = engines.map(({ models }) =>
    wanted.flatMap(({ model }) => (model && models.includes(model) ? [model] : [])),
  )
  const models = had.toSorted((one, other) => other.length - one.length)[0] ?? []
  const lacking = wanted.find(
    ({ model }) => model === null || !engines.some((one) => one.models.includes(model)),
  )
  return { models: [...new Set(models)], lacking: lacking?.language }
}

/** Whether a page reads well, and in a language that it was read in: then it needed no other. */
function convinces({ placed, language }: RecognisedPage, models: readonly string[]): boolean {
  const isKnown = language !== null && models.includes(modelOf(language) ?? '')
  return isKnown && (meanConfidence(placed) ?? 0) >= convincing
}

const languageMissing = (language: string): LanguageMissing => ({
  kind: 'language-missing',
  language,
  says: missing(language),
})

const noEngine = (wish: EngineWish) =>
  wish === 'off'
    ? 'Recognition is off: set FONDS_OCR to auto, then recognise the page again.'
    : 'There is no engine that has a model: install tesseract with a language, or set FONDS_OCR to auto, then recognise the page again.'
