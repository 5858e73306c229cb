import { layOut, type ReadBlock } from '../../domain/page/lay-out.ts'
import { meanConfidence } from '../../domain/page/placed-words.ts'
import { makePage } from '../extract/make-page.ts'
import { newWords } from '../extract/new-words.ts'
import { densest } from './densest.ts'
import { findLanguage, firstModel } from './find-language.ts'
import { findTurn, sure } from './find-turn.ts'
import { hasInk } from './has-ink.ts'
import type { Answer, EngineAtHand, Request } from './messages.ts'
import { languageOfModel, modelOf } from './model-codes.ts'
import { type Prepared, pgm, prepare } from './prepare.ts'
import { readTsv, type Scale } from './read-tsv.ts'
import { type Pixels, type Turn, turned, turnedBack } from './turn-page.ts'

/** Has an engine read a picture (PGM) with some models; its TSV. */
export type Read = (engine: EngineAtHand, picture: Buffer, models: readonly string[]) => Promise<string>

const unscaled: Scale = { across: 1, down: 1 }

/**
 * Recognises a page: with the models given, or with the one that fits it. One that is not read surely is tried upside down
 * and on its sides, by some lines of it; boxes are those of the picture as it is. Throws Unreadable with a whole sentence.
 */
export async function recognisePage({ picture, models, engines }: Request, read: Read): Promise<Answer> {
  const ready = await prepare(picture)
  if (!hasInk(ready) && engines[0] !== undefined) return answer(picture, [], models, engines[0])
  const lines = linesOf(ready, async (pixels, tried) => read(engineFor(engines, tried), pgm(pixels), tried))
  const attempt = async (tried: readonly string[], turn: Turn) => {
    const engine = engineFor(engines, tried)
    const tsv = await read(engine, pgm(turned(ready, turn)), tried)
    const blocks = readTsv(tsv, ready.scale, (box) => turnedBack(box, turn, ready))
    return answer(picture, blocks, tried, engine)
  }
  if (models.length > 0) {
    const page = await attempt(models, 0)
    if (sureness(page) >= sure) return page
    const turn = await findTurn((way) => lines(way, models))
    return turn === 0 ? page : surer(page, await attempt(models, turn))
  }
  const available = [...new Set(engines.flatMap((engine) => engine.models))]
  const first = firstModel(available)
  const turn = first === undefined ? 0 : await findTurn((way) => lines(way, [first]))
  const found = await findLanguage(available, (model) => lines(turn, [model]))
  if ('missing' in found) return { kind: 'missing', language: found.missing }
  const page = await attempt([found.model], turn)
  // Of what a page says as a whole its language is told better than from some lines.
  const told = page.page.language && modelOf(page.page.language)
  if (!told || told === found.model || !available.includes(told)) return page
  return surer(page, await attempt([told], turn))
}

/** Reads the densest lines of a page that is turned, with some models, each way once. */
function linesOf(ready: Prepared, read: (pixels: Pixels, models: readonly string[]) => Promise<string>) {
  const known = new Map<string, readonly ReadBlock[]>()
  const bands = new Map<Turn, Pixels>()
  return async (turn: Turn, models: readonly string[]): Promise<readonly ReadBlock[]> => {
    const key = `${turn} ${models.join('+')}`
    const there = known.get(key)
    if (there) return there
    const band = bands.get(turn) ?? densest(turned(ready, turn))
    bands.set(turn, band)
    const blocks = readTsv(await read(band, models), unscaled)
    known.set(key, blocks)
    return blocks
  }
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

const surer = (one: Page, other: Page): Page => (sureness(other) > sureness(one) ? other : one)
