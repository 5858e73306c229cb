import { fold } from '../analysis/fold.ts'

// A word, then the stems that remain of its forms once a case ending is gone, where no rule leads back to the word.
const words = `
  aeg:aja,aega aruanne:aruande asi:asja auk:augu hind:hinna haud:haua
  jõgi:jõe juht:juhi käsk:käsu käsi:käe,kätt,kätte keeld:keelu kiht:kihi
  kohus:kohtu,kohut koht:koha kond:konna kord:korra kuld:kulla kurb:kurva
  laps:lapse,las,last leht:lehe lind:lindu luba:loa lugu:loo
  mees:mehe,mehi,meest mägi:mäe otsus:otsuse,otsust õigus:õiguse,õigust
  poeg:poja,poega poiss:poisi pood:poe põld:põllu
  raamat:raamatud rand:ranna raud:raua rida:rea rind:rinna
  sild:silla sõda:sõja sõjavägi:sõjaväe sünd:sünni
  teade:teate tuba:toa tund:tunni tütar:tütre turg:turu
  uks:ukse uus:uue,uut,uute,uusi vald:valla vesi:vee,vett vend:venna viga:vea võlg:võla vägi:väe
  õde:õe öö:öö
  admiral:admirali kapral:kaprali kindral:kindrali materjal:materjali pilet:pileti
`

/**
 * Common Estonian words whose consonants alternate as no rule of `stemEstonian` undoes, and a few that look as if they
 * had an ending: from what stands before the case ending, folded, to the word itself, folded.
 */
export const grades: ReadonlyMap<string, string> = new Map(
  words
    .trim()
    .split(/\s+/)
    .flatMap((entry) => {
      const [word = '', stems = ''] = entry.split(':')
      return [word, ...stems.split(',')].map((stem): [string, string] => [fold(stem), fold(word)])
    }),
)
