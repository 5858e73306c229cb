import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../../src/domain/claim/value.ts'
import { findProperty, propertyOf, vocabulary } from '../../../src/domain/claim/vocabulary.ts'
import { subjectTypes } from '../../../src/domain/claim.ts'

const refusal = (type: (typeof subjectTypes)[number], name: string): string => {
  try {
    return propertyOf(type, name).name
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('the vocabulary', () => {
  test('names each property once for each kind of thing, with fields, a label and a cardinality', () => {
    for (const type of subjectTypes) {
      const names = vocabulary.filter(({ subjects }) => subjects.includes(type)).map(({ name }) => name)
      expect(new Set(names).size, type).toBe(names.length)
      expect(names.length).toBeGreaterThan(4)
    }
    for (const property of vocabulary) {
      expect(property.name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(property.label).toMatch(/^[A-Z]/)
      expect(fieldsOf(property).length, property.name).toBeGreaterThan(0)
      expect(property.value === 'term', property.name).toBe(property.terms.length > 0)
    }
  })

  test('has other properties under the same name for other kinds of things', () => {
    expect(findProperty('document', 'date')?.value).toBe('dateOfEvent')
    expect(findProperty('happening', 'date')?.value).toBe('date')
    expect(findProperty('agent', 'date')).toBe(undefined)
  })

  test.each([
    ['date-born', 'date-borne'],
    ['dateBorne', 'date-borne'],
    ['signatary', 'signatory'],
    ['confused', 'confused-with'],
    ['ADRESSEE', 'addressee'],
    ['creator', 'author'],
    ['x'.repeat(100_000), ''],
  ])('tells of %s which property may be meant', (name, meant) => {
    expect(refusal('document', name)).toContain(`'${meant}`)
    expect(refusal('document', name).length).toBeLessThan(200)
  })

  test('tells whose property it is where another kind of thing has it', () => {
    expect(refusal('document', 'existence')).toContain('of agents, not of a document')
    expect(refusal('agent', 'shelfmark')).toContain('of witnesses, not of an agent')
  })
})
