import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { ArchiveError } from '../domain/errors.ts'
import type { Passwords } from '../ports/passwords.ts'

/** What OWASP recommends of argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const tagLength = 32

/** One at a time leaves the other threads of the pool to files and images; who waits longer is told to come again. */
const mostWaiting = 32

const reckon = promisify(argon2)

/** Passwords by Node's own argon2id (RFC 9106), reckoned in its pool of threads, one after another. */
export function argonPasswords(): Passwords {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const standIn = { ...cost, salt: randomBytes(saltBytes), tag: randomBytes(tagLength) }

  async function tagOf(password: string, { memory, passes, parallelism, salt, tag }: Kept): Promise<Buffer> {
    if (waiting >= mostWaiting)
      throw new ArchiveError('busy', 'Too many people are signing in: try again in a few seconds.')
    waiting++
    const parameters = { message: password, nonce: salt, tagLength: tag.length, memory, passes, parallelism }
    const turn = last.then(() => reckon('argon2id', parameters))
    last = turn.catch(() => {})
    try {
      return await turn
    } finally {
      waiting--
    }
  }

  return {
    async hash(password) {
      const salt = randomBytes(saltBytes)
      const tag = await tagOf(password, { ...cost, salt, tag: Buffer.alloc(tagLength) })
      return written({ ...cost, salt, tag })
    },
    async matches(password, kept) {
      const known = kept === null ? null : read(kept)
      const against = known ?? standIn
      const isSame = timingSafeEqual(await tagOf(password, against), against.tag)
      return known !== null && isSame
    },
  }
}

type Kept = typeof cost & { salt: Buffer; tag: Buffer }

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

const written = ({ memory, passes, parallelism, salt, tag }: Kept) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`

function read(text: string): Kept | null {
  const [, memory, passes, parallelism, salt = '', tag = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text) ?? []
  if (memory === undefined || salt.length < 11) return null
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}
