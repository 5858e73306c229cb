import { createHash } from 'node:crypto'
import { isDamage } from '../domain/errors.ts'
import type { Soundness } from '../domain/soundness.ts'
import type { Checks, Finding, NamedOriginal } from '../ports/checks.ts'
import type { FileStore } from '../ports/file-store.ts'

export type VerifyDeps = { checks: Checks; files: FileStore }

export type VerifyStep =
  | { kind: 'finding'; finding: Finding; original?: NamedOriginal }
  | { kind: 'original'; done: number; total: number }

/** Checks the database, every original against its digest, and the index against the texts; tells what is wrong. */
export async function* verifyArchive(deps: VerifyDeps): AsyncGenerator<VerifyStep> {
  for (const finding of await deps.checks.database()) yield { kind: 'finding', finding }
  yield* asFarAsRead(originalsOf(deps), 'Not every original could be compared: the database is damaged.')
  yield* asFarAsRead(
    indexOf(deps),
    'The index could not be compared with the texts: the database is damaged.',
  )
}

/** What comes until damage is met, and then that. */
async function* asFarAsRead(steps: AsyncGenerator<VerifyStep>, says: string): AsyncGenerator<VerifyStep> {
  try {
    yield* steps
  } catch (error) {
    if (!isDamage(error)) throw error
    yield { kind: 'finding', finding: { document: null, says } }
  }
}

async function* indexOf({ checks }: VerifyDeps): AsyncGenerator<VerifyStep> {
  for await (const finding of checks.index()) yield { kind: 'finding', finding }
}

async function* originalsOf({ checks, files }: VerifyDeps): AsyncGenerator<VerifyStep> {
  const total = await checks.countOriginals()
  let done = 0
  for (
    let batch = await checks.originals(0);
    batch.length > 0;
    batch = await checks.originals(batch.at(-1)?.key ?? 0)
  ) {
    for (const original of batch) {
      const finding = await checkOriginal(files, original)
      if (finding) yield { kind: 'finding', finding, original }
      yield { kind: 'original', done: ++done, total }
    }
  }
}

async function checkOriginal(
  files: FileStore,
  { document, name, sha256, bytes }: NamedOriginal,
): Promise<Finding | null> {
  const known = await files.stat(sha256)
  if (known && known.bytes !== bytes)
    return { document, says: `"${name}" has ${known.bytes} bytes and should have ${bytes}.` }
  const is = await checkBytes(files, { sha256, bytes })
  return is === 'sound' ? null : { document, says: sentences[is](name) }
}

/** What is said of an original that is not sound. */
export const sentences: Record<Exclude<Soundness, 'sound'>, (name: string) => string> = {
  missing: (name) => `The bytes of "${name}" are missing.`,
  unreadable: (name) => `The bytes of "${name}" cannot be read.`,
  damaged: (name) => `The bytes of "${name}" have changed: they do not match their SHA-256.`,
}

/** Reads an original, waiting after each piece where a pace is kept, and compares it with its digest. */
export async function checkBytes(
  files: FileStore,
  { sha256, bytes }: { sha256: string; bytes: number | null },
  pace?: (bytes: number) => Promise<void>,
): Promise<Soundness> {
  const known = await files.stat(sha256)
  if (!known) return 'missing'
  if (bytes !== null && known.bytes !== bytes) return 'damaged'
  const hash = createHash('sha256')
  try {
    for await (const chunk of await files.openRange(sha256, 0, known.bytes - 1)) {
      hash.update(chunk)
      await pace?.(chunk.length)
    }
  } catch {
    return 'unreadable'
  }
  return hash.digest('hex') === sha256 ? 'sound' : 'damaged'
}
