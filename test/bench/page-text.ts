import { misread } from './noise.ts'
import { between, type Random } from './random.ts'
import type { Vocabulary } from './vocabulary.ts'

const lineLength = 68

/**
 * The text of a page as a recogniser leaves it: 300 to 500 words in sentences and lines, a share of them (0 to 1) read
 * wrong in a letter where they can be, long words broken at line ends.
 */
export function pageText(vocabulary: Vocabulary, misreads: number, random: Random): string {
  const count = between(random, 300, 500)
  let text = ''
  let line = 0
  let begins = true
  for (let n = 0; n < count; n++) {
    let word = vocabulary.draw(random)
    if (random() < misreads) word = misread(word, random)
    if (begins) word = word.charAt(0).toUpperCase() + word.slice(1)
    begins = random() < 0.07
    if (begins) word += '.'
    else if (random() < 0.05) word += ','
    if (line > 0 && line + 1 + word.length > lineLength) {
      const cut = word.length >= 8 && random() < 0.5 ? between(random, 3, word.length - 4) : 0
      text += cut > 0 ? ` ${word.slice(0, cut)}-\n` : '\n'
      word = word.slice(cut)
      line = 0
    } else if (line > 0) {
      text += ' '
      line++
    }
    text += word
    line += word.length
  }
  return text
}
