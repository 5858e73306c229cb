import type { Cited } from '../../../src/domain/citation/cited.ts'

/** A citation of a paper of which much is known, with what a test says else. */
export const aCitation = (said: Partial<Cited> = {}): Cited => ({
  id: 'd0197',
  title: 'Serov Instructions',
  creators: [{ literal: 'Ivan Serov' }],
  date: { edtf: '[1941-02-03..1941-06-07]', calendar: 'gregorian' },
  genre: 'instruction',
  language: 'ru',
  abstract: null,
  subjects: ['deportation'],
  holder: 'An archive',
  shelfmark: 'EXAMPLE-1/3/10',
  collection: { title: 'Papers', referenceCode: 'K-1/58' },
  identifiers: [],
  page: null,
  address: 'https://archive.example/documents/d0197',
  describedAt: '2026-03-01T10:00:00.000Z',
  claimsHash: 'ab'.repeat(32),
  textRevision: 'r1',
  ...said,
})
