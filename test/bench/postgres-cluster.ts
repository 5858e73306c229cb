import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const installed = '/usr/lib/postgresql'

/** A running PostgreSQL of its own; `host` is the folder of its socket. */
export type Cluster = { version: string; host: string; user: string; stop(): Promise<void> }

const settings = {
  listen_addresses: "''",
  shared_buffers: '512MB',
  work_mem: '64MB',
  maintenance_work_mem: '512MB',
  jit: 'off',
  fsync: 'off',
}

/**
 * Starts a new, empty PostgreSQL, the newest that Debian's packages installed, in a folder that is gone when it is
 * stopped; null where there is none. It refuses to run for root, so that then the account that Debian makes runs it.
 */
export async function startPostgres(): Promise<Cluster | null> {
  const version = await newestVersion()
  if (version === null) return null
  const account = process.getuid?.() === 0 ? await accountOf('postgres') : null
  const bin = (name: string, ...args: string[]) =>
    run(join(installed, version, 'bin', name), args, { ...account, cwd: tmpdir() })
  const host = await mkdtemp(join(tmpdir(), 'fonds-postgres-'))
  if (account) await chown(host, account.uid, account.gid)
  const data = join(host, 'data')
  const user = 'bench'
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  try {
    await bin('initdb', '-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
    const log = join(host, 'log')
    await bin('pg_ctl', 'start', '-w', '-D', data, '-l', log, '-o', `-k ${host} ${options.join(' ')}`)
  } catch (error) {
    await rm(host, { recursive: true, force: true })
    throw error
  }
  return {
    version,
    host,
    user,
    async stop() {
      await bin('pg_ctl', 'stop', '-w', '-m', 'fast', '-D', data)
      await rm(host, { recursive: true, force: true })
    },
  }
}

async function newestVersion(): Promise<string | null> {
  const versions = existsSync(installed) ? await readdir(installed) : []
  const whole = versions.filter((version) => existsSync(join(installed, version, 'bin', 'initdb')))
  return whole.toSorted((a, b) => Number(b) - Number(a))[0] ?? null
}

async function accountOf(name: string): Promise<{ uid: number; gid: number }> {
  const idOf = async (which: string) => Number((await run('id', [which, name])).stdout)
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}
