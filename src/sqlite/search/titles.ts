import type { Connection } from '../open-database.ts'

/** The titles of documents by their keys, those of deleted ones included. */
export function titlesOf(db: Connection): (keys: Iterable<number>) => Map<number, string> {
  const select = db.prepare<[string], { key: number; title: string }>(`
    select k.value as key, s.title from json_each(?) k cross join description s on s.document = k.value`)
  return (keys) => new Map(select.all(JSON.stringify([...keys])).map(({ key, title }) => [key, title]))
}
