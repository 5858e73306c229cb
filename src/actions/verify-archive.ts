import { createHash } from 'node:crypto'
import type { Checks, Finding, NamedOriginal } from '../ports/checks.ts'
import type { FileStore } from '../ports/file-store.ts'

export type VerifyDeps = { checks: Checks; files: FileStore }

export type VerifyStep =
  | { kind: 'finding'; finding: Finding }
  | { kind: 'original'; done: number; total: number }

/** Checks the database, every original against its digest, and the index against the texts; tells what is wrong. */
export async function* verifyArchive({ checks, files }: VerifyDeps): AsyncGenerator<VerifyStep> {
  for (const finding of await checks.database()) yield { kind: 'finding', finding }
  const total = await checks.countOriginals()
  let done = 0
  for (
    let batch = await checks.originals(0);
    batch.length > 0;
    batch = await checks.originals(batch.at(-1)?.key ?? 0)
  ) {
    for (const original of batch) {
      const finding = await checkOriginal(files, original)
      if (finding) yield { kind: 'finding', finding }
      yield { kind: 'original', done: ++done, total }
    }
  }
  for await (const finding of checks.index()) yield { kind: 'finding', finding }
}

async function checkOriginal(
  files: FileStore,
  { document, name, sha256, bytes }: NamedOriginal,
): Promise<Finding | null> {
  const known = await files.stat(sha256)
  if (!known) return { document, says: `The bytes of "${name}" are missing.` }
  if (known.bytes !== bytes)
    return { document, says: `"${name}" has ${known.bytes} bytes and should have ${bytes}.` }
  if (bytes === 0) return null
  const hash = createHash('sha256')
  for await (const chunk of await files.openRange(sha256, 0, bytes - 1)) hash.update(chunk)
  return hash.digest('hex') === sha256
    ? null
    : { document, says: `The bytes of "${name}" have changed: they do not match their SHA-256.` }
}
