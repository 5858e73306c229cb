import { aCase, aClaim, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** An Old Style date beside New Style papers, by a body that existed twice. */
export const orderNo1: Contested = {
  title: 'Order No. 1 of the Petrograd Soviet',
  story: `The order to the garrison bears 1 March 1917: by the Julian calendar, hence 14 March in the papers of the
Allies, where it is quoted under either day. The Soviet of the capital had existed from 13 (26) October to its arrest on
3 (16) December 1905, and existed again from 27 February (12 March) 1917 [hasegawa]. Its Izvestia printed the order on
2 (15) March [golder]. What it bears, read as New
Style, would lie before the body existed again.`,
  works: {
    golder:
      'Documents of Russian History 1914–1917, ed. Frank A. Golder, New York: Century 1927, pp. 386–387',
    hasegawa:
      'Tsuyoshi Hasegawa, The February Revolution: Petrograd 1917, Seattle: University of Washington Press 1981',
    izvestia: 'Izvestia of the Petrograd Soviet, 2 March 1917 (Old Style)',
  },
  dated: aCase('d-order', [
    aClaim('c-issuer', 'd-order', 'issuer', { agent: 'soviet' }, from('golder')),
    aClaim('c-borne', 'd-order', 'date-borne', { edtf: '1917-03-01', calendar: 'julian' }, from('izvestia')),
    aClaim('c-printed', 'd-order', 'printed-in', { source: 'izvestia' }, from('izvestia')),
    aClaim('c-new', 'd-order', 'date', { edtf: '1917-03-01', event: 'signed' }, from('izvestia')),
    aClaim(
      'c-old',
      'd-order',
      'date',
      { edtf: '1917-03-01', event: 'signed', calendar: 'julian' },
      from('hasegawa'),
    ),
    aClaim(
      'c-unknown',
      'd-order',
      'date',
      { edtf: '1917-03-01', event: 'signed', calendar: 'unknown' },
      from('izvestia'),
    ),
  ]),
  things: surroundings({
    agents: {
      soviet: {
        names: ['Petrograd Soviet'],
        kind: 'corporateBody',
        existence: [
          { value: '1905-10-13/1905-12-03', calendar: 'julian', sources: ['hasegawa'] },
          { value: '1917-02-27/..', calendar: 'julian', sources: ['hasegawa'] },
        ],
        offices: [],
      },
    },
    sources: { izvestia: { name: 'Izvestia of the Petrograd Soviet', issued: '1917-03-15', document: null } },
  }),
  windows: ['1917-03-14'],
  withoutInferences: ['1917-03-14'],
  edtf: '1917-03-14',
  verdicts: { 'c-new': 'refuted -13', 'c-old': 'agrees 0', 'c-unknown': 'possible 0' },
  steps: [
    'Issued by the Petrograd Soviet, which existed 26 October – 16 December 1905 and from 12 March 1917 on.',
    'Bears the date 1 (14) March 1917.',
    'Is printed in “Izvestia of the Petrograd Soviet” (15 March 1917).',
  ],
  says: [
    'Refuted by step 1: 11 days outside the periods in which the Petrograd Soviet existed and by step 2: 13 days before the date that it bears.',
  ],
}
