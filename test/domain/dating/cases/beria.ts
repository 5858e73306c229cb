import { aCase, aClaim, aPerson, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** A date line left blank. */
export const beria: Contested = {
  title: "Beria's memorandum no. 794/B on the Polish prisoners",
  story: `The date line was never filled in: «“ ” марта 1940 г.» – March 1940, the day left blank. The paper bears the
votes of Stalin, Voroshilov, Molotov and Mikoyan and led to the Politburo's decision of 5 March 1940, which takes up its
words [cienciala]. Books often give 5 March for the memorandum, too; it can be any of the first five days.`,
  works: {
    cienciala:
      'Katyn: A Crime Without Punishment, ed. Anna M. Cienciala, Natalia S. Lebedeva, Wojciech Materski, New Haven: Yale University Press 2007, docs. 47, 48',
  },
  dated: aCase('d-memo', [
    aClaim(
      'c-signatory',
      'd-memo',
      'signatory',
      { agent: 'beria', capacity: 'People’s Commissar for Internal Affairs' },
      from('cienciala'),
    ),
    aClaim(
      'c-borne',
      'd-memo',
      'date-borne',
      { edtf: '1940-03-XX', asWritten: '“ ” марта 1940 г.' },
      from('cienciala'),
    ),
    aClaim('c-prepares', 'd-memo', 'prepares', { happening: 'decision' }, from('cienciala')),
    aClaim('c-5', 'd-memo', 'date', { edtf: '1940-03-05' }, from('cienciala', 'reports')),
    aClaim('c-march', 'd-memo', 'date', { edtf: '1940-03' }, from('cienciala')),
  ]),
  things: surroundings({
    agents: {
      beria: aPerson('Lavrentiy Beria', '1899-03-29/1953-12-23', {
        'People’s Commissar for Internal Affairs': '1938-11-25/1945-12-29',
      }),
    },
    happenings: {
      decision: {
        name: "the Politburo's decision to shoot the prisoners",
        date: { value: '1940-03-05', sources: ['cienciala'] },
      },
    },
  }),
  windows: ['1940-03-01/1940-03-05'],
  withoutInferences: ['1940-03-01/1940-03-05'],
  edtf: '[1940-03-01..1940-03-05]',
  verdicts: { 'c-5': 'agrees 0', 'c-march': 'possible 0' },
  steps: [
    'Signed by Lavrentiy Beria as People’s Commissar for Internal Affairs, an office held 25 November 1938 – 29 December 1945.',
    'Bears the date of an unknown day in March 1940.',
    "Prepares the Politburo's decision to shoot the prisoners (5 March 1940).",
  ],
  says: ['Possible: some of its days lie in the windows.'],
}
