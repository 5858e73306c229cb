import { aCase, aClaim, aDocument, aPerson, surroundings } from '../support.ts'
import { type Contested, from } from './contested.ts'

/** A forgery that speaks of what was not there yet. */
export const donation: Contested = {
  title: 'The Donation of Constantine',
  story: `An edict by which Constantine gives Pope Sylvester the West, dated 30 March under consuls that fit 315 and 317
alike. Lorenzo Valla showed in 1440 that it is forged, among other things because it speaks of Constantinople, which
was dedicated by that name on 11 May 330 [valla]. The text stands in the False Decretals, made about 847 to 852, from
where it spread [fuhrmann]. It is mostly put in the second half of the eighth century [fuhrmann], by Fried about 830
[fried].`,
  works: {
    valla:
      'Lorenzo Valla, De falso credita et ementita Constantini donatione, 1440; ed. Wolfram Setz, Weimar: Böhlau 1976',
    fuhrmann:
      'Das Constitutum Constantini, ed. Horst Fuhrmann, MGH Fontes iuris Germanici antiqui 10, Hannover: Hahn 1968',
    fried: 'Johannes Fried, Donation of Constantine and Constitutum Constantini, Berlin: de Gruyter 2007',
    decretals: 'Decretales Pseudo-Isidorianae, ed. Paul Hinschius, Leipzig: Tauchnitz 1863',
  },
  dated: aCase(
    'd-donation',
    [
      aClaim('c-forged', 'd-donation', 'authenticity', { text: 'forged' }, from('valla')),
      aClaim('c-author', 'd-donation', 'issuer', { agent: 'constantine' }, from('fuhrmann')),
      aClaim(
        'c-borne',
        'd-donation',
        'date-borne',
        { edtf: '[0315-03-30,0317-03-30]', calendar: 'julian' },
        from('fuhrmann'),
      ),
      aClaim(
        'c-city',
        'd-donation',
        'mentions',
        { place: 'istanbul', name: 'Constantinople' },
        from('valla'),
      ),
      aClaim(
        'c-face',
        'd-donation',
        'date',
        { edtf: '[0315-03-30,0317-03-30]', calendar: 'julian' },
        { ...from('fuhrmann'), nature: 'purported' },
      ),
      aClaim('c-fried', 'd-donation', 'date', { edtf: '0830~' }, from('fried')),
      aClaim('c-fuhrmann', 'd-donation', 'date', { edtf: '[0750..0800]' }, from('fuhrmann')),
    ],
    {
      incoming: [
        aClaim('c-decretals', 'd-decretals', 'quotes', { document: 'd-donation' }, from('fuhrmann')),
      ],
    },
  ),
  things: surroundings({
    agents: { constantine: aPerson('Constantine', '0272~/0337-05-22') },
    places: {
      istanbul: {
        names: [{ text: 'Constantinople', period: { value: '0330-05-11/..', calendar: 'julian' } }],
      },
    },
    documents: { 'd-decretals': aDocument('False Decretals', '[0847..0852]', ['decretals']) },
  }),
  windows: ['0330-05-12/0852-12-31'],
  withoutInferences: ['0330-05-12/0852-12-31'],
  edtf: '[0330-05-12..0852-12-31]',
  verdicts: { 'c-face': 'refuted -4790', 'c-fried': 'agrees 0', 'c-fuhrmann': 'agrees 0' },
  steps: [
    'Calls a place Constantinople, a name used from 12 May 330 on.',
    'Is quoted in “False Decretals” (some day between 847 and 852).',
  ],
  says: [
    'Refuted by step 1: 4,790 days before a place was called Constantinople.',
    'Issued by Constantine: this belongs to the face of a forgery and proves nothing.',
  ],
}
