import type { Request } from 'express'

/**
 * The media type, of those that an address can answer in, that the request likes best (RFC 9110 §12.5.1); the first
 * where it says nothing or wants none of them, for an answer in another form is better than none.
 */
export function accepted<T extends string>(req: Request, first: T, ...others: readonly T[]): T {
  const liked = req.accepts([first, ...others])
  return [first, ...others].find((type) => type === liked) ?? first
}
