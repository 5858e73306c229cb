import { wordSet } from './ending.ts'

// Snowball takes their own end for that of a verb, a participle or a plural: органа and материала, режим, обмен.
const hard = wordSet(`
  орган обман туман стакан экран капитан партизан ветеран ураган океан чемодан барабан
  генерал материал журнал канал арсенал персонал идеал капитал портал скандал металл квартал причал трибунал
  сигнал маршал адмирал капрал минерал криминал либерал радикал провинциал потенциал интернационал
  режим псевдоним аноним обмен экзамен феномен прием заем подъем объем наем съем визит лимит
`)
const hardEndings = wordSet('а у ом е ы ов ам ами ах')

const soft = wordSet('автомобил госпитал медал детал печал фестивал морал магистрал вертикал бутыл')
const softEndings = wordSet('ь я ю ем е и ей ью ям ями ях')

/** A genitive plural with a vowel that the other forms have not, and the nominative. */
const fleeting = `
  писем:письмо тюрем:тюрьма судеб:судьба свадеб:свадьба деревень:деревня земель:земля денег:деньги
  песен:песня башен:башня сотен:сотня сосен:сосна бревен:бревно пятен:пятно полотен:полотно таможен:таможня
  конюшен:конюшня спален:спальня читален:читальня пекарен:пекарня басен:басня вишен:вишня
  окон:окно сестер:сестра чисел:число кресел:кресло ремесел:ремесло весел:весло ведер:ведро ребер:ребро ядер:ядро
  стекол:стекло кукол:кукла кухонь:кухня капель:капля петель:петля сабель:сабля туфель:туфля кровель:кровля
`
const plurals: ReadonlyMap<string, string> = new Map(
  [...wordSet(fleeting)].map((pair): [string, string] => {
    const [plural = '', nominative = ''] = pair.split(':')
    return [plural, nominative]
  }),
)

/** The stem of a folded noun that is known to be read wrongly as it stands; null for any other word. */
export function knownNoun(word: string): string | null {
  if (hard.has(word)) return word
  for (let length = 1; length <= 3; length++) {
    const ending = word.slice(-length)
    const isHard = hardEndings.has(ending)
    const isSoft = softEndings.has(ending)
    if (!isHard && !isSoft) continue
    const stem = word.slice(0, -length)
    if ((isHard && hard.has(stem)) || (isSoft && soft.has(stem))) return stem
  }
  return null
}

/** The nominative of a folded genitive plural in which a vowel comes in (писем: письмо); any other word as it is. */
export const withoutFleeting = (word: string): string => plurals.get(word) ?? word
