import { readdirSync, readFileSync } from 'node:fs'

export type Source = { path: string; text: string }

/** The TypeScript files below a folder of the repository, with paths relative to it. */
export function sources(folder: 'src' | 'test/api' = 'src'): Source[] {
  const root = new URL(`../../${folder}/`, import.meta.url)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }))
}
