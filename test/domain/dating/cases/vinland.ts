import { aCase, aClaim, aDocument, aWitness, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** Old parchment, young ink. */
export const vinland: Contested = {
  title: 'The Vinland Map',
  story: `A map with part of North America, published as work of about 1440, from the time of the Council of Basel (1431–1449) [skelton]. The parchment is old: radiocarbon
puts it between 1411 and 1468 with 95 % confidence [donahue]. But the ink has anatase of a form that was not made
before 1917 [mccrone]. The map came up in a Geneva bookshop in 1957. Parchment says only "not before", for it may have lain
blank: the earlier terminus does not contradict the later one, and the later one decides.`,
  works: {
    skelton:
      'R. A. Skelton, Thomas E. Marston, George D. Painter, The Vinland Map and the Tartar Relation, New Haven: Yale University Press 1965',
    donahue:
      'D. J. Donahue, J. S. Olin, G. Harbottle, "Determination of the Radiocarbon Age of Parchment of the Vinland Map", Radiocarbon 44 (2002), pp. 45–52',
    mccrone: 'Walter C. McCrone, "The Vinland Map", Analytical Chemistry 60 (1988), pp. 1009–1018',
  },
  dated: aCase(
    'd-map',
    [
      aClaim(
        'c-parchment',
        'd-map',
        'terminus',
        { edtf: '1411/..', kind: 'paper' },
        { ...from('donahue'), subject: { type: 'witness', id: 'w-yale' } },
      ),
      aClaim(
        'c-ink',
        'd-map',
        'terminus',
        { edtf: '1917/..', kind: 'ink' },
        { ...from('mccrone'), subject: { type: 'witness', id: 'w-yale' } },
      ),
      aClaim('c-1440', 'd-map', 'date', { edtf: '1440~' }, from('skelton')),
      aClaim('c-basel', 'd-map', 'date', { edtf: '[1431..1449]' }, from('skelton')),
      aClaim('c-forgery', 'd-map', 'date', { edtf: '[1917..1957]' }, from('mccrone')),
    ],
    {
      witnesses: [aWitness('w-yale', [], { transmission: 'original' })],
      incoming: [aClaim('c-offered', 'd-offer', 'mentions', { document: 'd-map' }, from('skelton'))],
    },
  ),
  things: surroundings({
    documents: {
      'd-offer': aDocument('Offer of the map', '1957', ['skelton']),
    },
  }),
  windows: ['1917-01-01/1957-12-31'],
  withoutInferences: ['1917-01-01/1957-12-31'],
  edtf: '[1917-01-01..1957-12-31]',
  verdicts: { 'c-1440': 'unresolvable -173856', 'c-basel': 'refuted -170569', 'c-forgery': 'agrees 0' },
  steps: [
    'By its ink: in or after 1917.',
    'By its paper: in or after 1411.',
    'Is mentioned in “Offer of the map” (1957).',
  ],
  says: ['Refuted by step 1: 170,569 days before what its ink allows.'],
}
