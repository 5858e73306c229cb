import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Flags under which Node runs a reader: it may read the program and its libraries, and neither write, start a process
 * nor load native code; the file itself comes as an open descriptor. The heap may grow as far as the memory limit.
 */
export function sandboxFlags(entry: URL, memoryBytes: number): string[] {
  const program = [join(root, 'package.json'), join(root, 'src'), dirname(fileURLToPath(entry))]
  const allowed = new Set([...program, join(root, 'node_modules'), realNodeModules()])
  return [
    '--no-warnings',
    `--max-old-space-size=${Math.ceil(memoryBytes / 1024 / 1024)}`,
    '--permission',
    '--allow-worker',
    ...[...allowed].map((path) => `--allow-fs-read=${path}`),
  ]
}

/** Where the libraries really lie: the folder may be a link, or further up where packages are shared. */
function realNodeModules(): string {
  const library = createRequire(import.meta.url).resolve('pdf-parse')
  return library.slice(0, library.lastIndexOf('node_modules') + 'node_modules'.length)
}
