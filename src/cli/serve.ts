import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { linkToSetUp } from '../actions/account.ts'
import { addToken } from '../actions/add-token.ts'
import { checkFixity } from '../actions/check-fixity.ts'
import { expireUploads } from '../actions/finish-upload.ts'
import { sealArchive } from '../actions/seal-archive.ts'
import { sweepOrphans } from '../actions/sweep-orphans.ts'
import { createMetrics } from '../api/metrics.ts'
import { createHttpServer } from '../api/server.ts'
import type { Archive, Log } from '../app.ts'
import type { Config } from '../config.ts'
import { joinAddress } from '../domain/people/join-address.ts'

export type Opening = { config: Config; open: () => Promise<Archive> }

export type Serving = {
  address: string
  /** The token that was made at this start, if one was: shown once. */
  token: string | null
  /** Where the first account is made, at the first start. */
  setUp: string | null
  /** Resolves with the exit code once the server has been told to stop and everything under way is finished. */
  stopped: Promise<number>
}

const drainMs = 20_000
const sweepMs = 6 * 3_600_000
const sealMs = 3_600_000
const fixityMs = 600_000

/** Serves the archive until SIGTERM or SIGINT; prints one line to stdout once it accepts connections. */
export async function serve(opening: Opening): Promise<number> {
  const { address, token, setUp, stopped } = await startServing(opening)
  if (setUp)
    console.error(`Make the first account, of an administrator, here (it works once):\n\n  ${setUp}\n`)
  if (token) console.error(`The administrator's token, for programs, shown this once:\n\n  ${token}\n`)
  console.log(`listening ${address}`)
  return stopped
}

/** Opens the archive under its lock, runs its jobs and listens. What keeps it from that is thrown, all closed again. */
export async function startServing(
  opening: Opening,
  prepare?: (archive: Archive) => Promise<void>,
): Promise<Serving> {
  const archive = await opening.open()
  let unlock = () => {}
  let sweeping: NodeJS.Timeout | undefined
  let sealing: NodeJS.Timeout | undefined
  let sealed: Promise<unknown> = Promise.resolve()
  let watching: Promise<unknown> = Promise.resolve()
  const close = async () => {
    clearInterval(sweeping)
    clearInterval(sealing)
    await Promise.all([sealed, watching])
    await archive.close()
    unlock()
  }
  try {
    unlock = archive.lock()
    const runner = await archive.run()
    await prepare?.(archive)
    void sweep(archive)
    sweeping = setInterval(() => void sweep(archive), Math.min(sweepMs, opening.config.uploadExpiryMs))
    const closing = new AbortController()
    const server = serverOf(archive, opening.config, closing.signal)
    server.listen(opening.config.port, opening.config.host)
    await once(server, 'listening')
    const sealNow = () => {
      sealed = seal(archive, closing.signal)
    }
    sealNow()
    sealing = setInterval(sealNow, sealMs)
    watching = watchFixity(archive, opening.config, closing.signal)
    // What keeps it from that ends the archive, too.
    archive.warm().catch(() => {})
    // Not before it listens: nobody would be shown it.
    const address = addressOf(server.address() as AddressInfo)
    const token = await firstToken(archive)
    const setUp = await firstLink(archive, opening.config.baseUrl ?? address)
    const ending = Promise.race([
      signalled(),
      archive.broken.then((error) => broken(archive.deps.log, error)),
    ])
    const stopped = ending.then(async (code) => {
      closing.abort()
      await Promise.all([drained(server), runner.stop()])
      await close()
      return code
    })
    return { address, token, setUp, stopped }
  } catch (error) {
    await close()
    throw error
  }
}

function serverOf({ deps }: Archive, config: Config, closing: AbortSignal): Server {
  const metrics = createMetrics(() => deps.searchIndex.figures(), deps.fixity)
  const parts = {
    database: () => deps.documents.find(''),
    index: () => deps.searchIndex.settled(),
    files: () => deps.files.incoming(),
  }
  return createHttpServer({ ...deps, metrics, parts, closing }, config)
}

async function sweep({ deps, losses }: Archive): Promise<void> {
  // What a row named that is lost may be all that is left of it.
  if (losses().length > 0) return
  try {
    await expireUploads(deps)
    await sweepOrphans(deps)
  } catch (error) {
    deps.log.warn({ err: error }, 'The sweep for leftovers failed')
  }
}

const seal = ({ deps }: Archive, ends: AbortSignal) =>
  sealArchive(deps, ends).catch((error) =>
    deps.log.warn({ err: error }, 'What was recorded could not be sealed'),
  )

/** Compares originals with their digests whenever some are due, until it is told to end. */
async function watchFixity({ deps }: Archive, { fixity }: Config, ends: AbortSignal): Promise<void> {
  while (fixity.days > 0 && !ends.aborted) {
    await checkFixity(deps, fixity, ends).catch((error) =>
      deps.log.warn({ err: error }, 'Originals could not be compared with their digests'),
    )
    await sleep(fixityMs, undefined, { signal: ends }).catch(() => {})
  }
}

/** Takes no more connections and resolves once the requests under way are answered, or have had their time. */
async function drained(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  // A connection that is kept alive goes as soon as its last answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

/** At the first start nobody could do anything without a token, so one is made. */
async function firstToken({ deps }: Archive): Promise<string | null> {
  if (deps.adminDigest || (await deps.tokens.list()).some((token) => token.revokedAt === null)) return null
  return (await addToken(deps, 'fonds', { name: 'first administrator', role: 'administrator' })).token
}

/** Where somebody becomes the first administrator; null where anybody ever was invited. */
async function firstLink({ deps }: Archive, baseUrl: string): Promise<string | null> {
  if (await deps.accounts.isBegun()) return null
  return joinAddress(baseUrl, (await linkToSetUp(deps)).secret)
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
