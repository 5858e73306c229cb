import { createHash } from 'node:crypto'
import { ArchiveError } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'

const running = new Set<string>()

/**
 * Runs a request that carries an Idempotency-Key; the write inside it keeps the answer. The same key while it runs is
 * ArchiveError('in-progress'). `request` is all that makes the request what it is.
 */
export async function once<T>(
  actor: string,
  key: string | null,
  request: unknown,
  run: (idempotency: Command['idempotency']) => Promise<T>,
): Promise<T> {
  if (key === null) return run(null)
  const name = JSON.stringify([actor, key])
  if (running.has(name)) {
    throw new ArchiveError(
      'in-progress',
      'A request with this Idempotency-Key is still running: wait for its answer.',
    )
  }
  running.add(name)
  try {
    return await run({ key, fingerprint: createHash('sha256').update(JSON.stringify(request)).digest('hex') })
  } finally {
    running.delete(name)
  }
}
