import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxBetween } from '../../../src/web/annotate/box-between.ts'
import { boxOf, noteOf } from '../../../src/web/annotate/note.ts'
import { threadsOf } from '../../../src/web/annotate/threads.ts'
import {
  findPassages,
  rewriteNote,
  selectorsOf,
  tagsOf,
  writeNote,
  writeReply,
} from '../../../src/web/annotate/write-note.ts'
import { trimPassage } from '../../../src/web/text/passage.ts'

const said = { text: 'Whose hand?', tags: ['hand', 'ink'], motivation: 'questioning' }
const about = { source: 'http://x/api/v1/documents/d/pages/1', text: '', passage: null, box: null }
const archived = (json: object, part: object = {}) =>
  noteOf({ id: 'http://x/annotations/a1', ...json, ...part })

test('the language of what is said is that of its bodies, where they agree', () => {
  const body = (...languages: string[]) =>
    archived({ body: languages.map((language) => ({ type: 'TextualBody', value: 'a', language })) }).language
  expect([body('lt'), body('lt', 'lt'), body('lt', 'ru'), body()]).toEqual(['lt', 'lt', null, null])
  expect(archived({}, { archive: { quoteLanguage: 'ru' } }).quoteLanguage).toBe('ru')
})

test('who made it is told as it says itself, beside who brought it; why it is hidden, to who sees it', () => {
  const by = (creator: unknown) => archived({ creator, archive: { by: 'n1' } })
  expect(by({ id: 'acct:ona@hypothes.is', name: 'Ona' })).toMatchObject({ creator: 'Ona', by: 'n1' })
  expect([by('urn:x').creator, by([{ id: 'urn:y' }]).creator, by(undefined).creator]).toEqual([
    ...['urn:x', 'urn:y', null],
  ])
  const hidden = { by: 'n2', because: 'Insults', at: '2026-01-01T00:00:00Z' }
  expect(archived({}, { archive: { hidden } }).hidden).toEqual({ by: 'n2', because: 'Insults' })
  expect(archived({}).hidden).toBe(null)
})

test('what is written is read again: text, tags, kind, region and what it answers', () => {
  const region = archived(writeNote({ ...about, box: [1.4, 2, 30, 40] }, said))
  expect(region).toMatchObject({ id: 'a1', text: 'Whose hand?', tags: ['hand', 'ink'], box: [1, 2, 30, 40] })
  expect(region.motivations).toEqual(['questioning'])
  const reply = archived(writeReply('http://x/annotations/a0', 'His.'))
  expect(reply).toMatchObject({ answers: 'http://x/annotations/a0', text: 'His.', tags: [] })
  const other = rewriteNote(
    { ...region.json, bodyValue: 'gone', rights: 'http://x/rights' },
    { ...said, tags: [] },
  )
  expect(archived(other)).toMatchObject({ text: 'Whose hand?', tags: [], box: [1, 2, 30, 40] })
  expect(other).toMatchObject({ rights: 'http://x/rights' })
})

test('whom it is for is read, written, and left as it is where nobody chooses', () => {
  const of = (archive: object) => archived({}, { archive }).sharing
  expect(of({ visibility: 'group', group: 'g1', groupName: 'Heirs' })).toEqual({
    visibility: 'group',
    group: { id: 'g1', name: 'Heirs' },
  })
  expect([of({ visibility: 'private' }).visibility, of({}).visibility]).toEqual(['private', 'public'])
  const written = (sharing?: string) => writeNote(about, { ...said, ...(sharing && { sharing }) }).archive
  expect(written('private')).toEqual({ visibility: 'private' })
  expect(written('g1')).toEqual({ visibility: 'group', group: 'g1' })
  expect(written()).toBe(undefined)
  const was = { archive: { visibility: 'group', group: 'g1', by: 'n1' } }
  expect(rewriteNote(was, said)).toMatchObject(was)
  expect(rewriteNote(was, { ...said, sharing: 'public' }).archive).toEqual({ visibility: 'public' })
})

test('a passage is quoted with what stands around it, and told in code points', () => {
  const text = '📜 Night, and 📜 night again.'
  const start = text.indexOf('night')
  const [quote, position] = selectorsOf(text, { start, end: start + 5 })
  expect(quote).toMatchObject({ exact: 'night', prefix: '📜 Night, and 📜 ', suffix: ' again.' })
  expect(position).toMatchObject({ start: 15, end: 20 })
})

test('no sign is cut in two, however long the text around a passage is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      (before, after) => {
        const [quote] = selectorsOf(`${before}night${after}`, {
          start: before.length,
          end: before.length + 5,
        })
        const whole = /^(?:[^\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/
        expect(`${quote?.prefix}|${quote?.suffix}`).toMatch(whole)
        expect([before.endsWith(quote?.prefix ?? '?'), after.startsWith(quote?.suffix ?? '?')]).toEqual([
          true,
          true,
        ])
      },
    ),
  )
})

test('annotations of other makers are read as far as they are understood', () => {
  expect(archived({ bodyValue: 'Plain', motivation: 'oa:identifying' })).toMatchObject({
    text: 'Plain',
    motivations: ['identifying'],
  })
  const odd = {
    body: ['http://x/a', 7, null, { value: ['no'] }],
    target: [1, null],
    anchor: { state: 'lost' },
    archive: 'x',
  }
  expect(archived(odd)).toMatchObject({ text: '', tags: [], anchor: null, box: null, by: '', document: null })
  expect(archived({ anchor: { state: 'orphaned', suggestion: null } }).anchor).toEqual({
    state: 'orphaned',
    suggestion: null,
  })
  expect([boxOf('xywh=1,2,3,4'), boxOf('xywh=percent:1,2,3,4'), boxOf('t=1')]).toEqual([
    [1, 2, 3, 4],
    null,
    null,
  ])
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => void noteOf(json)))
})

test('threads stand in the order of the page, replies to replies with what began them', () => {
  const note = (id: string, part: object) => noteOf({ id: `http://x/annotations/${id}`, ...part })
  const at = (start: number) => ({ anchor: { state: 'anchored', start, end: start + 1 } })
  const answer = (id: string, to: string) => note(id, writeReply(`http://x/annotations/${to}`, 'Yes'))
  const ring = [answer('r1', 'r2'), answer('r2', 'r1')]
  const notes = [
    note('page', {}),
    answer('b', 'a'),
    note('late', at(9)),
    note('a', at(1)),
    answer('c', 'b'),
    answer('alone', 'none'),
  ]
  const shown = threadsOf([...notes, ...ring]).map((thread) => [
    thread.note.id,
    ...thread.replies.map(({ id }) => id),
  ])
  expect(shown).toEqual([['a', 'b', 'c'], ['late'], ['page'], ['alone'], ['r1'], ['r2']])
})

test('passages are trimmed and found, tags are told apart, boxes stay on the page', () => {
  expect(trimPassage(' at night ', { start: 0, end: 10 })).toEqual({ start: 1, end: 9 })
  expect(trimPassage('  ', { start: 0, end: 2 })).toBe(null)
  expect(findPassages('aaa', 'aa')).toEqual([
    { start: 0, end: 2 },
    { start: 1, end: 3 },
  ])
  expect(findPassages('a', '')).toEqual([])
  expect(tagsOf(' stamp, ink,, stamp ')).toEqual(['stamp', 'ink'])
  expect(boxBetween({ x: 90.4, y: -5 }, { x: 10, y: 400 }, 80, 100)).toEqual([10, 0, 70, 100])
})
