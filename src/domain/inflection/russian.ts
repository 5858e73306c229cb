import { stemmer } from '@orama/stemmers/russian'
import { wordSet } from './ending.ts'
import { knownNoun, withoutFleeting } from './russian-nouns.ts'

// Snowball takes -ив for the ending of a gerund and -ов for that of a genitive plural.
const nominatives = wordSet(`
  архив актив пассив массив коллектив кооператив мотив негатив рецидив
  остров киев львов псков ростов харьков саратов тамбов чернигов
`)

// Of three letters before the ending few are plurals (домов), and many are names (Серов).
const shortPlurals = wordSet(`
  домов годов часов судов лесов садов родов цехов чинов полов возов голов рядов шагов
  боев краев слоев чаев
`)
const short = /^[^аеиоуыэюя][аеиоуыэюя][^аеиоуыэюя][ое]в$/

/**
 * The stem of a folded Russian word: Snowball's, but that names, fleeting vowels, -пись, -ит and -ей, and nouns that look
 * like verbs, give one stem in all cases.
 */
export function stemRussian(word: string): string {
  const noun = knownNoun(word)
  if (noun !== null) return noun
  if (nominatives.has(word) || (short.test(word) && !shortPlurals.has(word))) return word
  if (word.endsWith('пись')) return word.slice(0, -1)
  return likeOblique(stemmer(withoutFleeting(word)))
}

/**
 * ребёнок has the stem of ребёнка, отец that of отца; and Иванова that of Иванов, which Snowball reads as a plural, as it
 * reads Сергей, and бандит as a verb.
 */
function likeOblique(stem: string): string {
  if (nominatives.has(stem)) return stem
  return stem
    .replace(/(?<=....)[ое]в$/, '')
    .replace(/(?<=..[бвгджзклмнпрстфхцчшщ])[ое]к$/, 'к')
    .replace(/(?<=..)ец$/, 'ц')
    .replace(/(?<=....)ит$/, '')
    .replace(/(?<=...)е$/, '')
}
