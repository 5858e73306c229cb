import { layOut, type ReadBlock } from '../../domain/page/lay-out.ts'
import { meanConfidence } from '../../domain/page/placed-words.ts'
import { makePage } from '../extract/make-page.ts'
import { newWords } from '../extract/new-words.ts'
import { densest } from './densest.ts'
import { findLanguage } from './find-language.ts'
import { hasInk } from './has-ink.ts'
import type { Answer, EngineAtHand, Request } from './messages.ts'
import { languageOfModel, modelOf } from './model-codes.ts'
import { pgm, prepare } from './prepare.ts'
import { readTsv, type Scale } from './read-tsv.ts'

/** Has an engine read a picture (PGM) with some models; its TSV. */
export type Read = (engine: EngineAtHand, picture: Buffer, models: readonly string[]) => Promise<string>

const unscaled: Scale = { across: 1, down: 1 }

/** Recognises a page: with the models given, or with the one that fits it. Throws Unreadable with a whole sentence. */
export async function recognisePage({ picture, models, engines }: Request, read: Read): Promise<Answer> {
  const ready = await prepare(picture)
  if (!hasInk(ready) && engines[0] !== undefined) return answer(picture, [], models, engines[0])
  const available = [...new Set(engines.flatMap((engine) => engine.models))]
  const lines = models.length > 0 ? null : pgm(densest(ready))
  const found =
    lines === null
      ? null
      : await findLanguage(available, async (model) =>
          readTsv(await read(engineFor(engines, [model]), lines, [model]), unscaled),
        )
  if (found && 'missing' in found) return { kind: 'missing', language: found.missing }
  const whole = pgm(ready)
  const attempt = async (tried: readonly string[]) => {
    const engine = engineFor(engines, tried)
    const blocks = readTsv(await read(engine, whole, tried), ready.scale)
    return answer(picture, blocks, tried, engine)
  }
  if (found === null) return await attempt(models)
  const page = await attempt([found.model])
  // Of what a page says as a whole its language is told better than from some lines.
  const told = page.page.language && modelOf(page.page.language)
  if (!told || told === found.model || !available.includes(told)) return page
  const again = await attempt([told])
  return sureness(again) > sureness(page) ? again : page
}

/** The preferred engine that has all of the models. */
function engineFor(engines: readonly EngineAtHand[], models: readonly string[]): EngineAtHand {
  const able = engines.find((engine) => models.every((model) => engine.models.includes(model)))
  if (able === undefined) throw new Error(`No engine has ${models.join('+')}.`)
  return able
}

type Page = Extract<Answer, { kind: 'page' }>

function answer(
  { width, height }: Request['picture'],
  blocks: readonly ReadBlock[],
  models: readonly string[],
  { version }: EngineAtHand,
): Page {
  const { content, placed } = layOut({ width, height }, blocks)
  const assumed = models.length === 1 && models[0] !== undefined ? languageOfModel(models[0]) : null
  const page = makePage({ filePage: 1, label: null, width, height, content }, assumed)
  const { language, words } = page
  const engine = models.length > 0 ? `${version} (${models.join('+')})` : version
  return {
    kind: 'page',
    page: { kind: 'page', content, placed, language, engine, words, newWords: newWords()([page]) },
    models,
  }
}

const sureness = ({ page }: Page) => meanConfidence(page.placed) ?? 0
