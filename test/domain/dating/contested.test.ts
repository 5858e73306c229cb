import { describe, expect, test } from 'vitest'
import { dateDocument } from '../../../src/domain/dating/date-documents.ts'
import { beria } from './cases/beria.ts'
import { declaration } from './cases/declaration.ts'
import { diaries } from './cases/diaries.ts'
import { donation } from './cases/donation.ts'
import { hussein } from './cases/hussein.ts'
import { orderNo1 } from './cases/order-no-1.ts'
import { pact } from './cases/pact.ts'
import { vinland } from './cases/vinland.ts'
import { verdicts, written } from './support.ts'

describe.each([pact, declaration, diaries, donation, vinland, orderNo1, beria, hussein])(
  '$title',
  (contested) => {
    const dating = dateDocument(contested.dated, contested.things)

    test('rests on works that are named', () => {
      const { claims, incoming } = contested.dated
      const cited = [...claims, ...incoming].flatMap(({ sources }) => sources.map(({ source }) => source))
      expect(Object.keys(contested.works)).toEqual(expect.arrayContaining(cited))
    })

    test('has these windows', () => {
      expect(written(dating.windows)).toEqual(contested.windows)
      expect(written(dating.withoutInferences)).toEqual(contested.withoutInferences)
      expect(dating.edtf).toBe(contested.edtf)
      expect(dating.conflict).toBeNull()
    })

    test('judges these claims', () => {
      expect(verdicts(dating)).toEqual(contested.verdicts)
    })

    test('says why', () => {
      expect(dating.steps.map(({ says }) => says)).toEqual(contested.steps)
      const said = [...dating.claims, ...dating.aside].map(({ says }) => says)
      for (const sentence of contested.says) expect(said).toContain(sentence)
    })
  },
)
