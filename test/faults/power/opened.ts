import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { sealArchive } from '../../../src/actions/seal-archive.ts'
import { verifyArchive } from '../../../src/actions/verify-archive.ts'
import { createMetrics } from '../../../src/api/metrics.ts'
import { createHttpServer } from '../../../src/api/server.ts'
import { openArchive } from '../../../src/app.ts'
import { openVerifier } from '../../../src/app-keeping.ts'
import { readConfig } from '../../../src/config.ts'
import { lent } from '../../support/archive.ts'
import { keeperToken } from '../../support/process.ts'
import { type Client, clientOf } from '../client.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

export type Opened = AsyncDisposable & {
  client: Client
  /** Resolves once no job waits. */
  idle(): Promise<void>
  seal(): Promise<void>
  /** What `fonds verify` and `fonds audit verify` would say. */
  faults(): Promise<string[]>
}

/** Serves the archive in a folder from this process, as a start after a loss of power does. */
export async function openedAt(home: string): Promise<Opened> {
  const env = { FONDS_ADMIN_TOKEN: keeperToken, FONDS_IMAGES: 'demand', FONDS_OCR: 'off' }
  const config = readConfig({ ...env, FONDS_HOME: home })
  const archive = await openArchive(config, silent, lent)
  const unlock = archive.lock()
  const runner = await archive.run()
  const parts = { metrics: createMetrics(), parts: {} }
  const server = createHttpServer({ ...archive.deps, ...parts }, { baseUrl: undefined })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    client: clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    idle: () => runner.idle(),
    async seal() {
      await sealArchive(archive.deps)
    },
    async faults() {
      const { deps, close } = openVerifier(config)
      const said: string[] = []
      for await (const step of verifyArchive(deps)) if (step.kind === 'finding') said.push(step.finding.says)
      for await (const finding of archive.audit.verify()) said.push(finding.says)
      close()
      return said
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await archive.close()
      unlock()
    },
  }
}
