import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { addToken } from '../actions/add-token.ts'
import { sweepOrphans } from '../actions/sweep-orphans.ts'
import { createMetrics } from '../api/metrics.ts'
import { createHttpServer } from '../api/server.ts'
import type { Archive, Log } from '../app.ts'
import type { Config } from '../config.ts'

export type Opening = { config: Config; open: () => Promise<Archive> }

export type Serving = {
  address: string
  /** The token that was made at this start, if one was: shown once. */
  token: string | null
  /** Resolves with the exit code once the server has been told to stop and everything under way is finished. */
  stopped: Promise<number>
}

const drainMs = 20_000

/** Serves the archive until SIGTERM or SIGINT; prints one line to stdout once it accepts connections. */
export async function serve(opening: Opening, version: string): Promise<number> {
  const { address, token, stopped } = await startServing(opening, version)
  if (token) console.error(`The administrator's token, shown this once:\n\n  ${token}\n`)
  console.log(`listening ${address}`)
  return stopped
}

/** Opens the archive under its lock, runs its jobs and listens. */
export async function startServing(
  { config, open }: Opening,
  version: string,
  prepare?: (archive: Archive) => Promise<void>,
): Promise<Serving> {
  const archive = await open()
  const unlock = await lockOrClose(archive)
  const { deps } = archive
  const token = await firstToken(archive)
  const runner = await archive.run()
  await prepare?.(archive)
  void sweepOrphans(deps).catch((error) => deps.log.warn({ err: error }, 'The sweep for leftovers failed'))

  const metrics = createMetrics()
  const parts = {
    database: () => deps.documents.find(''),
    index: () => deps.searchIndex.settled(),
    files: () => deps.files.incoming(),
  }
  const server = createHttpServer(
    { ...deps, onSearch: metrics.search, metrics, parts },
    { version, baseUrl: config.baseUrl },
  )
  server.listen(config.port, config.host)
  await once(server, 'listening')

  const stopped = Promise.race([signalled(), archive.broken.then((error) => broken(deps.log, error))]).then(
    async (code) => {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), drainMs)
      await Promise.all([closed, runner.stop()])
      clearTimeout(late)
      await archive.close()
      unlock()
      return code
    },
  )
  return { address: addressOf(server.address() as AddressInfo), token, stopped }
}

async function lockOrClose(archive: Archive): Promise<() => void> {
  try {
    return archive.lock()
  } catch (error) {
    await archive.close()
    throw error
  }
}

/** At the first start nobody could do anything without a token, so one is made. */
async function firstToken({ deps }: Archive): Promise<string | null> {
  if (deps.adminDigest || (await deps.tokens.list()).some((token) => token.revokedAt === null)) return null
  return (await addToken(deps, 'fonds', 'first administrator', 'administrator')).token
}

function signalled(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve(0))
    process.once('SIGINT', () => resolve(0))
  })
}

function broken(log: Log, error: Error | null): number {
  log.error({ err: error }, 'A thread of the archive ended, so nothing can go on; start it again')
  return 1
}

const addressOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
