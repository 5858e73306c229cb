import type { Connection } from './open-database.ts'

type Row = { verb: string; before: string | null }

/**
 * What a mark or a source was at a time, by the first event about it since: undefined where nothing has happened to it, null
 * where it was not there yet, or is not told any more.
 */
export function whatWas(db: Connection): <T>(id: string, asOf: string) => T | null | undefined {
  const since = db.prepare<[string, string], Row>(`
    select e.verb, p.payload -> '$.before' as before from event e left join event_payload p on p.event = e.seq
    where e.subject = ? and e.at > ? order by e.seq limit 1`)
  return <T>(id: string, asOf: string) => {
    const row = since.get(id, asOf)
    if (row === undefined) return undefined
    // What an event tells of the time before is what the stores have put there.
    return row.before === null ? null : (JSON.parse(row.before) as T | null)
  }
}
