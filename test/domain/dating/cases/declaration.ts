import { aCase, aClaim, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** Bears the day of the act that it records, and was written weeks later. */
export const declaration: Contested = {
  title: 'The engrossed Declaration of Independence',
  story: `The parchment bears "In Congress, July 4, 1776", and Jefferson, Adams and Franklin later wrote that it was
signed that day; Ritz still argued so [ritz]. But the Journals have Congress resolve only on 19 July that the
declaration be engrossed with the title "The unanimous Declaration", and record the signing under 2 August [jcc], as
Warren insisted [warren]. The first print with the signers' names, Goddard's, is of January 1777.`,
  works: {
    jcc: 'Journals of the Continental Congress 1774–1789, ed. Worthington C. Ford, vol. V, Washington 1906, under 19 July and 2 August 1776',
    warren:
      'Charles Warren, "Fourth of July Myths", The William and Mary Quarterly, 3rd ser., 2 (1945), pp. 237–272',
    ritz: 'Wilfred J. Ritz, "The Authentication of the Engrossed Declaration of Independence on July 4, 1776", Law and History Review 4 (1986), pp. 179–204',
    goddard:
      'In Congress, July 4, 1776. The Unanimous Declaration of the Thirteen United States of America, Baltimore: Mary Katharine Goddard, January 1777',
  },
  dated: aCase('d-parchment', [
    aClaim('c-borne', 'd-parchment', 'date-borne', { edtf: '1776-07-04' }, from('jcc')),
    aClaim('c-differs', 'd-parchment', 'date-borne', { edtf: '1776-07-04', act: 'later' }, from('warren')),
    aClaim('c-title', 'd-parchment', 'mentions', { happening: 'resolve' }, from('jcc')),
    aClaim('c-names', 'd-parchment', 'printed-in', { source: 'goddard' }, from('goddard')),
    aClaim('c-july', 'd-parchment', 'date', { edtf: '1776-07-04', event: 'signed' }, from('ritz')),
    aClaim('c-august', 'd-parchment', 'date', { edtf: '1776-08-02', event: 'signed' }, from('jcc')),
  ]),
  things: surroundings({
    happenings: {
      resolve: {
        name: "Congress's resolve to call the Declaration unanimous",
        date: { value: '1776-07-19', sources: ['jcc'] },
      },
    },
    sources: { goddard: { name: "Goddard's broadside", issued: '1777-01', document: null } },
  }),
  windows: ['1776-07-19/1777-01-31'],
  withoutInferences: ['1776-07-19/1777-01-31'],
  edtf: '[1776-07-19..1777-01-31]',
  verdicts: { 'c-july': 'refuted -15', 'c-august': 'agrees 0' },
  steps: [
    'Bears the date 4 July 1776, but was done later than it says (antedated).',
    "Mentions Congress's resolve to call the Declaration unanimous (19 July 1776).",
    "Is printed in “Goddard's broadside” (January 1777).",
  ],
  says: ["Refuted by step 2: 15 days before Congress's resolve to call the Declaration unanimous."],
}
