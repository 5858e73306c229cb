import { invalid } from '../domain/errors.ts'
import type { Slice } from '../ports/command.ts'
import type { Changed, HistoryReader } from '../ports/history.ts'
import { ofSeenAnnotation } from './annotation-events.ts'
import { onlookerParameters } from './annotation-rows.ts'
import { seenBy } from './audience-sql.ts'
import type { Connection } from './open-database.ts'

type Happened = { seq: number; id: string; at: string; verb: string; is_deleted: 0 | 1 }
type Opened = { key: number; id: string; opened: string }

/** The day on which the last embargo of a document ended or ends; null where it has none. */
const dayOf = (audience: string) => `iif(${audience} glob '*embargoed:*', (select max(substr(c.value, 11))
  from json_each('["' || replace(${audience}, '&', '","') || '"]') c where c.value glob 'embargoed:*'), null)`

/** Embargoes end with the day before, and leave nothing behind that tells of it: their time stands in the class alone. */
const beginning = "T00:00:00.000Z'"

/** What was done last to each document, or that it opened by itself since. */
export function changes(db: Connection): Pick<HistoryReader, 'changed'> {
  const ofSeenLater = ofSeenAnnotation.replaceAll(/\be\./g, 'l.')
  const isOpened = `(:everything = 0 and d.deleted_at is null and d.audience glob '*embargoed:*'
    and ${dayOf('d.audience')} <= :today)`
  const selectHappened = db.prepare<unknown[], Happened>(`
    select e.seq, d.id, e.at, e.verb, d.deleted_at is not null as is_deleted
    from event e join document d on d.key = e.document
    where e.seq < :seq and ${ofSeenAnnotation} and not exists (
        select 1 from event l where l.document = e.document and l.seq > e.seq and ${ofSeenLater})
      and ${seenBy('d.audience')} and not (${isOpened} and e.at < ${dayOf('d.audience')} || '${beginning})
    order by e.seq desc limit :more`)
  const selectOpened = db.prepare<unknown[], Opened>(`
    select * from (select d.key, d.id, ${dayOf('d.audience')} || '${beginning} as opened from document d
      where ${isOpened} and ${seenBy('d.audience')}) d
    where (d.opened < :opened or (d.opened = :opened and d.key < :key)) and not exists (
      select 1 from event e where e.document = d.key and e.at >= d.opened and ${ofSeenAnnotation})
    order by d.opened desc, d.key desc limit :more`)

  return {
    async changed(onlooker, slice) {
      const from = placeOf(slice.cursor)
      const asked = { ...onlookerParameters(onlooker), ...from, more: slice.limit + 1 }
      const happened = selectHappened.all(asked)
      const opened = selectOpened.all(asked)
      return merged(happened, opened, from, slice)
    },
  }
}

/** Behind which change, and behind which opening, a list goes on. */
type Place = { seq: number; opened: string; key: number }

const start: Place = { seq: Number.MAX_SAFE_INTEGER, opened: '9', key: 0 }

function placeOf(cursor: string | null): Place {
  if (cursor === null) return start
  const text = Buffer.from(cursor, 'base64url').toString('latin1')
  const [, seq, opened = '', key] = /^c(\d{1,16}) ([\dTZ:.-]{1,24}) (\d{1,16})$/.exec(text) ?? []
  if (seq === undefined) throw invalid('cursor', 'is not one that this list gave: start without a cursor.')
  return { seq: Number(seq), opened, key: Number(key) }
}

const cursorAt = ({ seq, opened, key }: Place): string =>
  Buffer.from(`c${seq} ${opened} ${key}`, 'latin1').toString('base64url')

function merged(happened: readonly Happened[], opened: readonly Opened[], from: Place, { limit }: Slice) {
  const items: Changed[] = []
  let [done, open] = [0, 0]
  let place = from
  while (items.length < limit) {
    const [event, opening] = [happened[done], opened[open]]
    if (opening && (!event || opening.opened > event.at)) {
      open++
      place = { ...place, opened: opening.opened, key: opening.key }
      items.push({ document: opening.id, at: opening.opened, kind: 'opened' })
    } else if (event) {
      done++
      place = { ...place, seq: event.seq }
      const kind = event.is_deleted ? 'deleted' : event.verb === 'add' ? 'added' : 'changed'
      items.push({ document: event.id, at: event.at, kind })
    } else break
  }
  const isMore = done < happened.length || open < opened.length
  return { items, next: isMore ? cursorAt(place) : null }
}
