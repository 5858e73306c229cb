import { aCase, aClaim, aPerson, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** A forgery with a purported author and a material terminus. */
export const diaries: Contested = {
  title: 'The Hitler Diaries',
  story: `Sixty volumes that purport to be Hitler's diaries of 1932 to 1945. Stern began to print them on 28 April 1983.
In May the Federal Archives had found whitener in the paper that was not used before 1954 [harris]; Konrad Kujau had
written them [harris, hamilton]. The purported author and the dates on the pages prove nothing; paper and print do.`,
  works: {
    harris: 'Robert Harris, Selling Hitler, London: Faber and Faber 1986',
    hamilton:
      'Charles Hamilton, The Hitler Diaries: Fakes That Fooled the World, Lexington: University Press of Kentucky 1991',
    stern: 'Stern, 28 April 1983',
  },
  dated: aCase('d-diaries', [
    aClaim('c-forged', 'd-diaries', 'authenticity', { text: 'forged' }, from('harris')),
    aClaim('c-author', 'd-diaries', 'author', { agent: 'hitler' }, { ...from('stern'), nature: 'purported' }),
    aClaim('c-borne', 'd-diaries', 'date-borne', { edtf: '1932/1945' }, from('stern')),
    aClaim('c-paper', 'd-diaries', 'terminus', { edtf: '1954/..', kind: 'paper' }, from('harris')),
    aClaim('c-printed', 'd-diaries', 'printed-in', { source: 'stern' }, from('stern')),
    aClaim('c-1932', 'd-diaries', 'date', { edtf: '1932/1945' }, { ...from('stern'), rank: 'deprecated' }),
    aClaim('c-kujau', 'd-diaries', 'date', { edtf: '[1981..1983]' }, from('harris')),
  ]),
  things: surroundings({
    agents: { hitler: aPerson('Adolf Hitler', '1889-04-20/1945-04-30') },
    sources: { stern: { name: 'Stern', issued: '1983-04-28', document: null } },
  }),
  windows: ['1954-01-01/1983-04-28'],
  withoutInferences: ['1954-01-01/1983-04-28'],
  edtf: '[1954-01-01..1983-04-28]',
  verdicts: { 'c-1932': 'refuted -2923', 'c-kujau': 'possible 0' },
  steps: ['By its paper: in or after 1954.', 'Is printed in “Stern” (28 April 1983).'],
  says: [
    'Refuted by step 1: 2,923 days before what its paper allows.',
    'Written by Adolf Hitler: it only purports to be, which proves nothing.',
    'Bears the date 1932–1945: this belongs to the face of a forgery and proves nothing.',
  ],
}
