import { describe, expect, test } from 'vitest'
import {
  alternativesOf,
  controlOf,
  draftOfValue,
  isNeeded,
  type Property,
  saidValue,
  shownFields,
} from '../../../src/web/claim/value-draft.ts'

const property = (part: Partial<Property>): Property => ({
  name: 'x',
  label: 'X',
  subjects: ['document'],
  valueType: 'text',
  fields: ['text', 'lang', 'kind'],
  choices: {},
  cardinality: 'many',
  per: null,
  targets: [],
  terms: [],
  ...part,
})
const signatory = property({
  name: 'signatory',
  valueType: 'agent',
  fields: ['agent', 'text', 'capacity'],
})
const mentions = property({
  name: 'mentions',
  valueType: 'relation',
  targets: ['agent', 'place'],
  fields: ['agent', 'place', 'tense', 'name'],
  choices: { tense: ['past', 'present', 'future'] },
})

describe('the value of a claim that is typed', () => {
  test('of alternatives has only the one that was chosen', async () => {
    const draft = { ...draftOfValue(signatory, null), agent: 'a1', text: 'Serov', capacity: ' deputy ' }
    expect(shownFields(signatory, draft)).toEqual(['agent', 'capacity'])
    expect(await saidValue(signatory, draft)).toEqual({ agent: 'a1', capacity: 'deputy' })
    expect(await saidValue(signatory, { ...draft, which: 'text' })).toEqual({
      text: 'Serov',
      capacity: 'deputy',
    })
    expect(alternativesOf(mentions)).toEqual(['agent', 'place'])
  })

  test.each([
    [signatory, { text: 'Serov', capacity: 'deputy' }],
    [mentions, { place: 'p1', tense: 'past' }],
    [property({}), { text: 'A title', lang: 'ru' }],
    [
      property({ name: 'identifier', valueType: 'identifier', fields: ['scheme', 'value'] }),
      { none: true, scheme: 'number' },
    ],
    [property({}), { unknown: true }],
    [property({ valueType: 'coordinates', fields: ['lat', 'lon'] }), { lat: 55.9, lon: -23.3 }],
    [
      property({ valueType: 'relation', targets: ['document'], fields: ['document', 'later'] }),
      { document: 'd1', later: true },
    ],
  ])('is said as it was where nothing is changed', async (of, value) => {
    expect(await saidValue(of, draftOfValue(of, value))).toEqual(value)
  })

  test('is filled in as its fields are', () => {
    const heading = property({
      valueType: 'heading',
      fields: ['text', 'status', 'names'],
      choices: { status: ['correct'] },
    })
    expect(heading.fields.map((field) => controlOf(heading, field))).toEqual(['text', 'choice', 'document'])
    expect(controlOf(property({ valueType: 'longText' }), 'text')).toBe('long')
    expect([isNeeded(heading, 'status'), isNeeded(heading, 'names')]).toEqual([true, false])
    expect(isNeeded(signatory, 'text')).toBe(false)
  })
})
