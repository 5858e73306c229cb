import { createHash } from 'node:crypto'
import { ArchiveError, otherRequest } from '../domain/errors.ts'
import type { AnswerReader } from '../ports/answers.ts'
import type { Command } from '../ports/command.ts'
import type { Clock } from '../ports/identity.ts'

export type Repeating = { answers: AnswerReader; clock: Clock }

const running = new Set<string>()

/**
 * Runs a request that carries an Idempotency-Key; the write inside it keeps the answer, which the same request gets
 * again whatever has become of the things it is about. The same key while it runs is ArchiveError('in-progress'), with
 * another request 'idempotency-mismatch'. `request` is all that makes the request what it is.
 */
export async function once<T>(
  { answers, clock }: Repeating,
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
    const fingerprint = createHash('sha256').update(JSON.stringify(request)).digest('hex')
    const kept = await answers.kept(actor, key, clock())
    // The write refuses another request, too, as it must for two processes at once.
    if (kept && kept.fingerprint !== fingerprint) throw otherRequest(key)
    return kept ? (kept.outcome as T) : await run({ key, fingerprint })
  } finally {
    running.delete(name)
  }
}
