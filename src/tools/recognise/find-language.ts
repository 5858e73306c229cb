import { languageOf } from '../../domain/language/language-of.ts'
import { isMisreadCyrillic } from '../../domain/language/misread-cyrillic.ts'
import { layOut, type ReadBlock } from '../../domain/page/lay-out.ts'
import { meanConfidence } from '../../domain/page/placed-words.ts'
import { cyrillic, languageOfModel, modelOf } from './model-codes.ts'

/** Reads the same lines of a page with one model. */
export type Try = (model: string) => Promise<readonly ReadBlock[]>

const surely = 65
const mostTries = 8

/**
 * Finds the model for a page of which nothing is known, by reading some lines of it: with the English model first, whose
 * text tells the language of Latin letters (misread as they are) and whether the letters are Cyrillic; where it tells
 * nothing, with each of the others, for the one that is surest. `missing` is a language that has no model.
 */
export async function findLanguage(
  available: readonly string[],
  read: Try,
): Promise<{ model: string } | { missing: string }> {
  const first = firstModel(available)
  if (first === undefined) return { missing: 'en' }
  const seen = judge(first, await read(first))
  if (seen.letters === 0) return { model: first }
  const told = seen.language && modelOf(seen.language)
  if (told && seen.confidence >= surely)
    return available.includes(told) ? { model: told } : { missing: languageOfModel(told) }
  const isCyrillic = !cyrillic.has(first) && isMisreadCyrillic(seen.content)
  const others = available.filter((model) => model !== first && (!isCyrillic || cyrillic.has(model)))
  if (isCyrillic && others.length === 0) return { missing: 'ru' }
  const tried = isCyrillic ? [] : [seen]
  for (const model of others.slice(0, mostTries)) tried.push(judge(model, await read(model)))
  const best = tried.toSorted((one, other) => other.worth - one.worth)[0]
  return { model: best?.model ?? first }
}

/** The model with which a page is read of which nothing is known. */
export const firstModel = (available: readonly string[]): string | undefined =>
  available.includes('eng') ? 'eng' : (available.find((model) => !cyrillic.has(model)) ?? available[0])

function judge(model: string, blocks: readonly ReadBlock[]) {
  const { content, placed } = layOut({ width: 1, height: 1 }, blocks)
  const confidence = meanConfidence(placed) ?? 0
  const language = languageOf(content)
  const fits = language !== null && modelOf(language) === model
  const letters = content.match(/\p{L}/gu)?.length ?? 0
  return { model, content, language, letters, confidence, worth: confidence + (fits ? 10 : 0) }
}
