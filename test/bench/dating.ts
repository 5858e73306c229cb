import type { DatingCase } from '../../src/domain/dating/case.ts'
import { dateDocument, dateDocuments } from '../../src/domain/dating/date-documents.ts'
import {
  aBody,
  aCase,
  aClaim,
  aDocument,
  aMark,
  aPerson,
  aWitness,
  surroundings,
} from '../domain/dating/support.ts'
import { percentile, timeOf } from './measure.ts'
import { digits, table } from './table.ts'

const things = surroundings({
  agents: {
    body: aBody('NKGB', '1941-02-03/1941-07-20', '1943-04-14/1946-03-15'),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `p${i}`,
        aPerson(`Person ${i}`, `18${70 + i}/19${60 + i}`, { Deputy: `1941-02-${10 + i}/..` }),
      ]),
    ),
  },
  happenings: { deportation: { name: 'the June deportation', date: { value: '1941-06-13/1941-06-14' } } },
  documents: { letter: aDocument('Letter', '1941-01-05') },
})

/** A document with as many claims as an archivist will ever see together: 25 dates, 25 pieces of evidence. */
function manyClaims(document: string): DatingCase {
  const dates = Array.from({ length: 25 }, (_, i) =>
    aClaim(`c-date-${i}`, document, 'date', {
      edtf: `1941-${String((i % 12) + 1).padStart(2, '0')}`,
      event: 'written',
    }),
  )
  const signatories = Array.from({ length: 20 }, (_, i) =>
    aClaim(`c-signatory-${i}`, document, 'signatory', { agent: `p${i}`, capacity: 'Deputy' }),
  )
  const rest = [
    aClaim('c-issuer', document, 'issuer', { agent: 'body' }),
    aClaim('c-prepares', document, 'prepares', { happening: 'deportation' }),
    aClaim('c-answers', document, 'answers', { document: 'letter' }),
    aClaim('c-paper', document, 'terminus', { edtf: '1935/..', kind: 'paper' }),
    aClaim('c-borne', document, 'date-borne', { edtf: '1941' }),
  ]
  return aCase(document, [...dates, ...signatories, ...rest], {
    witnesses: [aWitness('w', [aMark('m', 'receipt', '1941-06-07')])],
  })
}

const issued = (document: string, more: DatingCase['claims'] = []) =>
  aCase(document, [aClaim(`${document} issuer`, document, 'issuer', { agent: 'body' }), ...more])
const answering = (document: string, other: string) =>
  issued(document, [aClaim(`${document} answers`, document, 'answers', { document: other })])

const together: readonly (readonly [string, readonly DatingCase[]])[] = [1000, 4000].flatMap((size) => {
  const others = Array.from({ length: size }, (_, i) => i)
  return [
    [`${size} that answer one`, [issued('hub'), ...others.map((i) => answering(`d${i}`, 'hub'))]],
    [
      `a chain of ${size} answers`,
      others.map((i) => (i === 0 ? issued('d0') : answering(`d${i}`, `d${i - 1}`))),
    ],
  ] as const
})

/** What it costs to date a document with many claims, and many documents together. */
export async function benchDating(): Promise<string> {
  const one = manyClaims('d')
  for (let i = 0; i < 200; i += 1) dateDocument(one, things)
  const times: number[] = []
  for (let i = 0; i < 500; i += 1) times.push(await timeOf(() => dateDocument(one, things)))
  const rows = [['one with 50 claims', digits(percentile(times, 0.5)), digits(percentile(times, 0.95))]]
  for (const [what, cases] of together) {
    const runs: number[] = []
    for (let i = 0; i < 7; i += 1) runs.push(await timeOf(() => dateDocuments(cases, things)))
    rows.push([what, digits(percentile(runs, 0.5)), digits(percentile(runs, 0.95))])
  }
  return table(['documents dated', 'median ms', 'p95 ms'], rows)
}
