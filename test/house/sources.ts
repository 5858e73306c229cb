import { readdirSync, readFileSync } from 'node:fs'

export type Source = { path: string; text: string }

/** Made by a program, not by hand. */
const written = new Set(['web/api/types.ts', 'web/api/operations.ts'])

/** The TypeScript files below a folder of the repository, with paths relative to it. */
export function sources(folder: 'src' | 'test/api' = 'src'): Source[] {
  const root = new URL(`../../${folder}/`, import.meta.url)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !written.has(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }))
}
