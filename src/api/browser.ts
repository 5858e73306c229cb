import type { Request } from 'express'
import type { Browser } from '../actions/session.ts'
import { secretInCookie } from './session-cookie.ts'

/** The browser that asks. */
export const browserOf = (req: Request): Browser => ({
  agent: req.get('User-Agent') ?? null,
  address: req.ip ?? null,
  former: secretInCookie(req),
})
