import { stemmer } from '@orama/stemmers/russian'
import { endsAmong, wordSet } from './ending.ts'
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
const consonants = 'бвгджзклмнпрстфхцчшщ'
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
  if (stem.length < 4 || !endsAmong(stem, 'вкцте') || nominatives.has(stem)) return stem
  let bare = stem
  if (bare.length >= 6 && bare.endsWith('в') && endsAmong(bare, 'ое', 2)) bare = bare.slice(0, -2)
  if (bare.length >= 5 && bare.endsWith('к') && endsAmong(bare, 'ое', 2) && endsAmong(bare, consonants, 3))
    bare = `${bare.slice(0, -2)}к`
  if (bare.length >= 4 && bare.endsWith('ец')) bare = `${bare.slice(0, -2)}ц`
  if (bare.length >= 6 && bare.endsWith('ит')) bare = bare.slice(0, -2)
  return bare.length >= 4 && bare.endsWith('е') ? bare.slice(0, -1) : bare
}
