import { expect, test } from 'vitest'
import { type Draft, draftsOf, dropDraft, keepDraft } from '../../../src/web/transcribe/drafts.ts'
import { nextOf } from '../../../src/web/transcribe/skipped.ts'
import { aStorage } from '../../support/a-storage.ts'

const aDraft = (part: Partial<Draft> = {}): Draft => ({
  page: 'p1',
  basedOn: 'v1',
  layer: 'transcription',
  content: 'At night',
  base: 'At nihgt',
  at: '2026-01-01T10:00:00Z',
  ...part,
})

test('drafts are kept by page and revision, the newest first, until they are dropped', () => {
  const kept = aStorage()
  const late = aDraft({ basedOn: 'v2', at: '2026-01-02T10:00:00Z' })
  for (const draft of [aDraft(), late, aDraft({ page: 'p10' })]) expect(keepDraft(kept, draft)).toBe(true)
  keepDraft(kept, aDraft({ content: 'At night they' }))
  expect(draftsOf(kept, 'p1')).toEqual([late, aDraft({ content: 'At night they' })])
  dropDraft(kept, late)
  expect(draftsOf(kept, 'p1')).toHaveLength(1)
})

test('a device without room says so, and what is no draft is passed over', () => {
  expect(keepDraft(aStorage(10), aDraft())).toBe(false)
  const kept = aStorage()
  kept.setItem('fonds-draft:p1:x:1', '{"page":')
  kept.setItem('fonds-draft:p1:x:2', '{"page":1}')
  kept.setItem('fonds-draft:p1:x:3', 'null')
  expect(draftsOf(kept, 'p1')).toEqual([])
})

test('the next page is the one in most need that was not passed over', () => {
  const pages = ['a', 'b', 'c'].map((page) => ({ page }))
  expect(nextOf(pages, 'a', [])).toEqual({ page: 'b' })
  expect(nextOf(pages, 'a', ['b'])).toEqual({ page: 'c' })
  expect(nextOf(pages, 'c', ['a', 'b'])).toBe(null)
})
