import type { Request, Response } from 'express'
import { type Actor, mayUse } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'

/** Begins to count what a request uploads, and throws `too-many-requests` where what it announces is too much for today. */
export type UploadQuota = (req: Request, res: Response, actor: Actor) => void

type Count = (bytes: number) => void
const counts = new WeakMap<Request, Count>()

/** Counts bytes of an upload as they come; throws `too-many-requests` where they are too many. */
export const countUploaded = (req: Request, bytes: number): void => counts.get(req)?.(bytes)

const hour = 3_600_000
const hoursADay = 24

/**
 * Limits how many bytes a person uploads within 24 hours, by the hour, whatever becomes of them; 0 for any number. As other
 * limits it is held in memory, and administrators have none.
 */
export function uploadQuota(perDay: number, now: () => number = Date.now): UploadQuota | undefined {
  if (perDay === 0) return undefined
  const people = new Map<string, Map<number, number>>()

  function hoursOf(id: string): Map<number, number> {
    const hours = people.get(id) ?? new Map<number, number>()
    const first = Math.floor(now() / hour) - hoursADay
    for (const at of hours.keys()) if (at < first) hours.delete(at)
    people.set(id, hours)
    return hours
  }
  function refuse(res: Response, hours: ReadonlyMap<number, number>): never {
    const freed = (Math.min(Math.floor(now() / hour), ...hours.keys()) + hoursADay + 1) * hour
    const seconds = Math.max(1, Math.ceil((freed - now()) / 1000))
    if (!res.headersSent) res.setHeader('Retry-After', String(seconds))
    throw new ArchiveError(
      'too-many-requests',
      `You may upload ${perDay} bytes a day (FONDS_UPLOAD_DAILY), and this is more than is left: go on in ${Math.ceil(seconds / 3600)} hours, with uploads in pieces where you were.`,
    )
  }
  return (req, res, actor) => {
    if (mayUse(actor, 'administrator')) return
    const take: Count = (bytes) => {
      const hours = hoursOf(actor.id)
      const at = Math.floor(now() / hour)
      const before = [...hours.values()].reduce((sum, some) => sum + some, 0)
      if (before + bytes > perDay) refuse(res, hours)
      hours.set(at, (hours.get(at) ?? 0) + bytes)
    }
    counts.set(req, take)
    const announced = Number(req.headers['content-length'] ?? 0)
    const left = perDay - [...hoursOf(actor.id).values()].reduce((sum, some) => sum + some, 0)
    if (announced > left) refuse(res, hoursOf(actor.id))
  }
}
