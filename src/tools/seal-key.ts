import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Signer } from '../ports/audit.ts'

/**
 * Signs with the Ed25519 key (RFC 8032) in `seal-key.pem` beside the database, which is made when it is first needed and
 * is for nobody else to read.
 */
export function sealSigner(home: string): Signer {
  let known: { id: string; publicKey: string; key: KeyObject } | null = null
  const path = join(home, 'seal-key.pem')
  const load = () => {
    if (known) return known
    const key = readOrMake(path)
    const shared = createPublicKey(key)
    const publicKey = shared.export({ type: 'spki', format: 'pem' }).toString()
    const der = shared.export({ type: 'spki', format: 'der' })
    known = { key, publicKey, id: createHash('sha256').update(der).digest('hex').slice(0, 16) }
    return known
  }
  return {
    get id() {
      return load().id
    },
    get publicKey() {
      return load().publicKey
    },
    sign: (digest) => sign(null, digest, load().key),
  }
}

function readOrMake(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  // Never there in part: half a key would keep it from sealing for good.
  const half = `${path}.${process.pid}`
  writeFileSync(half, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
  try {
    linkSync(half, path)
  } catch (error) {
    // Another process was first.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return createPrivateKey(readFileSync(path))
    // Some file systems have no links.
    renameSync(half, path)
  } finally {
    rmSync(half, { force: true })
  }
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
  return privateKey
}
