import { expect, test } from 'vitest'
import {
  beginningOf,
  begunNotesOf,
  draftKey,
  dropNoteDraft,
  keepNoteDraft,
  type NoteDraft,
  noteDraftAt,
} from '../../../src/web/annotate/note-drafts.ts'
import { aStorage } from '../../support/a-storage.ts'

const aDraft = (part: Partial<NoteDraft> = {}): NoteDraft => ({
  key: draftKey('me', 'new', 'p1', 'a'),
  written: { text: 'By night', tags: '', motivation: 'commenting', sharing: 'private' },
  about: { beginning: { kind: 'page' }, quote: null },
  base: null,
  at: '2026-01-01T10:00:00Z',
  ...part,
})

test('begun annotations are kept by who wrote them and by page, the newest first, until they are dropped', () => {
  const kept = aStorage()
  const late = aDraft({ key: draftKey('me', 'new', 'p1', 'b'), at: '2026-01-02T10:00:00Z' })
  const others = [
    draftKey('you', 'new', 'p1', 'a'),
    draftKey('me', 'new', 'p10'),
    draftKey('me', 'reply', 'p1'),
  ]
  for (const draft of [aDraft(), late, ...others.map((key) => aDraft({ key }))])
    expect(keepNoteDraft(kept, draft)).toBe(true)
  expect(begunNotesOf(kept, 'me', 'p1')).toEqual([late, aDraft()])
  dropNoteDraft(kept, late.key)
  expect(begunNotesOf(kept, 'me', 'p1')).toEqual([aDraft()])
})

test('a device without room says so, and what is no draft is passed over', () => {
  const kept = aStorage(200)
  const long = aDraft({
    written: { text: 'x'.repeat(300), tags: '', motivation: 'commenting', sharing: 'private' },
  })
  expect(keepNoteDraft(kept, long)).toBe(false)
  for (const broken of ['{', '[]', 'null', '{"written":{"text":1},"at":"x"}']) {
    kept.setItem(aDraft().key, broken)
    expect(noteDraftAt(kept, aDraft().key)).toBeNull()
  }
})

test('a begun annotation finds its words in a text that was changed meanwhile, the nearest of them', () => {
  const passage = { start: 10, end: 15 }
  const draft = aDraft({ about: { beginning: { kind: 'passage', passage }, quote: 'night' } })
  expect(beginningOf(draft, 'They came night, night.')).toMatchObject({ passage })
  expect(beginningOf(draft, 'night, and again night')).toMatchObject({ passage: { start: 17 } })
  expect(beginningOf(draft, 'They came by day.')).toEqual({ kind: 'words' })
})
