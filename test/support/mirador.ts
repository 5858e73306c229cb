import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const version = '4.0.0'
const integrity =
  'sha512-uWsE9e2oqSc/lUu+vVwDGhTsycuhGsfZ2KfX6CLfXiT3wgGy6qT9+q5M3V9Zz72hkdIgsJugKesaowmRtYmvrA=='
const kept = fileURLToPath(new URL('../../node_modules/.cache/fonds-viewers/', import.meta.url))

/**
 * Mirador as one script, from the registry of npm, kept beside the libraries; null where that cannot be reached. As a
 * dependency it would bring 170 packages and 290 MB to everybody who installs Fonds, for the sake of one test.
 */
export function miradorScript(): Buffer | null {
  const script = join(kept, `mirador-${version}.min.js`)
  if (existsSync(script)) return readFileSync(script)
  const folder = mkdtempSync(join(tmpdir(), 'fonds-viewers-'))
  try {
    execFileSync('npm', ['pack', `mirador@${version}`, '--silent'], { cwd: folder, stdio: 'ignore' })
    const packed = join(folder, `mirador-${version}.tgz`)
    const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`
    if (found !== integrity) throw new Error(`mirador@${version} is not what it was: ${found}`)
    const within = 'package/dist/mirador.min.js'
    execFileSync('tar', ['-xzf', packed, '-C', folder, within])
    mkdirSync(kept, { recursive: true })
    renameSync(join(folder, within), script)
    return readFileSync(script)
  } catch (error) {
    if (process.env.CI || !(error instanceof Error && 'status' in error)) throw error
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
