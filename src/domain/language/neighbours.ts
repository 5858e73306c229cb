/**
 * Languages that the archive does not inflect but whose texts look like one that it does: their letters outside a–z and
 * а–я, and their commonest words, folded.
 */
export const neighbours: readonly { letters: string; words: string }[] = [
  {
    // Finnish
    letters: 'äö',
    words: `ja on ei etta oli se joka ovat kun mutta myos han sen tai kuin mita niin jotka hanen olivat ole sita he ollut
      tama taman jossa sitten vain jo siita joita heidan sina mina ne heille`,
  },
  {
    // Swedish
    letters: 'äöå',
    words: `och att det som en pa ar av for med till den har de inte om ett var men sig fran vid eller hade sedan efter
      dem han skulle kan detta under blev ut i`,
  },
  {
    // Danish and Norwegian
    letters: 'æøå',
    words: `og at det er en til af som pa de med for den der ikke et har var blev fra ved eller havde efter dem han skulle
      kan dette under men ble vaert deres sig ud av om i`,
  },
  {
    // Dutch
    letters: 'ëï',
    words: `de het een en van in is dat op te zijn met voor niet aan er om ook als door bij werd werden naar uit maar dan
      hij zij wordt hun haar deze dit die nog heeft geen meer over tot of`,
  },
  {
    // Polish
    letters: 'ąćęłńóśźż',
    words: `i w na z do sie nie jest to ze od o za po jak przez przy oraz byl byla bylo byli ktory ktore ktorym tym dla
      jego ich tego a ale lub pod roku im ani tylko juz`,
  },
  {
    // Czech and Slovak
    letters: 'áčďéěíňóřšťúůýž',
    words: `a v se na ze je do byl byla bylo pro s by ktery ktere jako i z o po od za k jeho ale nebo to si aby pri jsou
      sa aj ako`,
  },
  {
    // French
    letters: 'àâçéèêëîïôùû',
    words: `le la les de des et en un une du dans est que qui pour par sur au il ne pas plus ce avec ni sont aux ou se son
      sa leur leurs furent ont mais d l`,
  },
  {
    // Spanish and Portuguese
    letters: 'áéíóúñãõç',
    words: `el la los las de y en que del se un una por con para es su al lo como mas no fue fueron ni sus o le les este
      antes os as da do dos das um uma com nao ao foi`,
  },
  {
    // Italian
    letters: 'àèéìòù',
    words: `di il che e la per un una del della in non con le i gli da sono al dei si nel fu furono ma anche piu lo alla`,
  },
  {
    // Latin
    letters: '',
    words: `et in est non ad cum ex quod sunt qui ut per de anno domini sancti die ac pro sive nec quam vel ab omnibus
      nostri eius sine se que quas sancte item dicti dicto`,
  },
  {
    // Ukrainian
    letters: 'іїєґ',
    words: `і в не на що з по до від для це як він а та але його у же був була були було або би при так які який яких за
      їх то все вона вони року також щоб із й`,
  },
  {
    // Belarusian
    letters: 'іўёыэ',
    words: `і у не на што з па да ад для гэта як ён а але яго ў быў была былі было або бы пры так якія які якіх за іх то
      усе яна яны года таксама каб`,
  },
  {
    // Bulgarian
    letters: 'ъ',
    words: `и в не на че с по от за това как той а но го у е бе беше бяха или би при до така които който които са се да
      ще със към през след година`,
  },
  {
    // Serbian and Macedonian
    letters: 'ђћџљњјѓќ',
    words: `и у не на да с са по од за то као он а али га је био била били или би при до тако који која које су се из`,
  },
]
