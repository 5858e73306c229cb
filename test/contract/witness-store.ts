import { describe, expect, test } from 'vitest'
import { everybody } from '../../src/domain/audience.ts'
import { claimsOfSaid } from '../../src/domain/claim/claims-of-change.ts'
import { claimOf } from '../../src/domain/claim.ts'
import { type MarkContent, noMark } from '../../src/domain/witness/mark.ts'
import type { AddWitness } from '../../src/ports/witnesses.ts'
import { newId } from '../../src/tools/ids.ts'
import {
  aClaim,
  actor,
  aDocument,
  aFile,
  anAgent,
  hoursLater,
  keeper,
  now,
  somePages,
  stranger,
} from '../support/builders.ts'
import { aLease, all, aReadDocument, type Open } from './opened.ts'

const claimsOn = (witness: string, values: Record<string, unknown>) =>
  claimsOfSaid(
    { type: 'witness', id: witness },
    Object.entries(values).map(([property, value]) => ({ property, values: [{ path: property, value }] })),
  ).map(({ path: _, ...draft }) => claimOf(newId('c'), draft, actor, now))

function aWitness(
  document: string,
  values: Record<string, unknown> = {},
  marks: readonly Partial<MarkContent>[] = [],
): AddWitness {
  const id = newId('w')
  return {
    ...{ actor, at: now, id, document, claims: claimsOn(id, values) },
    marks: marks.map((mark) => ({ id: newId('m'), content: { ...noMark, ...mark } })),
  }
}

const aMark = (witness: string, part: Partial<MarkContent> = {}, id = newId('m')) => ({
  ...{ actor, at: now, id, witness },
  content: { ...noMark, ...part },
})

/** What every store of witnesses and marks promises. */
export function witnessStoreContract(open: Open) {
  describe('witnesses', () => {
    test('stand after those there are, and their document is described by them at once', async () => {
      const { documents, witnesses, write } = await open()
      const { id: document } = await write.documents.add(aDocument())
      const values = { label: { text: 'Carbon' }, shelfmark: { text: 'K-1/3/10' } }
      const added = await write.witnesses.add(aWitness(document, values, [{ kind: 'receipt' }]))
      expect(await witnesses.find(keeper, added.id)).toEqual(added)
      expect(added).toMatchObject({ document, view: { label: 'Carbon', shelfmark: 'K-1/3/10' }, files: [] })
      expect(added.marks).toMatchObject([{ kind: 'receipt', witness: added.id }])
      const other = await write.witnesses.add(aWitness(document))
      expect(other).toMatchObject({ fallbackLabel: 'Witness 3', view: { label: null } })
      expect((await witnesses.ofDocument(keeper, document)).map(({ id }) => id).slice(1)).toEqual([
        added.id,
        other.id,
      ])
      const described = await documents.find(document)
      expect(described?.witnesses.map(({ label }) => label)).toEqual(['First witness', 'Carbon', 'Witness 3'])
      expect(described?.description.identifiers).toEqual([{ scheme: 'shelfmark', value: 'K-1/3/10' }])
      const stale = write.witnesses.add({ ...aWitness(document), expectedVersion: 1 })
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      await expect(write.witnesses.add(aWitness('d-none'))).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('are changed by who saw them as they are, and only by what is there', async () => {
      const { witnesses, write } = await open()
      const { id: document } = await write.documents.add(aDocument())
      const { id, version } = await write.witnesses.add(aWitness(document))
      const revise = (values: Record<string, unknown>, expectedVersion?: number) =>
        write.witnesses.revise({ actor, at: now, id, claims: claimsOn(id, values), expectedVersion })
      expect((await revise({ kind: { text: 'typescript' } }, version)).view.kind).toBe('typescript')
      const stale = revise({ kind: { text: 'other' } }, version)
      await expect(stale).rejects.toMatchObject({ fault: 'precondition-failed' })
      for (const values of [
        { collection: { collection: 'k-none' } },
        { 'printed-in': { source: 's-none' } },
        { 'heading-as-printed': { text: 'x', status: 'correct', names: 'd-none' } },
      ])
        await expect(revise(values)).rejects.toMatchObject({ fault: 'invalid-input' })
      expect((await witnesses.claims(id)).map(({ property }) => property)).toEqual(['kind'])
      await write.documents.remove({ actor, at: now, id: document })
      await expect(revise({})).rejects.toMatchObject({ fault: 'gone' })
    })

    test('whose heading names another document are known from both sides, as long as it does', async () => {
      const { documents, witnesses, write } = await open()
      const { id: paper } = await write.documents.add(aDocument({ description: { title: 'Instructions' } }))
      const { id: order } = await write.documents.add(aDocument({ visibility: 'restricted' }))
      const heading = { text: 'Order No. 001223', status: 'misattributed', names: order }
      const edition = await write.witnesses.add(aWitness(paper, { 'heading-as-printed': heading }))
      const known = {
        witness: edition.id,
        document: paper,
        names: order,
        heading: heading.text,
        status: heading.status,
      }
      expect(await witnesses.misattributions(paper)).toEqual([known])
      expect(await witnesses.misattributions(order)).toEqual([known])
      expect((await documents.find(paper))?.notes).toMatchObject([
        { kind: 'misattributed', see: order, guard: { audience: 'restricted' } },
      ])
      expect((await documents.find(order))?.notes).toMatchObject([{ kind: 'misattributed', see: paper }])
      expect((await witnesses.find(keeper, edition.id))?.view.headingAsPrinted?.names).toBe(order)
      expect((await witnesses.find(stranger, edition.id))?.view.headingAsPrinted).toEqual({
        ...heading,
        names: null,
      })
      const [claim] = await witnesses.claims(edition.id)
      const correct = aClaim({
        subject: { type: 'witness', id: edition.id },
        property: 'heading-as-printed',
        value: { ...heading, status: 'correct' },
        revisionOf: claim?.id ?? '',
      })
      await write.claims.revise({ actor, at: now, claim: correct })
      expect(await witnesses.misattributions(order)).toEqual([])
      expect((await documents.find(paper))?.notes).toEqual([])
    })
  })

  describe('marks', () => {
    test('are kept as read and as inferred, changed by who saw them, and taken away but not forgotten', async () => {
      const { witnesses, write } = await open()
      const { id: document } = await write.documents.add(aDocument())
      const { id: witness } = await write.witnesses.add(aWitness(document))
      const content = {
        kind: 'receipt',
        asRead: 'XXXX-06-07',
        date: '1941-06-07',
        inferred: ['year'],
      } as const
      const added = await write.witnesses.addMark(aMark(witness, { ...content, because: 'The body.' }))
      expect(await witnesses.mark(keeper, added.id)).toEqual(added)
      expect(added).toMatchObject({ ...content, witness, version: 1, recordedBy: actor, deletedAt: null })
      const change = {
        ...aMark(witness, { reading: 'Gauta' }, added.id),
        at: hoursLater(1),
        expectedVersion: 1,
      }
      const changed = await write.witnesses.changeMark(change)
      expect(changed).toMatchObject({ reading: 'Gauta', date: null, version: 2, recordedAt: hoursLater(1) })
      await expect(write.witnesses.changeMark(change)).rejects.toMatchObject({ fault: 'precondition-failed' })
      const listed = async () => (await witnesses.marks(keeper, witness, all)).items
      expect(await listed()).toEqual([changed])
      await write.witnesses.removeMark({ actor, at: now, id: added.id })
      expect(await listed()).toEqual([])
      expect(await witnesses.mark(keeper, added.id)).toMatchObject({ deletedAt: now })
      const again = write.witnesses.removeMark({ actor, at: now, id: added.id })
      await expect(again).rejects.toMatchObject({ fault: 'gone' })
      const none = write.witnesses.changeMark(aMark(witness, {}, 'm-none'))
      await expect(none).rejects.toMatchObject({ fault: 'not-found' })
      await expect(write.witnesses.addMark(aMark('w-none'))).rejects.toMatchObject({ fault: 'not-found' })
    })

    test('lie on pages of their witness, within what is known of their size, and name what is there', async () => {
      const { texts, witnesses, write } = await open()
      const { id: document } = await aReadDocument({ write }, ['One page.'])
      const { id: other } = await aReadDocument({ write }, ['Another page.'])
      const [first] = await witnesses.ofDocument(keeper, document)
      const page = (await texts.page(document, null, 1, everybody))?.id ?? ''
      const foreign = (await texts.page(other, null, 1, everybody))?.id ?? ''
      const add = (part: Partial<MarkContent>) => write.witnesses.addMark(aMark(first?.id ?? '', part))
      expect(await add({ page, box: [1, 2, 3, 4] })).toMatchObject({ page, box: [1, 2, 3, 4] })
      const sized = await write.documents.add(aDocument({ files: [aFile()] }))
      const { token } = await aLease({ write })
      const { pages, ...rest } = somePages(token, ['A scan.'])
      await write.texts.addPages({
        ...rest,
        pages: pages.map((one) => ({ ...one, width: 100, height: 200 })),
      })
      const onScan = (box: MarkContent['box']) =>
        write.witnesses.addMark(aMark(sized.witnesses[0]?.id ?? '', { page: pages[0]?.id ?? '', box }))
      expect(await onScan([0, 0, 100, 200])).toMatchObject({ box: [0, 0, 100, 200] })
      for (const box of [
        [1, 0, 100, 200],
        [0, 1, 100, 200],
      ] as const)
        await expect(onScan(box)).rejects.toMatchObject({
          errors: [expect.objectContaining({ path: 'box' })],
        })
      const { id: agent } = await write.authorities.add(anAgent())
      expect(await add({ agent })).toMatchObject({ agent })
      const citation = { source: 's-none', locator: null, quote: null, stance: 'states' } as const
      for (const [part, path] of [
        [{ page: foreign }, 'page'],
        [{ page: 'p-none' }, 'page'],
        [{ agent: 'a-none' }, 'agent'],
        [{ place: agent }, 'place'],
        [{ sources: [citation] }, 'sources.0.source'],
      ] as const) {
        await expect(add(part)).rejects.toMatchObject({ errors: [expect.objectContaining({ path })] })
      }
      const inline = write.witnesses.add(aWitness(document, {}, [{}, { agent: 'a-none' }]))
      await expect(inline).rejects.toMatchObject({
        errors: [expect.objectContaining({ path: 'marks.1.agent' })],
      })
    })
  })
}
