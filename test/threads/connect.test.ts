import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DocumentWriter } from '../../src/ports/documents.ts'
import type { SearchIndex } from '../../src/ports/search-index.ts'
import { startThread } from '../../src/threads/connect.ts'
import { aCataloguePath } from '../sqlite/open.ts'
import { aDocument, now } from '../support/builders.ts'

const threadFile = (name: string) => new URL(`../../src/threads/${name}.ts`, import.meta.url)

async function aWriter() {
  const thread = await startThread(threadFile('writer'), { catalogue: aCataloguePath() })
  onTestFinished(() => thread.close())
  return thread
}

describe('a store on a thread', () => {
  test('answers as it would here, and keeps the order of calls', async () => {
    const documents = (await aWriter()).store<DocumentWriter>('documents')
    const command = aDocument()
    const [added, removed] = await Promise.allSettled([
      documents.add(command),
      documents.remove({ actor: 'x', at: now, id: command.id }),
    ])
    expect(added).toMatchObject({ status: 'fulfilled', value: { id: command.id, version: 1 } })
    expect(removed.status).toBe('fulfilled')
  })

  test('throws as it would here: fault, sentence and places cross over', async () => {
    const documents = (await aWriter()).store<DocumentWriter>('documents')
    const missing = documents.remove({ actor: 'x', at: now, id: 'd-none' })
    await expect(missing).rejects.toMatchObject({
      name: 'ArchiveError',
      fault: 'not-found',
      message: 'There is no such document.',
    })
    const twice = aDocument()
    await documents.add(twice)
    await expect(documents.add(twice)).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
  })

  test('that cannot open says why instead of starting', async () => {
    const catalogue = join(aCataloguePath(), 'none.sqlite')
    await expect(startThread(threadFile('searcher'), { catalogue })).rejects.toMatchObject({
      fault: 'not-found',
    })
  })

  test('finishes what was asked before it closes, and refuses what comes after', async () => {
    const thread = await startThread(threadFile('writer'), { catalogue: aCataloguePath() })
    const documents = thread.store<DocumentWriter>('documents')
    const under = Array.from({ length: 10 }, () => documents.add(aDocument()))
    const closed = thread.close()
    expect((await Promise.allSettled(under)).map(({ status }) => status)).toEqual(Array(10).fill('fulfilled'))
    await closed
    expect(await thread.ended).toBe(null)
    await expect(documents.add(aDocument())).rejects.toThrow(/closing/)
  })

  test('has no method that nobody wrote', async () => {
    const store = (await aWriter()).store<SearchIndex>('documents')
    await expect(store.settled()).rejects.toMatchObject({ fault: 'internal' })
  })
})
