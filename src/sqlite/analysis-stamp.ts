import { analysisVersion } from '../domain/analysis/analyse.ts'
import { inflectionVersion } from '../domain/inflection/stem.ts'
import type { Connection } from './open-database.ts'

const name = 'analysisVersion'
const version = `${analysisVersion}.${inflectionVersion}`

/** Which analysis and stems the index was made with: stored with the first index and after each rebuild. */
export function analysisStamp(db: Connection) {
  const select = db.prepare<[string], string>('select value from setting where name = ?').pluck()
  const put = db.prepare('insert or replace into setting (name, value) values (?, ?)')
  return {
    /** Stamps a new index; an old one keeps its stamp. */
    begin(): void {
      if (select.get(name) === undefined) put.run(name, version)
    },
    renew: (): void => void put.run(name, version),
    /** Whether the index holds the words that this program looks for. */
    isCurrent: (): boolean => select.get(name) === version,
  }
}
