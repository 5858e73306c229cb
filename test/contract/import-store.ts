import { describe, expect, test } from 'vitest'
import type { BeginImport, ImportRow } from '../../src/ports/imports.ts'
import { newId } from '../../src/tools/ids.ts'
import { actor, aDocument, now } from '../support/builders.ts'
import { all, type Open, type Opened } from './opened.ts'

async function begun({ write }: Pick<Opened, 'write'>, part: Partial<BeginImport> = {}) {
  return write.imports.begin({
    ...{
      actor,
      at: now,
      id: newId('i'),
      job: newId('j'),
      name: 'table.csv',
      sha256: 'a'.repeat(64),
      total: null,
    },
    ...{ format: 'csv', dryRun: false, keepUnknown: false, assumed: null },
    ...part,
  })
}

const aRow = (number: number, part: Partial<ImportRow> = {}): ImportRow => {
  const { id, witness, visibility, embargoUntil, claims } = aDocument()
  const document = { id, witness, visibility, embargoUntil, claims }
  return { number, key: `k${number}`, remarks: [], document, ...part }
}

const add = ({ write }: Pick<Opened, 'write'>, id: string, after: number, ...rows: ImportRow[]) =>
  write.imports.addRows({ import: id, at: now, after, rows })

/** What every store of imports promises. */
export function importStoreContract(open: Open) {
  describe('an import', () => {
    test('is told with its counts, its report and its job', async () => {
      const opened = await open()
      const { id, job } = await begun(opened)
      const remarks = [{ column: 'title', kind: 'wrong' as const, says: 'is required' }]
      expect(await add(opened, id, 0, aRow(2), aRow(3, { document: null, key: null, remarks }))).toBe(true)
      expect(await opened.imports.find(id)).toMatchObject({
        state: 'running',
        atRow: 3,
        counts: { added: 1, known: 0, refused: 1, wouldAdd: 0 },
      })
      const { items } = await opened.imports.report(id, all)
      expect(items.map(({ number, outcome }) => [number, outcome])).toEqual([
        [2, 'added'],
        [3, 'refused'],
      ])
      expect(items[1]?.remarks).toEqual(remarks)
      expect(await opened.documents.find(items[0]?.document ?? '')).not.toBeNull()
      expect(await opened.jobs.find(job)).toMatchObject({ kind: 'import', state: 'running', done: 2 })
      await opened.write.imports.end({ import: id, at: now, error: null })
      expect(await opened.jobs.find(job)).toMatchObject({ state: 'done', total: 2, finishedAt: now })
      expect([await opened.imports.next(), await opened.imports.find('i-none')]).toEqual([null, null])
    })

    test('adds a key once, whatever import it comes in', async () => {
      const opened = await open()
      const [one, two] = [await begun(opened), await begun(opened)]
      const row = aRow(2)
      await add(opened, one.id, 0, row)
      await add(opened, two.id, 0, aRow(2, { key: row.key }))
      const [known] = (await opened.imports.report(two.id, all)).items
      expect(known).toMatchObject({ outcome: 'known', document: row.document?.id })
    })

    test('refuses a batch that does not begin where it stands', async () => {
      const opened = await open()
      const { id } = await begun(opened)
      expect(await add(opened, id, 0, aRow(2))).toBe(true)
      expect(await add(opened, id, 0, aRow(2), aRow(3))).toBe(false)
      await opened.write.imports.end({ import: id, at: now, error: 'It broke off.' })
      expect(await add(opened, id, 2, aRow(3))).toBe(false)
      expect(await opened.imports.find(id)).toMatchObject({
        state: 'failed',
        error: 'It broke off.',
        atRow: 2,
      })
    })

    test('refuses a row alone that names what is not there', async () => {
      const opened = await open()
      const { id } = await begun(opened)
      const wrong = aRow(3)
      const [claim] = wrong.document?.claims ?? []
      if (!claim || !wrong.document) throw new Error('A document has claims.')
      const nowhere = { ...claim, id: newId('c'), property: 'collection', value: { collection: 'k-none' } }
      const document = { ...wrong.document, claims: [claim, nowhere] }
      await add(opened, id, 0, aRow(2), { ...wrong, document }, aRow(4))
      expect((await opened.imports.report(id, all)).items.map(({ outcome }) => outcome)).toEqual([
        'added',
        'refused',
        'added',
      ])
      expect(await opened.documents.find(document.id)).toBeNull()
    })

    test('adds nothing in a dry run, and needs its bytes until it ends', async () => {
      const opened = await open()
      const sha256 = 'b'.repeat(64)
      const { id } = await begun(opened, { dryRun: true, sha256 })
      const row = aRow(2)
      await add(opened, id, 0, row, aRow(3, { key: row.key }))
      expect(await opened.documents.find(row.document?.id ?? '')).toBeNull()
      expect((await opened.imports.find(id))?.counts).toEqual({ added: 0, known: 1, refused: 0, wouldAdd: 1 })
      expect([await opened.documents.needsBytes(sha256), await opened.documents.namesBytes(sha256)]).toEqual([
        true,
        false,
      ])
      await opened.write.imports.end({ import: id, at: now, error: null })
      expect(await opened.documents.needsBytes(sha256)).toBe(false)
    })
  })
}
