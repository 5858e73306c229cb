import type { Reply } from '../../api/ask.ts'
import { readGregorian } from '../../forms/read-date.ts'

/** What is typed of each document of uploads; empty says nothing. */
export type ForAll = {
  creator: string
  date: string
  type: string
  language: string
  collection: string
  visibility: '' | Reply<'readDocument'>['visibility']
}

export const saysNothing: ForAll = {
  ...{ creator: '', date: '', type: '', language: '', collection: '', visibility: '' },
}

/** The same as the archive takes it, the date read from plain words; throws `WrongFields` where that cannot be. */
export async function readForAll(typed: ForAll) {
  const { visibility } = typed
  const texts = Object.entries(typed).map(([name, value]) => [name, value.trim()] as const)
  const said = Object.fromEntries(texts.filter(([name, value]) => value !== '' && name !== 'visibility'))
  if (said.date !== undefined) said.date = await readGregorian(said.date, 'all.date')
  return { ...said, ...(visibility !== '' && { visibility }) }
}
