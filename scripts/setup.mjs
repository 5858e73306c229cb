// Installs what is missing and builds the web pages when they have changed, before any other script runs. Plain JavaScript for any Node from 20 on, no dependencies;
// prints to stderr only, so that what a script writes to stdout stays its own.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.fonds-setup')
const lock = join(root, '.setup-lock')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')

const built = join(root, 'dist', 'web', '.built')

const says = (file, expected) => {
  try {
    return readFileSync(file, 'utf8') === expected
  } catch {
    return false
  }
}

/** What the web pages are built from, as one hash: their sources, how they are built, and the packages. */
const webSources = () => {
  const folder = join(root, 'src', 'web')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  const hash = createHash('sha256').update(wanted)
  for (const file of [...files.sort(), join(root, 'vite.config.ts')])
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

const isInstalled = () => says(stamp, wanted)
// Where there are no sources, as in an image that holds the pages as they were built, there is nothing to build.
const isBuilt = () => !existsSync(join(root, 'src', 'web')) || says(built, webSources())

/** Whether the process that made the lock still runs; a lock without a readable owner is judged by its age. */
const isHeld = () => {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return true
  } catch (error) {
    if (error.code === 'EPERM') return true
    if (error.code === 'ESRCH') return false
    try {
      return Date.now() - statSync(lock).mtimeMs < 10_000
    } catch {
      return false
    }
  }
}

const takeLock = () => {
  try {
    mkdirSync(lock)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!isHeld()) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

const install = () => {
  console.error('Installing what is missing (once)…')
  // The Node that is being replaced must not be the one that replaces it.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const env = { ...process.env, PATH: path.join(delimiter) }
  const result = spawnSync('npm ci --include=dev --no-audit --no-fund --loglevel=error', {
    cwd: root,
    env,
    shell: true,
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) {
    console.error('npm ci failed: see above. Nothing was started.')
    process.exit(result.status ?? 1)
  }
  writeFileSync(stamp, wanted)
}

const build = () => {
  const sources = webSources()
  console.error('Building the web pages…')
  // The Node of the packages, whatever the machine's own is; on systems where that has another place, this one.
  const own = join(root, 'node_modules', 'node', 'bin', 'node')
  const node = existsSync(own) ? own : process.execPath
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const result = spawnSync(node, [vite, 'build', '--config', 'vite.config.ts', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) {
    console.error('The web pages could not be built: see above. Nothing was started.')
    process.exit(result.status ?? 1)
  }
  writeFileSync(built, sources)
}

while (!isInstalled() || !isBuilt()) {
  if (!takeLock()) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    continue
  }
  try {
    if (!isInstalled()) install()
    if (!isBuilt()) build()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
