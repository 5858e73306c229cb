import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Models } from './messages.ts'

const system = ['/usr/share/tessdata', '/usr/local/share/tessdata', '/opt/homebrew/share/tessdata']
const debian = '/usr/share/tesseract-ocr'
const packaged = ['deu', 'eng', 'est', 'lav', 'lit']
const model = /^(?<code>[a-z]{3}(?:_[a-z]+)?)\.traineddata(?<packed>\.gz)?$/i
const notLanguages = new Set(['osd', 'equ', 'snum'])

/**
 * The files of models by their names, such as `lit`: those of the archive's own folder go before those of the system,
 * these before those that came with the program. Packed files (.gz) only the embedded engine reads.
 */
export async function findModels(
  own: string | null,
  native: string | null,
  packed: boolean,
): Promise<Models> {
  const debianFolders = (await namesIn(debian))
    .toReversed()
    .map((version) => join(debian, version, 'tessdata'))
  const folders = [own, native, ...debianFolders, ...system].filter((folder) => folder !== null)
  const models: Record<string, string> = {}
  for (const folder of folders) addFrom(models, folder, await namesIn(folder), packed)
  if (packed) {
    for (const code of packaged) {
      const folder = packageFolder(code)
      if (folder !== null) addFrom(models, folder, await namesIn(folder), packed)
    }
  }
  return models
}

function addFrom(models: Record<string, string>, folder: string, names: readonly string[], packed: boolean) {
  for (const name of names.toSorted()) {
    const { code, packed: isPacked } = model.exec(name)?.groups ?? {}
    if (code === undefined || notLanguages.has(code) || (isPacked && !packed)) continue
    models[code] ??= join(folder, basename(name))
  }
}

function packageFolder(code: string): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@tesseract.js-data/${code}/package.json`)
    return join(dirname(manifest), '4.0.0_best_int')
  } catch {
    return null
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => [])
}
