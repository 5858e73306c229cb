import { aCase, aClaim, aPerson, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

const inDocuments = from('dgfp')

/** Signed on another day than it bears. */
export const pact: Contested = {
  title: 'The German–Soviet Treaty of Non-Aggression',
  story: `The treaty bears the date of 23 August 1939, and so do nearly all books. The talks with Stalin went on
through the evening, while Hitler was asked by telegram about the Latvian ports, and the signatures were set in the small
hours of 24 August [dgfp, moorhouse]. Izvestia printed the text on 24 August. Face and act differ, so that the date
borne only says "not before".`,
  works: {
    dgfp: 'Documents on German Foreign Policy 1918–1945, Series D, vol. VII, London: HMSO 1956, nos. 213, 228, 229',
    moorhouse:
      "Roger Moorhouse, The Devils' Alliance: Hitler's Pact with Stalin, 1939–1941, London: Bodley Head 2014",
    izvestia: 'Izvestia, 24 August 1939',
  },
  dated: aCase('d-pact', [
    aClaim(
      'c-ribbentrop',
      'd-pact',
      'signatory',
      { agent: 'ribbentrop', capacity: 'Foreign Minister' },
      inDocuments,
    ),
    aClaim('c-borne', 'd-pact', 'date-borne', { edtf: '1939-08-23' }, inDocuments),
    aClaim('c-differs', 'd-pact', 'date-borne', { edtf: '1939-08-23', act: 'later' }, from('moorhouse')),
    aClaim('c-printed', 'd-pact', 'printed-in', { source: 'izvestia' }, from('izvestia')),
    aClaim('c-23', 'd-pact', 'date', { edtf: '1939-08-23', event: 'signed' }, inDocuments),
    aClaim('c-24', 'd-pact', 'date', { edtf: '1939-08-24', event: 'signed' }, from('moorhouse')),
  ]),
  things: surroundings({
    agents: {
      ribbentrop: aPerson('Joachim von Ribbentrop', '1893-04-30/1946-10-16', {
        'Foreign Minister': '1938-02-04/1945-04-30',
      }),
    },
    sources: { izvestia: { name: 'Izvestia', issued: '1939-08-24', document: null } },
  }),
  windows: ['1939-08-23/1939-08-24'],
  withoutInferences: ['1939-08-23/1939-08-24'],
  edtf: '[1939-08-23..1939-08-24]',
  verdicts: { 'c-23': 'agrees 0', 'c-24': 'agrees 0' },
  steps: [
    'Signed by Joachim von Ribbentrop as Foreign Minister, an office held 4 February 1938 – 30 April 1945.',
    'Bears the date 23 August 1939, but was done later than it says (antedated).',
    'Is printed in “Izvestia” (24 August 1939).',
  ],
  says: [],
}
