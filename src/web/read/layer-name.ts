import { words } from '../words/words.ts'

/** A layer of text as people say it. */
export function layerName(layer: string): string {
  const language = /^translation:(.+)$/.exec(layer)?.[1]
  return language ? words.read.translation(languageName(language)) : (words.read.layers[layer] ?? layer)
}

const order = ['transcription', 'embedded', 'ocr']

/** Layers in the order in which the archive prefers them, translations behind. */
export const inOrder = (layers: readonly string[]): string[] => {
  const rank = (layer: string) => order.indexOf(layer) + 1 || order.length + 1
  return layers.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

/** A language by its tag (BCP 47) in English; the tag itself where it is none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
