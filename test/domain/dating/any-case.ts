import fc from 'fast-check'
import { isoOfDay } from '../../../src/domain/date/day.ts'
import type { DatingCase, DatingClaim, MarkFacts, Surroundings } from '../../../src/domain/dating/case.ts'
import { aBody, aCase, aClaim, aMark, aPerson, aWitness, surroundings } from './support.ts'

// Days near one another, so that evidence meets, refutes and contradicts.
const firstDay = 2_430_000
const day = fc.integer({ min: 0, max: 400 }).map((offset) => isoOfDay(firstDay + offset))
const period = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }))
  .map(([from, length]) => `${isoOfDay(firstDay + from)}/${isoOfDay(firstDay + from + length)}`)
const openPeriod = fc.oneof(
  { weight: 4, arbitrary: period },
  period.map((text) => `${text.split('/')[0]}/..`),
  period.map((text) => `../${text.split('/')[1]}`),
  period.map((text) => text.replace('/', '~/')),
)
const dateText = fc.oneof(
  day,
  openPeriod,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => `${text}~`),
  period.map((text) => `[${text.replace('/', ',')}]`),
  day.map((text) => `XXXX-${text.slice(5)}`),
)

const nature = fc.oneof(
  { weight: 5, arbitrary: fc.constant('stated' as const) },
  fc.constantFrom('inferred' as const, 'attributed' as const, 'purported' as const),
)
const standing = fc.record({
  nature,
  rank: fc.oneof(
    { weight: 5, arbitrary: fc.constant('normal' as const) },
    fc.constantFrom('preferred' as const, 'deprecated' as const),
  ),
  polarity: fc.oneof(
    { weight: 8, arbitrary: fc.constant('asserted' as const) },
    fc.constant('denied' as const),
  ),
})

const agentIds = ['a0', 'a1', 'a2', 'a3', 'a4']
const said: fc.Arbitrary<[string, Record<string, unknown>]> = fc.oneof(
  fc.tuple(
    fc.constantFrom('issuer', 'signatory', 'addressee', 'author'),
    fc.record({ agent: fc.constantFrom(...agentIds), capacity: fc.constantFrom('Deputy', 'Clerk', null) }),
  ),
  fc.tuple(fc.constant('mentions'), fc.record({ agent: fc.constantFrom(...agentIds) })),
  fc.tuple(fc.constantFrom('prepares', 'mentions'), fc.record({ happening: fc.constantFrom('h0', 'h1') })),
  fc.tuple(fc.constant('date-borne'), fc.record({ edtf: dateText })),
  fc.tuple(fc.constant('terminus'), fc.record({ edtf: openPeriod, kind: fc.constantFrom('paper', 'ink') })),
  fc.tuple(
    fc.constantFrom('answers', 'quotes', 'annex-of', 'printed-in'),
    fc.record({ document: fc.constantFrom('x0', 'x1') }),
  ),
)
const dated: fc.Arbitrary<[string, Record<string, unknown>]> = dateText.map((edtf) => [
  'date',
  { edtf, event: 'written' },
])

/** Any claims about the document "d"; ids follow the order. */
export const claimsOf = (arbitrary: fc.Arbitrary<[string, Record<string, unknown>]>, most: number) =>
  fc
    .array(fc.tuple(arbitrary, standing), { maxLength: most })
    .map((claims): DatingClaim[] =>
      claims.map(([[property, value], more], i) => aClaim(`${property}-${i}`, 'd', property, value, more)),
    )

const mark: fc.Arbitrary<MarkFacts> = fc
  .tuple(fc.constantFrom('receipt', 'signature', 'note', 'other'), day, fc.boolean(), fc.nat())
  .map(([kind, date, isInferred, number]) =>
    aMark(
      `m${number}`,
      kind,
      date,
      isInferred ? { asRead: `XXXX-${date.slice(5)}`, inferred: ['year'] } : { asRead: date },
    ),
  )
const witness = fc
  .tuple(
    fc.uniqueArray(mark, { maxLength: 2, selector: ({ id }) => id }),
    fc.constantFrom(null, 'original', 'draft', 'carbon'),
    fc.option(day),
  )
  .map(([marks, transmission, date]) =>
    aWitness('w', marks, {
      transmission,
      date: date === null ? null : { value: date },
    }),
  )

export const anyCase: fc.Arbitrary<DatingCase> = fc
  .tuple(claimsOf(said, 5), claimsOf(dated, 4), fc.array(witness, { maxLength: 2 }))
  .map(([evidence, dates, witnesses]) =>
    aCase('d', [...evidence, ...dates], { witnesses: witnesses.map((one, i) => ({ ...one, id: `w${i}` })) }),
  )

/** A piece of evidence that stands beside whatever there is. */
export const anotherBound: fc.Arbitrary<(dated: DatingCase) => DatingCase> = fc.oneof(
  openPeriod.map((edtf) => (one: DatingCase) => ({
    ...one,
    claims: [...one.claims, aClaim('terminus-new', 'd', 'terminus', { edtf, kind: 'script' })],
  })),
  day.map((date) => (one: DatingCase) => ({
    ...one,
    witnesses: [...one.witnesses, aWitness('w-new', [aMark('m-new', 'receipt', date)])],
  })),
  fc.constantFrom('x0', 'x1').map((document) => (one: DatingCase) => ({
    ...one,
    claims: [...one.claims, aClaim('replaces-new', 'd', 'replaces', { document })],
  })),
)

export const anyThings: fc.Arbitrary<Surroundings> = fc
  .record({
    bodies: fc.array(fc.array(openPeriod, { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
    lives: fc.array(fc.tuple(period, period), { minLength: 2, maxLength: 2 }),
    happenings: fc.tuple(dateText, dateText),
    documents: fc.tuple(period, period),
  })
  .map(({ bodies, lives, happenings, documents }) =>
    surroundings({
      agents: Object.fromEntries([
        ...bodies.map((periods, i) => [`a${i}`, aBody(`Body ${i}`, ...periods)]),
        ...lives.map(([life, office], i) => [`a${i + 3}`, aPerson(`Person ${i}`, life, { Deputy: office })]),
      ]),
      happenings: Object.fromEntries(
        happenings.map((value, i) => [`h${i}`, { name: `Happening ${i}`, date: { value } }]),
      ),
      documents: Object.fromEntries(
        documents.map((text, i) => {
          const from = firstDay + Math.floor(text.length / 2) + i * 90
          const days = [{ from, to: from + 30 }]
          return [
            `x${i}`,
            { name: `Letter ${i}`, bounds: { days, withoutInferences: days, claims: [], sources: [] } },
          ]
        }),
      ),
    }),
  )
