import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as text that fits into addresses and headers. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret: its SHA-256. Secrets are long and random, so that nothing slower is needed. */
export const digestOfSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()
