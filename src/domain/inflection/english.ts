import { stemmer } from '@orama/stemmers/english'

// Forms that are also words of their own (found, left, saw, lay, rose) are left out.
const irregular = `
  children:child men:man women:woman wives:wife lives:life knives:knife thieves:thief halves:half shelves:shelf
  feet:foot teeth:tooth
  became:become began:begin begun:begin broke:break broken:break brought:bring built:build bought:buy caught:catch
  chose:choose chosen:choose came:come did:do done:do drew:draw drawn:draw drove:drive driven:drive eaten:eat
  fallen:fall fell:fall felt:feel fled:flee forgot:forget forgotten:forget fought:fight froze:freeze frozen:freeze
  gave:give given:give gone:go went:go grew:grow grown:grow heard:hear held:hold hid:hide hidden:hide kept:keep
  knew:know known:know led:lead lost:lose made:make meant:mean met:meet paid:pay ran:run said:say sent:send
  shot:shoot shown:show sold:sell slept:sleep sought:seek spoke:speak spoken:speak spent:spend stole:steal
  stolen:steal stood:stand swore:swear sworn:swear taken:take took:take taught:teach thought:think threw:throw
  thrown:throw told:tell understood:understand won:win wore:wear worn:wear written:write wrote:write
`
const wholeWords: ReadonlyMap<string, string> = new Map(
  irregular
    .trim()
    .split(/\s+/)
    .map((entry): [string, string] => {
      const [form = '', word = ''] = entry.split(':')
      return [form, word]
    }),
)

/** The stem of a folded English word: Snowball's (Porter 2), after the irregular forms of common words are made regular. */
export function stemEnglish(word: string): string {
  return stemmer(wholeWords.get(word) ?? word)
}
