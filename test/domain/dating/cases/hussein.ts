import { aCase, aClaim, aDocument, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** An undated note annexed to a dated letter. */
export const hussein: Contested = {
  title: "The Sharif Hussein's first note to McMahon",
  story: `The note that opens the McMahon–Hussein correspondence bore neither date nor signature. It came in a letter
that the Sharif's son Abdullah wrote to Ronald Storrs on 14 July 1915, which is why it is printed under that day [cmd,
kedourie]. McMahon answered on 30 August [cmd]. According to Antonius its demands are those of the Damascus Protocol, which
Faisal was given when he came back to Damascus on 23 May 1915 [antonius]: an inference, so that without it the beginning
stays open.`,
  works: {
    cmd: 'Correspondence between Sir Henry McMahon and the Sherif Hussein of Mecca, July 1915–March 1916, Cmd. 5957, London: HMSO 1939',
    kedourie: 'Elie Kedourie, In the Anglo-Arab Labyrinth, Cambridge University Press 1976',
    antonius: 'George Antonius, The Arab Awakening, London: Hamish Hamilton 1938',
  },
  dated: aCase(
    'd-note',
    [
      aClaim('c-none', 'd-note', 'date-borne', { none: true }, from('kedourie')),
      aClaim('c-annex', 'd-note', 'annex-of', { document: 'd-abdullah' }, from('kedourie')),
      aClaim(
        'c-protocol',
        'd-note',
        'mentions',
        { happening: 'protocol' },
        { ...from('antonius'), nature: 'inferred' },
      ),
      aClaim('c-july', 'd-note', 'date', { edtf: '1915-07-14' }, from('cmd')),
      aClaim('c-undated', 'd-note', 'date', { none: true }, from('kedourie')),
    ],
    { incoming: [aClaim('c-answer', 'd-mcmahon', 'answers', { document: 'd-note' }, from('cmd'))] },
  ),
  things: surroundings({
    happenings: {
      protocol: {
        name: 'the Damascus Protocol in the hands of Faisal',
        date: { value: '1915-05-23', sources: ['antonius'] },
      },
    },
    documents: {
      'd-abdullah': aDocument('Abdullah to Storrs', '1915-07-14', ['kedourie']),
      'd-mcmahon': aDocument('McMahon to Hussein', '1915-08-30', ['cmd']),
    },
  }),
  windows: ['1915-05-23/1915-07-14'],
  withoutInferences: ['../1915-07-14'],
  edtf: '[1915-05-23..1915-07-14]',
  verdicts: { 'c-july': 'agrees 0', 'c-undated': 'unresolvable null' },
  steps: [
    'Mentions the Damascus Protocol in the hands of Faisal (23 May 1915).',
    'Is annexed to “Abdullah to Storrs” (14 July 1915).',
    'Is answered by “McMahon to Hussein” (30 August 1915).',
  ],
  says: [],
}
