import { randomFillSync } from 'node:crypto'
import type { Request } from 'express'
import { v7 } from 'uuid'

const random = new Uint8Array(16 * 256)
let used = random.length
let sequence = 0

/** Random bytes for one id. To ask for those of many at once takes little longer than for those of one. */
function someRandom(): Uint8Array {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  used += 16
  return random.subarray(used - 16, used)
}

/** The id that a request came with, if it is a sane one, else a new UUIDv7. */
export function requestIdFor(req: Request): string {
  const inbound = req.get('X-Request-Id')
  if (inbound !== undefined && /^[\w.~:-]{1,128}$/.test(inbound)) return inbound
  // Within a millisecond they are told apart, and ordered, by their numbers.
  sequence = (sequence + 1) | 0
  return v7({ random: someRandom(), seq: sequence })
}
